import { isDeepStrictEqual } from 'node:util';
import type { Region } from '../content/index.ts';
import { type Ground, Refusal, type Trx } from '../platform/index.ts';

const SERVICE_COLUMNS = [
  'id',
  'organisation',
  'organisation_name',
  'municipality',
  'name',
  'description',
  'domain',
  'needs',
  'min_age',
  'max_age',
  'gender',
  'audience',
  'cost_amount',
  'cost_per',
  'cost_note',
  'languages',
  'waiting_days',
  'places',
  'postcode',
  'lat',
  'lon',
  'full_until',
  'confirmed_on',
  'confirmed_by',
  'detail',
  'active',
] as const;

type Named = { readonly id: string; readonly name: string };

/** Writes the services as matching and search read them, `at` this moment; returns how many differed. Ids are the content's own slugs. */
export async function putServices(
  trx: Trx,
  region: { readonly organisations: readonly Named[]; readonly services: Region['services'] },
  at: Date,
): Promise<number> {
  const names = new Map(region.organisations.map(({ id, name }) => [id, name]));
  const rows = region.services.map((service) => ({
    id: service.id,
    organisation: service.organisation,
    organisation_name: names.get(service.organisation) ?? service.organisation,
    municipality: service.municipality,
    name: service.name,
    description: service.description,
    domain: service.domain,
    needs: service.needs,
    min_age: service.audience.minAge,
    max_age: service.audience.maxAge,
    gender: service.audience.gender,
    audience: service.audience.text,
    cost_amount: service.cost.amount,
    cost_per: service.cost.per,
    cost_note: service.cost.note,
    languages: service.languages,
    waiting_days: service.waitingDays,
    places: service.places,
    postcode: service.location.postcode,
    lat: service.location.lat,
    lon: service.location.lon,
    full_until: service.fullUntil,
    confirmed_on: service.confirmed.on,
    confirmed_by: service.confirmed.by,
    detail: service,
    active: true,
  }));
  const columns = SERVICE_COLUMNS.join(', ');
  const others = SERVICE_COLUMNS.filter((column) => column !== 'id');
  const { rowCount } = await trx.query(
    `insert into directory.service as s (${columns}, changed_at)
     select ${columns}, $2 from json_populate_recordset(null::directory.service, $1::json)
     on conflict (id) do update set changed_at = excluded.changed_at, ${others.map((column) => `${column} = excluded.${column}`).join(', ')}
     where (${others.map((column) => `s.${column}`).join(', ')}) is distinct from (${others.map((column) => `excluded.${column}`).join(', ')})`,
    [JSON.stringify(rows), at],
  );
  return rowCount ?? 0;
}

/**
 * Writes which team takes which practice's referrals (ids as in the content); returns how many differed. What people
 * changed in Omzien stays as it is.
 */
export async function putTies(trx: Trx, region: Region): Promise<number> {
  const { rowCount } = await trx.query(
    `insert into directory.tie as t (practice, service) select practice, team from json_to_recordset($1::json) as k (practice text, team text)
     on conflict (practice) do update set service = excluded.service where t.service <> excluded.service and t.edited_at is null`,
    [JSON.stringify(region.ties)],
  );
  return rowCount ?? 0;
}

/** The kinds of content that cases keep running on. */
export type VersionedKind = 'pathway' | 'questionnaire' | 'consent';

const KIND_WORDS: Record<VersionedKind, string> = {
  pathway: 'De ketenaanpak',
  questionnaire: 'De vragenlijst',
  consent: 'De toestemmingstekst',
};

/**
 * Keeps each version of a pathway, questionnaire and consent text as it was used; returns how many are new.
 * Throws a Refusal where a version that was used now says something else: cases run on it, so it gets a new number.
 */
export async function putVersions(ground: Ground, trx: Trx, region: Region): Promise<number> {
  const wanted = [
    ...region.pathways.map((content) => ({ kind: 'pathway' as const, content })),
    ...region.questionnaires.map((content) => ({ kind: 'questionnaire' as const, content })),
    ...region.consents.map((content) => ({ kind: 'consent' as const, content })),
  ].map(({ kind, content }) => ({ kind, id: content.id, version: content.version, content: content as unknown }));
  const { rows } = await trx.query<{ kind: string; id: string; version: number; content: unknown }>(
    'select kind, id, version, content from directory.content_version',
  );
  const kept = new Map(rows.map((row) => [`${row.kind}/${row.id}/${row.version}`, row.content]));
  const fresh = wanted.filter(({ kind, id, version }) => !kept.has(`${kind}/${id}/${version}`));
  const differs = wanted.filter(({ kind, id, version, content }) => {
    const before = kept.get(`${kind}/${id}/${version}`);
    return before !== undefined && !isDeepStrictEqual(before, JSON.parse(JSON.stringify(content)));
  });
  if (differs.length > 0) {
    const texts = differs.map(
      ({ kind, id, version }) =>
        `${KIND_WORDS[kind]} ${id} is veranderd, maar heeft nog versie ${version}. Die versie is al in gebruik. Maak er versie ${version + 1} van.`,
    );
    throw new Refusal({
      kind: 'conflict',
      text: texts.join('\n'),
      at: differs.map(({ kind, id }, index) => ({ place: `${kind}/${id}`, text: texts[index] ?? '' })),
    });
  }
  if (fresh.length > 0)
    await trx.query(
      `insert into directory.content_version (kind, id, version, content, used_from)
       select kind, id, version, content, $2 from json_to_recordset($1::json) as k (kind text, id text, version int, content jsonb)
       on conflict (kind, id, version) do nothing`,
      [JSON.stringify(fresh), ground.clock.now()],
    );
  return fresh.length;
}

/** Every version of one kind that was ever used here, oldest first; `content` as the region's files said it. */
export async function keptVersions(
  ground: Ground,
  kind: VersionedKind,
): Promise<readonly { readonly id: string; readonly version: number; readonly content: unknown }[]> {
  const { rows } = await ground.pool.query<{ id: string; version: number; content: unknown }>(
    'select id, version, content from directory.content_version where kind = $1 order by id, version',
    [kind],
  );
  return rows;
}
