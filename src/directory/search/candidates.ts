import type { Service } from '../../content/index.ts';
import type { Ground, LocalDate } from '../../platform/index.ts';
import type { Candidate, Place, Question } from '../model/index.ts';

/** What must hold of every service that is shown; each is a link that can be shared. */
export type Filters = {
  readonly free: boolean;
  readonly wheelchair: boolean;
  readonly atHome: boolean;
  readonly noWait: boolean;
  /** ISO 639-1. */
  readonly language: string | undefined;
};

/** So many are ranked. Nobody reads on for longer, and a larger directory costs the same. */
export const MOST_RANKED = 400;

/** How much words in the name (A), audience (B), organisation (C) and description (D) count, as PostgreSQL wants them. */
const WEIGHTS = '{0.12, 0.1, 0.3, 1.0}';
/** How much a need that is not the first of a service counts. */
const LATER_NEEDS = [1, 0.82, 0.68] as const;

/** The services that the words or needs of a question point to, with how well each fits; without either, all of them. */
export async function findCandidates(
  ground: Pick<Ground, 'pool'>,
  question: Question,
  filters: Filters,
  place: Place | undefined,
  today: LocalDate,
): Promise<readonly Candidate[]> {
  const asks = question.terms.length > 0 || question.needs.size > 0;
  const query = question.terms
    .map((stem) => `'${stem.replace(/['\\]/g, '')}'${stem.length > 4 ? ':*' : ''}`)
    .join(' | ');
  const { rows } = await ground.pool.query<Candidate>({
    name: 'directory-find',
    text: `
      with asked as (select to_tsquery('simple', $1) as query, $2::jsonb as strength, array(select jsonb_object_keys($2::jsonb)) as wanted),
      found as (
        select s.id, s.municipality, s.lat, s.lon, s.detail ->> 'delivery' as delivery,
          coalesce((select max((asked.strength ->> need)::float8 * case at when 1 then ${LATER_NEEDS[0]} when 2 then ${LATER_NEEDS[1]} else ${LATER_NEEDS[2]} end)
                    from unnest(s.needs) with ordinality as own (need, at) where asked.strength ? need), 0) as by_need,
          coalesce(ts_rank('${WEIGHTS}', s.words, query) * $13::int, 0) as by_words
        from directory.service s, asked
        where s.active
          and (not $3 or s.words @@ query or s.needs && wanted)
          and (not $4 or s.cost_per = 'free')
          and (not $5 or (s.detail ->> 'wheelchair')::boolean)
          and (not $6 or s.detail ->> 'delivery' = 'at-home')
          and (not $7 or (s.waiting_days = 0 and coalesce(s.full_until < $8::date, true)))
          and ($9::text is null or $9 = any (s.languages))
          and ($10::text is null or s.municipality = $10 or not coalesce((s.detail #>> '{audience,residentsOnly}')::boolean, false))
      )
      select id, municipality, lat, lon, delivery, by_need + 0.8 * by_words as score from found
      order by by_need + 0.8 * by_words desc, abs(lat - coalesce($11::float8, lat)) + abs(lon - coalesce($12::float8, lon)), id
      limit ${MOST_RANKED}`,
    values: [
      query,
      JSON.stringify(Object.fromEntries(question.needs)),
      asks,
      filters.free,
      filters.wheelchair,
      filters.atHome,
      filters.noWait,
      today,
      filters.language ?? null,
      place?.municipality ?? null,
      place?.lat ?? null,
      place?.lon ?? null,
      // The rank is a mean over the words that were asked; what counts is what was found of them.
      Math.min(question.terms.length, 4),
    ],
  });
  return rows;
}

/** A service as people read it. */
export type ServiceShown = {
  readonly service: Service;
  readonly organisationName: string;
};

/** These services, in the order in which they were asked for. */
export async function readServices(
  ground: Pick<Ground, 'pool'>,
  ids: readonly string[],
): Promise<readonly ServiceShown[]> {
  const { rows } = await ground.pool.query<{ id: string; detail: Service; organisation_name: string }>({
    name: 'directory-services',
    text: 'select id, detail, organisation_name from directory.service where id = any ($1) and active',
    values: [ids],
  });
  const found = new Map(
    rows.map(({ id, detail, organisation_name }) => [id, { service: detail, organisationName: organisation_name }]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}
