import { publishSets, ROUNDED_TO, SMALLEST_SHOWN, Z95 } from '../../figures/index.ts';
import { asLocalDate, type LocalDate, localDate, type Trx } from '../../platform/index.ts';
import type { PathwayGround } from '../ground.ts';
import { answersFrom, questionsOf } from '../model/index.ts';

/** What people answered to one question about the help of one team, as it may be shown. */
export type ExperienceFigure = {
  readonly party: string;
  readonly question: string;
  /** How many answered, rounded; null: under 10, hidden, and so is everything else of it. */
  readonly people: number | null;
  /** The mean of the counts as published with the 95% interval around it, to one decimal; null where one is hidden. */
  readonly mean: { readonly value: number; readonly lower: number; readonly upper: number } | null;
  /** How many gave each answer, in the order of the question; null where it is hidden. */
  readonly answers: readonly { readonly code: string; readonly count: number | null }[];
};

const MONTHS = 12;

/** The mean of marks with a 95% interval (normal), to one decimal; pure. */
export function meanOf(marks: readonly number[]): { value: number; lower: number; upper: number } {
  const mean = marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
  const spread = marks.reduce((sum, mark) => sum + (mark - mean) ** 2, 0) / Math.max(marks.length - 1, 1);
  const half = Z95 * Math.sqrt(spread / marks.length);
  const [low, high] = [Math.min(...OPTION_RANGE), Math.max(...OPTION_RANGE)];
  const one = (value: number) => Math.round(value * 10) / 10;
  return { value: one(mean), lower: one(Math.max(mean - half, low)), upper: one(Math.min(mean + half, high)) };
}
/** Answers go from not at all (1) to completely (4). */
const OPTION_RANGE = [1, 4];

/**
 * Counts how people found the help of each team, over the last twelve whole months, and keeps only what may be published:
 * counts under 10 are hidden and cannot be derived, others are rounded to 5 (DESIGN, figures).
 */
export async function countExperience(ground: PathwayGround, trx: Trx, now: Date): Promise<void> {
  const until = asLocalDate(`${localDate(now).slice(0, 7)}-01`);
  const from = `${Number(until.slice(0, 4)) - 1}${until.slice(4)}`;
  const ids = [...new Set(ground.definitions.region.pathways.flatMap((one) => one.questionnaires.experience ?? []))];
  const figures: { party: string; figure: string; value: number | null }[] = [];
  for (const id of ids) {
    const { rows } = await trx.query<{ team: string; content: string }>(
      `select k.team, r.content from record.resource r
       join pathways."case" k on k.resident_id = r.resident_id
         and r.content::jsonb @> jsonb_build_object('basedOn', jsonb_build_array(jsonb_build_object('reference', 'ServiceRequest/' || k.id)))
       where r.type = 'QuestionnaireResponse' and not r.deleted and r.status in ('completed', 'amended')
         and r.content::jsonb ->> 'questionnaire' ~ $3
         and (r.content::jsonb ->> 'authored')::timestamptz >= $1::date and (r.content::jsonb ->> 'authored')::timestamptz < $2::date`,
      [from, until, `/Questionnaire/${id}(\\||$)`],
    );
    const questionnaire = ground.definitions.questionnaire(id);
    const asked = questionsOf(questionnaire).filter((one) => one.type === 'choice');
    for (const [team, told] of Map.groupBy(rows, (row) => row.team)) {
      const all = told.map(({ content }) =>
        answersFrom(questionnaire, (JSON.parse(content) as { item?: Parameters<typeof answersFrom>[1] }).item),
      );
      for (const { linkId, options = [] } of asked) {
        const given = all.flatMap((answers) => {
          const at = options.findIndex(({ code }) => code === answers[linkId]);
          return at < 0 ? [] : [at];
        });
        const groups = options.map((_, at) => ({
          sets: 1 | (2 << at),
          people: given.filter((one) => one === at).length,
        }));
        const [people = null, ...counts] = publishSets(groups, options.length + 1);
        const put = (name: string, value: number | null) =>
          figures.push({ party: team, figure: `prem:${linkId}:${name}`, value });
        put('people', people);
        options.forEach(({ code }, at) => {
          put(`of:${code}`, counts[at] ?? null);
        });
        // From what is published, so that the mean tells no more than the counts beside it (DESIGN, figures).
        const shown = counts.flatMap((count, at) =>
          count === null ? [] : [{ count, mark: options[at]?.value ?? at + 1 }],
        );
        const mean =
          shown.length === options.length
            ? meanOf(shown.flatMap(({ count, mark }) => Array<number>(count).fill(mark)))
            : undefined;
        for (const name of ['value', 'lower', 'upper'] as const)
          put(name, mean === undefined ? null : Math.round(mean[name] * 10));
      }
    }
  }
  // What is no longer told (an answer was withdrawn) is hidden, not left standing.
  await trx.query("update pathways.own_figure set value = null where figure like 'prem:%' and month = $1", [until]);
  await trx.query(
    `insert into pathways.own_figure (party, month, figure, value, computed_at)
     select party, $3, figure, value, $2 from json_to_recordset($1::json) as f (party text, figure text, value int)
     on conflict (party, month, figure) do update set value = excluded.value, computed_at = excluded.computed_at`,
    [JSON.stringify(figures), now, until],
  );
}

/** What was last published of these teams: by team, then by question in the order they are asked. */
export async function experienceFigures(
  ground: PathwayGround,
  trx: Trx,
  parties: readonly string[],
  on: LocalDate,
): Promise<readonly ExperienceFigure[]> {
  const { rows } = await trx.query<{ party: string; figure: string; value: number | null }>(
    `select party, figure, value from pathways.own_figure
     where party = any ($1) and figure like 'prem:%' and month = $2`,
    [parties, `${on.slice(0, 7)}-01`],
  );
  const found = new Map(rows.map(({ party, figure, value }) => [`${party} ${figure}`, value]));
  const ids = [...new Set(ground.definitions.region.pathways.flatMap((one) => one.questionnaires.experience ?? []))];
  const questions = ids.flatMap((id) =>
    questionsOf(ground.definitions.questionnaire(id)).filter((q) => q.type === 'choice'),
  );
  return parties.flatMap((party) =>
    questions.flatMap(({ linkId, options = [] }) => {
      const of = (name: string) => found.get(`${party} prem:${linkId}:${name}`);
      if (of('people') === undefined) return [];
      const [value, lower, upper] = [of('value'), of('lower'), of('upper')];
      const known = typeof value === 'number' && typeof lower === 'number' && typeof upper === 'number';
      return [
        {
          party,
          question: linkId,
          people: of('people') ?? null,
          mean: known ? { value: value / 10, lower: lower / 10, upper: upper / 10 } : null,
          answers: options.map(({ code }) => ({ code, count: of(`of:${code}`) ?? null })),
        },
      ];
    }),
  );
}

/** How figures are made, for the page that explains them. */
export const EXPERIENCE_RULES = { months: MONTHS, smallest: SMALLEST_SHOWN, rounded: ROUNDED_TO } as const;
