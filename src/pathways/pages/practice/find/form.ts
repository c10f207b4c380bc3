import { isBsn } from '../../../../fhir/index.ts';
import type { LookUp } from '../../../../record/index.ts';
import { dateOfParts, type Language, readDateParts } from '../../../../ui/index.ts';
import { type Posted, text } from '../../../../web/index.ts';
import { mistakes, type Read } from '../../shared/index.ts';
import { findWords } from './words.ts';

/** A postcode as people type it, as `7511AB`; undefined when it is none. */
export function postcodeOf(typed: string): string | undefined {
  const plain = typed.replace(/\s/g, '').toUpperCase();
  return /^[1-9]\d{3}[A-Z]{2}$/.test(plain) ? plain : undefined;
}

/** Reads the question: an exact BSN, or name and birth date. */
export function readFind(posted: Posted, lang: Language): Read<LookUp> {
  const words = findWords(lang).mistakes;
  const wrong = mistakes();
  if (text(posted, 'by') === 'bsn') {
    const bsn = text(posted, 'bsn').replace(/[\s.]/g, '');
    if (!isBsn(bsn)) return { ok: false, errors: { bsn: words.bsn } };
    return { ok: true, value: { by: 'bsn', bsn } };
  }
  const family = text(posted, 'family');
  const birthDate = dateOfParts(readDateParts(posted, 'birthDate'));
  const typed = text(posted, 'postcode');
  const postcode = typed ? postcodeOf(typed) : undefined;
  if (!family) wrong.add('family', words.family);
  if (!birthDate) wrong.add('birthDate', words.birthDate);
  if (typed && !postcode) wrong.add('postcode', words.postcode);
  const errors = wrong.found();
  if (errors || !birthDate) return { ok: false, errors: errors ?? {} };
  return { ok: true, value: { by: 'name', family, birthDate, ...(postcode ? { postcode } : {}) } };
}
