import type { Pathway } from '../../../../content/index.ts';
import { isBsn } from '../../../../fhir/index.ts';
import type { Language } from '../../../../ui/index.ts';
import { type Posted, text } from '../../../../web/index.ts';
import { codesOf, LONG_TEXT, mistakes, type Read } from '../../shared/index.ts';
import { referWords } from './words.ts';

/** A referral as the practice fills it in. */
export type ReferralForm = {
  readonly reasons: readonly string[];
  readonly urgency: string;
  readonly note: string;
};

/** Reads a new referral: reasons and urgency of the pathway, a note, and the resident's yes. */
export function readReferral(posted: Posted, pathway: Pathway, lang: Language): Read<ReferralForm> {
  const words = referWords(lang).mistakes;
  const wrong = mistakes();
  const reasons = codesOf(posted, 'reasons').filter((code) => pathway.reasons.some((reason) => reason.code === code));
  const urgency = pathway.urgencies.find((one) => one.code === text(posted, 'urgency'))?.code;
  const note = text(posted, 'note');
  if (reasons.length === 0) wrong.add('reasons', words.reasons);
  if (!urgency) wrong.add('urgency', words.urgency);
  if (note.length > LONG_TEXT) wrong.add('note', words.note({ most: LONG_TEXT }));
  if ((note.match(/\b\d{9}\b/g) ?? []).some(isBsn)) wrong.add('note', words.bsn);
  if (text(posted, 'agreed') !== 'yes') wrong.add('agreed', words.agreed);
  const errors = wrong.found();
  return errors || !urgency ? { ok: false, errors: errors ?? {} } : { ok: true, value: { reasons, urgency, note } };
}
