import { isBsn } from '../../../../fhir/index.ts';
import type { LocalDate } from '../../../../platform/index.ts';
import { dateOfParts, type Language, readDateParts } from '../../../../ui/index.ts';
import { type Posted, text } from '../../../../web/index.ts';
import type { Definitions } from '../../../ground.ts';
import type { NewResident } from '../../../service/refer.ts';
import { mistakes, type Read } from '../../shared/index.ts';
import { postcodeOf } from '../find/form.ts';
import { registerWords } from './words.ts';

const GENDERS = ['female', 'male', 'other', 'unknown'] as const;

/** Reads a new resident. The municipality follows from the postcode. */
export function readRegister(
  posted: Posted,
  definitions: Definitions,
  today: LocalDate,
  lang: Language,
): Read<NewResident> {
  const words = registerWords(lang).mistakes;
  const wrong = mistakes();
  const given = text(posted, 'given');
  const family = text(posted, 'family');
  const birthDate = dateOfParts(readDateParts(posted, 'birthDate'));
  const gender = GENDERS.find((one) => one === text(posted, 'gender'));
  const bsn = text(posted, 'bsn').replace(/[\s.]/g, '');
  const postcode = postcodeOf(text(posted, 'postcode'));
  const city = text(posted, 'city');
  const phone = text(posted, 'phone');
  const mail = text(posted, 'mail');
  const letters = text(posted, 'letters') === 'yes';
  if (!given) wrong.add('given', words.given);
  if (!family) wrong.add('family', words.family);
  if (!birthDate) wrong.add('birthDate', words.birthDate);
  else if (birthDate > today) wrong.add('birthDate', words.future);
  if (!gender) wrong.add('gender', words.gender);
  if (bsn && !isBsn(bsn)) wrong.add('bsn', words.bsn);
  if (!postcode) wrong.add('postcode', words.postcode);
  if (!city) wrong.add('city', words.city);
  if (phone && !/^\+?[\d\s()-]{6,20}$/.test(phone)) wrong.add('phone', words.phone);
  if (!phone && !letters) wrong.add('phone', words.reach);
  if (mail && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mail)) wrong.add('mail', words.mail);
  const errors = wrong.found();
  if (errors || !birthDate || !gender || !postcode) return { ok: false, errors: errors ?? {} };
  const street = text(posted, 'street');
  const language = text(posted, 'language');
  return {
    ok: true,
    value: {
      given,
      family,
      birthDate,
      gender,
      ...(bsn ? { bsn } : {}),
      ...(street ? { street } : {}),
      postcode: `${postcode.slice(0, 4)} ${postcode.slice(4)}`,
      city,
      municipality: municipalityAt(definitions, postcode) ?? city,
      ...(phone ? { phone } : {}),
      ...(mail ? { mail } : {}),
      ...(language ? { language } : {}),
      ...(letters ? { letters } : {}),
    },
  };
}

function municipalityAt({ region }: Definitions, postcode: string): string | undefined {
  const area = region.postcodes.find((one) => one.code === postcode.slice(0, 4));
  return region.municipalities.find((one) => one.id === area?.municipality)?.name;
}
