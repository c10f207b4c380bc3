import { isDeepStrictEqual } from 'node:util';
import type { Resource } from '../../fhir/index.ts';
import { fail, ok } from '../../platform/index.ts';
import type { WritePort } from '../../record/index.ts';
import { GOAL_LENGTH } from '../model/index.ts';

/** What a resident writes anew on a goal: how it goes, and in their own words. */
const THEIRS = ['achievementStatus', 'lifecycleStatus', 'note', 'statusDate', 'id', 'meta'] as const;

type Goal = Resource & {
  readonly description?: { readonly text?: string };
  readonly note?: readonly { text?: string }[];
};

/** The port of goals: a resident sets goals of their own and says how it goes, and does not rewrite what was agreed. */
export function goalPort(): WritePort {
  return {
    name: 'pathway-goals',
    types: ['Goal'],
    settle: async (_record, _trx, change) => {
      if (change.actor.role !== 'resident') return ok({});
      const goal = change.after as Goal;
      const texts = [goal.description?.text ?? '', ...(goal.note ?? []).map((one) => one.text ?? '')];
      if (texts[0] === '' || texts.some((text) => text.length > GOAL_LENGTH))
        return fail('unprocessable', TOO_LONG, [
          { place: 'Goal.description', text: `1 to ${GOAL_LENGTH} signs, and so each note`, code: 'value' },
        ]);
      if (!change.before) {
        const own = { reference: `Patient/${change.resident}` };
        return ok({ resource: { ...goal, expressedBy: own } as Resource });
      }
      const fixed = (one: Resource) =>
        Object.fromEntries(Object.entries(one).filter(([name]) => !(THEIRS as readonly string[]).includes(name)));
      return isDeepStrictEqual(fixed(change.before), fixed(goal))
        ? ok({})
        : fail('unprocessable', STAYS, [
            { place: 'Goal', text: `A resident changes ${THEIRS.slice(0, 4).join(', ')}` },
          ]);
    },
  };
}

const TOO_LONG = {
  nl: `Schrijf uw doel, in hooguit ${GOAL_LENGTH} tekens.`,
  en: `Write your goal, in at most ${GOAL_LENGTH} characters.`,
};
const STAYS = {
  nl: 'Wat een doel is, blijft staan. U kunt zeggen hoe het gaat, of een nieuw doel toevoegen.',
  en: 'What a goal is stays. You can say how it goes, or add a new goal.',
};
