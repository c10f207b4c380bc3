import type { Resource } from '../../fhir/index.ts';
import { isSecret, personOf } from '../../record/index.ts';
import { wishesOf } from '../model/index.ts';

/** How somebody is named and reached, for pages and letters. Absent where it is not known. */
export type ContactDetails = {
  readonly name: string;
  readonly given: string;
  readonly birthDate: string | undefined;
  readonly phone: string | undefined;
  readonly mail: string | undefined;
  /** Street, then postcode and place: the lines under a name on an envelope. */
  readonly address: readonly string[];
  /** BCP 47 code of the language somebody understands best. */
  readonly language: string | undefined;
  /** Needs an interpreter in that language. */
  readonly interpreter: boolean;
  /** The address is kept secret: it is left out for who may not see it. */
  readonly secret: boolean;
};

type Address = {
  readonly use?: string;
  readonly line?: readonly string[];
  readonly postalCode?: string;
  readonly city?: string;
};
type Point = { readonly system?: string; readonly value?: string };
type Spoken = {
  readonly preferred?: boolean;
  readonly language?: { readonly coding?: readonly { readonly code?: string }[] };
};

/** Takes name, address, telephone, mail and language out of a Patient. */
export function contactDetailsOf(patient: Resource): ContactDetails {
  const person = personOf(patient);
  const addresses = (patient.address ?? []) as readonly Address[];
  const address = addresses.find((one) => one.use === 'home') ?? addresses[0];
  const points = (patient.telecom ?? []) as readonly Point[];
  const reach = (system: string): string | undefined => points.find((point) => point.system === system)?.value;
  const spoken = (patient.communication ?? []) as readonly Spoken[];
  const place = [address?.postalCode, address?.city].filter(Boolean).join(' ');
  return {
    name: [person.given, person.family].filter(Boolean).join(' '),
    given: person.given.split(' ')[0] ?? '',
    birthDate: person.birthDate,
    phone: reach('phone'),
    mail: reach('email'),
    address: [...(address?.line ?? []), place].filter((line) => line !== ''),
    secret: isSecret(patient),
    language: (spoken.find((one) => one.preferred) ?? spoken[0])?.language?.coding?.[0]?.code,
    interpreter: wishesOf(patient).interpreter,
  };
}
