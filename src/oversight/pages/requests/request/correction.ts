import { CORRECTABLE, type Rectified } from '../../../../pathways/index.ts';
import { dateOfParts, readDateParts } from '../../../../ui/index.ts';
import { type Posted, text } from '../../../../web/index.ts';
import type { OversightGround } from '../../../ground.ts';
import type { requestWords } from '../words.ts';
import type { RequestField } from './view.tsx';

type Chosen = { readonly type: string; readonly id: string };

/** An entry as its link or form says it: `Communication/…`; undefined for what is not corrected this way. */
export function entryIn(said: string | readonly string[]): Chosen | undefined {
  const [type = '', id = ''] = String(said).split('/');
  return CORRECTABLE[type] && /^[0-9a-f]{32}-[0-9a-z]{26}$/.test(id) ? { type, id } : undefined;
}

/** What is to be corrected with the decision, or mistakes on the fields. Nothing filled in: the officer arranges it. */
export function readCorrection(
  ground: OversightGround,
  posted: Posted,
  words: ReturnType<typeof requestWords>['correct'],
): {
  readonly details: Rectified | undefined;
  readonly entry: (Chosen & { readonly wish: string }) | undefined;
  readonly errors: Readonly<Partial<Record<RequestField, string>>>;
} {
  const typed = (name: string): string | undefined => text(posted, name).trim().slice(0, 200) || undefined;
  const parts = readDateParts(posted, 'birthDate');
  const dated = [parts.day, parts.month, parts.year].some(Boolean);
  const birthDate = dated ? dateOfParts(parts) : undefined;
  const [mail, code] = [typed('mail'), typed('postcode')];
  const postcode =
    code && /^\d{4}\s?[a-z]{2}$/i.test(code) ? `${code.slice(0, 4)} ${code.slice(-2).toUpperCase()}` : undefined;
  const { region } = ground.definitions;
  const home = postcode && region.postcodes.find((one) => one.code === postcode.slice(0, 4))?.municipality;
  const municipality = home ? region.municipalities.find((one) => one.id === home)?.name : postcode && typed('city');
  const details: Rectified = {
    ...{ given: typed('given'), family: typed('family'), phone: typed('phone'), street: typed('street') },
    ...{ city: typed('city'), birthDate, mail, postcode, municipality },
  };
  const chosen = entryIn(text(posted, 'entry'));
  const wish = text(posted, 'wish').trim().slice(0, 1000);
  return {
    details: Object.values(details).some(Boolean) ? details : undefined,
    entry: chosen && { ...chosen, wish },
    errors: {
      ...(dated && !birthDate ? { birthDate: words.mistakes.birthDate } : {}),
      ...(mail && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mail) ? { mail: words.mistakes.mail } : {}),
      ...(code && !postcode ? { postcode: words.mistakes.postcode } : {}),
      ...(chosen && !wish ? { wish: words.mistakes.wish } : {}),
    },
  };
}
