import { asLocalDate } from '../../../../platform/index.ts';
import { dateOfParts, datePartsOf, isEmptyDate, type Language, readDateParts } from '../../../../ui/index.ts';
import { type Posted, text } from '../../../../web/index.ts';
import { MOST_ACTIONS, PLAN_WHO, type PlanAction } from '../../../service/plan.ts';
import { mistakes, type Read } from '../../shared/index.ts';
import { planPageWords } from './words.ts';

/** Reads the rows of a plan; a row without words is left out. */
export function readPlan(posted: Posted, lang: Language): Read<readonly PlanAction[]> {
  const words = planPageWords(lang).mistakes;
  const wrong = mistakes();
  const actions: PlanAction[] = [];
  for (let row = 1; row <= MOST_ACTIONS; row++) {
    const what = text(posted, `action-${row}`);
    const parts = readDateParts(posted, `by-${row}`);
    if (!what) continue;
    const who = PLAN_WHO.find((one) => one === text(posted, `who-${row}`));
    const by = dateOfParts(parts);
    if (what.length > 200) wrong.add(`action-${row}`, words.text);
    if (!who) wrong.add(`who-${row}`, words.who);
    if (!by && !isEmptyDate(parts)) wrong.add(`by-${row}`, words.by);
    if (who)
      actions.push({
        text: what,
        who,
        ...(by ? { by: asLocalDate(by) } : {}),
        done: text(posted, `done-${row}`) === 'yes',
      });
  }
  const errors = wrong.found();
  return errors ? { ok: false, errors } : { ok: true, value: actions };
}

/** A plan as its form has it. */
export function planValues(actions: readonly PlanAction[]): Posted {
  return Object.fromEntries(
    actions.flatMap((action, index) => {
      const row = index + 1;
      const { day, month, year } = action.by ? datePartsOf(action.by) : { day: '', month: '', year: '' };
      return [
        [`action-${row}`, action.text],
        [`who-${row}`, action.who],
        [`by-${row}-day`, day ?? ''],
        [`by-${row}-month`, month ?? ''],
        [`by-${row}-year`, year ?? ''],
        ...(action.done ? [[`done-${row}`, 'yes']] : []),
      ] as const;
    }),
  );
}

/** How many rows a form shows: those that are filled, and room for two more. */
export const rowsIn = (values: Posted): number =>
  Math.min(
    MOST_ACTIONS,
    2 +
      Math.max(0, ...Array.from({ length: MOST_ACTIONS }, (_, at) => (text(values, `action-${at + 1}`) ? at + 1 : 0))),
  );
