import type { Resource } from '../../../fhir/index.ts';
import { ageOn, asLocalDate, type LocalDate } from '../../../platform/index.ts';
import { isSecret } from '../../../record/index.ts';
import { formatDate, type Language } from '../../../ui/index.ts';
import { type Wishes, wishesOf } from '../../model/index.ts';
import { LETTERS } from '../../shapes.ts';
import { caseWords } from './words.ts';

/** A resident as pages for work write them. */
export type PersonFacts = {
  readonly name: string;
  readonly given: string;
  readonly age: number | undefined;
  readonly born: string | undefined;
  readonly gender: string | undefined;
  readonly phone: string | undefined;
  readonly mail: string | undefined;
  readonly addressLines: readonly string[];
  readonly language: string | undefined;
  readonly languageCode: string | undefined;
  /** Wants letters, or has no mail. */
  readonly paper: boolean;
  readonly letters: boolean;
  readonly municipality: string | undefined;
  readonly wishes: Wishes;
  /** The address is kept secret: what is not here may be asked for, with a reason. */
  readonly secret: boolean;
};

type Patient = {
  readonly name?: readonly { readonly use?: string; readonly family?: string; readonly given?: readonly string[] }[];
  readonly telecom?: readonly { readonly system?: string; readonly value?: string }[];
  readonly address?: readonly {
    readonly line?: readonly string[];
    readonly postalCode?: string;
    readonly city?: string;
    readonly district?: string;
  }[];
  readonly communication?: readonly {
    readonly language?: { readonly coding?: readonly { readonly code?: string }[] };
  }[];
  readonly extension?: readonly { readonly url?: string; readonly valueBoolean?: boolean }[];
  readonly birthDate?: string;
  readonly gender?: string;
};

/** What the pages show of a Patient; undefined where the actor may not see who it is. */
export function personFacts(resource: Resource | undefined, today: LocalDate, lang: Language): PersonFacts | undefined {
  if (!resource) return undefined;
  const patient = resource as Patient;
  const words = caseWords(lang);
  const name = patient.name?.find((one) => one.use === 'official') ?? patient.name?.[0];
  const address = patient.address?.[0];
  const told = (system: string) => patient.telecom?.find((one) => one.system === system)?.value;
  const code = patient.communication?.[0]?.language?.coding?.[0]?.code?.slice(0, 2);
  const letters = patient.extension?.some((one) => one.url === LETTERS && one.valueBoolean) ?? false;
  const given = (name?.given ?? []).join(' ');
  return {
    name: [given, name?.family].filter(Boolean).join(' ') || 'Inwoner',
    given,
    age: patient.birthDate ? ageOn(asLocalDate(patient.birthDate), today) : undefined,
    born: patient.birthDate ? formatDate(patient.birthDate, 'long', lang) : undefined,
    gender: words.genders[patient.gender as keyof typeof words.genders],
    phone: told('phone'),
    mail: told('email'),
    addressLines: [...(address?.line ?? []), [address?.postalCode, address?.city].filter(Boolean).join(' ')].filter(
      Boolean,
    ),
    language: code ? (words.languages[code as keyof typeof words.languages] ?? code) : undefined,
    languageCode: code,
    paper: letters || !told('email'),
    letters,
    municipality: address?.district ?? address?.city,
    wishes: wishesOf(resource),
    secret: isSecret(resource),
  };
}

/** "A. Voorbeeld" out of "Anna Maria Voorbeeld", for the way to a page. */
export function shortName(person: PersonFacts): string {
  const initial = person.given.charAt(0);
  const family = person.name.slice(person.given.length).trim();
  return family ? `${initial ? `${initial}. ` : ''}${family}` : person.name;
}
