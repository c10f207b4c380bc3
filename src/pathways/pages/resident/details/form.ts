import { type Posted, text } from '../../../../web/index.ts';
import type { Details } from '../../../service/details.ts';
import { mistakes, type Read } from '../../shared/index.ts';
import { detailsWords } from './words.ts';

/** Most signs in one line. */
const LINE = 120;

/** Reads how somebody is reached. */
export function readDetails(posted: Posted, lang: 'nl' | 'en'): Read<Omit<Details, 'municipality'>> {
  const words = detailsWords(lang).mistakes;
  const wrong = mistakes();
  const line = (name: string) => text(posted, name).trim();
  const [phone, mail, street, city] = [line('phone'), line('mail'), line('street'), line('city')];
  const postcode = line('postcode').toUpperCase().replace(/\s/g, '');
  if (phone !== '' && !/^\+?[\d ()-]{6,20}$/.test(phone)) wrong.add('phone', words.phone);
  if (mail !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mail)) wrong.add('mail', words.mail);
  if (phone === '' && mail === '') wrong.add('phone', words.reach);
  for (const [name, value] of Object.entries({ mail, street, city }))
    if (value.length > LINE) wrong.add(name, words.long);
  if (!/^[1-9]\d{3}[A-Z]{2}$/.test(postcode)) wrong.add('postcode', words.postcode);
  if (city === '') wrong.add('city', words.city);
  const errors = wrong.found();
  if (errors) return { ok: false, errors };
  const value = { phone, mail, street, postcode: `${postcode.slice(0, 4)} ${postcode.slice(4)}`, city };
  return { ok: true, value };
}
