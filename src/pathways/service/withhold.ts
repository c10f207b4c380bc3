import type { Resource } from '../../fhir/index.ts';
import {
  type Actor,
  addDays,
  type Door,
  type LocalDate,
  localDate,
  type Result,
  type Trx,
} from '../../platform/index.ts';
import {
  keepFrom,
  loadResource,
  loadResources,
  maySee,
  openRow,
  type StoredRow,
  updateInside,
  withheldOf,
  withLabel,
} from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';
import { WITHHELD_TYPES } from '../ports/withheld.ts';
import { refreshCase } from '../refresh.ts';
import { perform, refuse, theCase, type Why } from './perform.ts';

/** Why an entry is kept from its resident (LAW 14). The words for them stand with the page. */
export const WITHHOLD_REASONS = ['violence', 'child-abuse', 'reads-along', 'protects-other'] as const;
export type WithholdReason = (typeof WITHHOLD_REASONS)[number];

/** An entry is looked at again within a year. */
const LONGEST_DAYS = 366;

type Entry = { readonly resident: string; readonly caseId: string; readonly entry: string };

/**
 * Keeps one entry from the resident's page, download and carers, with a reason and a day on which it is looked at again.
 * Withheld already: the reason and the day are set anew. What was measured with an answer goes along.
 */
export async function withhold(
  ground: PathwayGround,
  actor: Actor,
  what: Entry & { readonly reason: string; readonly review: LocalDate },
  door: Door,
): Promise<Result<{ readonly entry: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'withhold' }, door, async (trx, why, seen) => {
    await theCase(trx, actor, what.resident, what.caseId);
    if (!WITHHOLD_REASONS.some((reason) => reason === what.reason))
      refuse('unprocessable', { nl: 'Kies een reden.', en: 'Choose a reason.' }, 'reason');
    const today = localDate(ground.clock.now());
    if (what.review <= today || what.review > addDays(today, LONGEST_DAYS))
      refuse(
        'unprocessable',
        { nl: 'Kies een dag die nog komt, binnen een jaar.', en: 'Choose a day to come, within a year.' },
        'review',
      );
    const rows = await entriesOf(trx, what);
    const [main] = rows;
    if (!main || !maySee(ground, actor, main, seen).allow)
      refuse('unprocessable', { nl: 'Kies wat u wilt afschermen.', en: 'Choose what to withhold.' }, 'entry');
    for (const row of rows) {
      const { caseId, reason, review } = what;
      await keepFrom(ground, trx, actor, {
        resident: what.resident,
        type: row.type,
        id: row.id,
        caseId,
        reason,
        review,
      });
      await label(ground, trx, actor, row, true, why, door);
    }
    await refreshCase(ground, trx, what.resident, what.caseId);
    return { entry: what.entry };
  });
}

/** Shows an entry to the resident again, with what was measured with it. */
export async function liftWithheld(
  ground: PathwayGround,
  actor: Actor,
  what: Entry,
  door: Door,
): Promise<Result<{ readonly entry: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'withhold' }, door, async (trx, why) => {
    await theCase(trx, actor, what.resident, what.caseId);
    const held = new Set((await withheldOf(trx, what.resident)).map((one) => one.resource_id));
    const rows = (await entriesOf(trx, what)).filter((row) => held.has(row.id));
    if (rows.length === 0)
      refuse('conflict', { nl: 'Dit is niet (meer) afgeschermd.', en: 'This is not withheld (any more).' });
    for (const row of rows) await label(ground, trx, actor, row, false, why, door);
    await refreshCase(ground, trx, what.resident, what.caseId);
    return { entry: what.entry };
  });
}

/** The entry, and of an answer what was measured with it: of the same moment and the same category. */
export async function entriesOf(
  trx: Trx,
  what: { readonly resident: string; readonly entry: string },
): Promise<readonly StoredRow[]> {
  const all = await loadResources(trx, what.resident, WITHHELD_TYPES);
  const main = all.find((row) => row.id === what.entry);
  if (!main) return [];
  const authored = (JSON.parse(main.content) as Resource).authored;
  if (main.type !== 'QuestionnaireResponse' || !authored) return [main];
  const along = all.filter(
    (row) =>
      row.type === 'Observation' &&
      row.categories.every((category) => main.categories.includes(category)) &&
      (JSON.parse(row.content) as Resource).effectiveDateTime === authored,
  );
  return [main, ...along];
}

async function label(
  ground: PathwayGround,
  trx: Trx,
  actor: Actor,
  found: StoredRow,
  withheld: boolean,
  why: Why,
  door: Door,
): Promise<void> {
  const row = (await loadResource(trx, found.resident_id, found.type, found.id)) ?? found;
  const resource = withLabel(JSON.parse(openRow(ground, row, true)) as Resource, withheld);
  await updateInside(ground, trx, actor, { resource, resident: row.resident_id, id: row.id, ...why }, door);
}
