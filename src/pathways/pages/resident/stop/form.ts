import { type Posted, text } from '../../../../web/index.ts';
import type { Coded } from '../../../model/index.ts';
import type { ResidentWords } from '../words.ts';

export type StopField = 'what' | 'reason';
export type StopForm =
  | { readonly ok: true; readonly value: { readonly what: string; readonly reason: Coded } }
  | { readonly ok: false; readonly errors: Readonly<Partial<Record<StopField, string>>> };

/** Reads what somebody wants to stop with, and why. `what` is `all` or the id of a Task. */
export function readStop(
  posted: Posted,
  choices: { readonly whats: readonly string[]; readonly reasons: readonly Coded[] },
  words: ResidentWords['stop'],
): StopForm {
  const what = choices.whats.length === 1 ? choices.whats[0]! : text(posted, 'what');
  const known = choices.whats.includes(what);
  const told = text(posted, 'reason');
  // Nobody has to say why: the first reason of the region is the one that says no more than that it is not wanted.
  const reason = choices.reasons.find((one) => told === '' || one.code === told);
  if (known && reason) return { ok: true, value: { what, reason } };
  return {
    ok: false,
    errors: { ...(known ? {} : { what: words.chooseWhat }), ...(reason ? {} : { reason: words.chooseReason }) },
  };
}
