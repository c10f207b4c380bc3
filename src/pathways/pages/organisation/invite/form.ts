import type { NewInvite, OwnOrganisation } from '../../../../directory/index.ts';
import type { Language } from '../../../../ui/index.ts';
import { type Posted, text } from '../../../../web/index.ts';
import { mistakes, type Read } from '../../shared/index.ts';
import { needsServices, wishesIn } from '../wish.ts';
import { inviteWords } from './words.ts';

const LONGEST = 100;

/** Reads whom to invite, by which address, in which roles. */
export function readInvite(posted: Posted, organisation: OwnOrganisation, lang: Language): Read<NewInvite> {
  const words = inviteWords(lang).mistakes;
  const wrong = mistakes();
  const name = (field: 'given' | 'family') => {
    const value = text(posted, field).replace(/\s+/g, ' ').trim();
    if (!value) wrong.add(field, words[field]);
    if (value.length > LONGEST) wrong.add(field, words.long);
    return value;
  };
  const [given, family] = [name('given'), name('family')];
  const mail = text(posted, 'mail').trim();
  if (mail.length > 200 || !/^[^\s@,<>]+@[^\s@,<>]+\.[^\s@,<>.]+$/.test(mail)) wrong.add('mail', words.mail);
  const roles = wishesIn(posted, organisation);
  if (roles.length === 0) wrong.add('role', words.role);
  if (needsServices(roles) && roles.every(({ services }) => services.length === 0))
    wrong.add('services', words.services);
  const errors = wrong.found();
  return errors ? { ok: false, errors } : { ok: true, value: { given, family, mail, roles } };
}
