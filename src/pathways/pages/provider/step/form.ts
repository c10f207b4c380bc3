import { type Posted, text } from '../../../../web/index.ts';
import type { Coded } from '../../../model/index.ts';
import { NOTE_LIMIT } from '../task/attendance-form.ts';
import type { TaskPage } from '../task/presenter.ts';
import type { ProviderWords } from '../words.ts';

/** The steps that ask for a reason or an outcome. */
export const STEP_KINDS = ['decline', 'pause', 'complete', 'stop'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export type StepField = 'reason' | 'outcome' | 'note' | 'summary';

/** Path, target status and fields of each step, and where the page offers it; the one table of steps decides. */
export const STEPS = {
  decline: { path: 'nee', to: 'rejected', field: 'reason', note: 'note', from: ['offer'] },
  pause: { path: 'pauze', to: 'on-hold', field: 'reason', note: 'note', from: ['accepted', 'running'] },
  complete: { path: 'afronden', to: 'completed', field: 'outcome', note: 'summary', from: ['running', 'held'] },
  stop: { path: 'stoppen', to: 'failed', field: 'reason', note: 'note', from: ['accepted', 'running', 'held'] },
} as const satisfies Record<
  StepKind,
  { path: string; to: string; field: StepField; note: StepField; from: readonly TaskPage['phase'][] }
>;

export type StepForm =
  | { readonly ok: true; readonly value: { readonly choice: string; readonly note: string } }
  | { readonly ok: false; readonly errors: Readonly<Partial<Record<StepField, string>>> };

/** Reads the choice and the words of one step; `choices` are those of the pathway the case runs on. */
export function readStep(
  kind: StepKind,
  posted: Posted,
  choices: readonly Coded[],
  words: ProviderWords['errors'],
): StepForm {
  const { field, note: noteField } = STEPS[kind];
  const choice = text(posted, field);
  const note = text(posted, noteField);
  const known = choices.some((one) => one.code === choice);
  if (known && note.length <= NOTE_LIMIT) return { ok: true, value: { choice, note } };
  return {
    ok: false,
    errors: {
      ...(known ? {} : { [field]: field === 'outcome' ? words.outcome : words.reason }),
      ...(note.length > NOTE_LIMIT ? { [noteField]: words.tooLong } : {}),
    },
  };
}
