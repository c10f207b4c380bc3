import type { Pathway } from '../../../../content/index.ts';
import { isBsn } from '../../../../fhir/index.ts';
import type { Language } from '../../../../ui/index.ts';
import { type Posted, text } from '../../../../web/index.ts';
import { reasonsFor } from '../../../model/index.ts';
import { LONG_TEXT, mistakes, type Read } from '../../shared/index.ts';
import { finishWords } from './words.ts';

/** Values of the field `ending` that mean it did not go on begin with this. */
export const FAILED = 'failed:';

/** How a case ends: with an outcome, or with the reason that it did not go on. */
export type FinishForm = {
  readonly ending: string;
  readonly label: string;
  readonly outcome?: string;
  readonly failed?: string;
  readonly summary: string;
};

/** Reads how the case ends and what the practice may read. */
export function readFinish(posted: Posted, pathway: Pathway, lang: Language): Read<FinishForm> {
  const words = finishWords(lang).mistakes;
  const wrong = mistakes();
  const ending = text(posted, 'ending');
  const outcome = pathway.outcomes.find((one) => one.code === ending);
  const failed = reasonsFor(pathway, 'failed', 'provider').find((one) => `${FAILED}${one.code}` === ending);
  const summary = text(posted, 'summary');
  const label = (outcome ?? failed)?.label;
  if (!label) wrong.add('ending', words.ending);
  if (!summary && outcome) wrong.add('summary', words.summary);
  if (summary.length > LONG_TEXT) wrong.add('summary', words.tooLong({ most: LONG_TEXT }));
  if ((summary.match(/\b\d{9}\b/g) ?? []).some(isBsn)) wrong.add('summary', words.bsn);
  const errors = wrong.found();
  if (errors || !label) return { ok: false, errors: errors ?? {} };
  return {
    ok: true,
    value: {
      ending,
      label,
      summary,
      ...(outcome ? { outcome: outcome.code } : {}),
      ...(failed ? { failed: failed.code } : {}),
    },
  };
}
