import { OMZIEN, type Resource } from '../../fhir/index.ts';
import { LETTERS } from '../shapes.ts';

/** R4's own extension on a language: somebody needs an interpreter in it. */
export const INTERPRETER = 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired';
/** Large letters and short sentences, on pages and on paper. */
export const EASY_READ = `${OMZIEN}/StructureDefinition/easy-read`;
/** How somebody wants to be reached: mail, letter or phone. */
export const CONTACT_WAY = `${OMZIEN}/StructureDefinition/contact-preference`;

export const CONTACT_WAYS = ['mail', 'letter', 'phone'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

/** How a resident wants to be served. */
export type Wishes = {
  readonly way: ContactWay;
  readonly letters: boolean;
  readonly language: string | undefined;
  readonly interpreter: boolean;
  readonly easyRead: boolean;
};

type Extension = { readonly url?: string; readonly valueBoolean?: boolean; readonly valueCode?: string };
type Spoken = {
  readonly preferred?: boolean;
  readonly language?: { readonly coding?: readonly { readonly system?: string; readonly code?: string }[] };
  readonly extension?: readonly Extension[];
};
type Point = { readonly system?: string; readonly value?: string };

const extensionsOf = (element: object) =>
  ((element as { readonly extension?: readonly Extension[] }).extension ?? []) as readonly Extension[];
const spokenIn = (patient: Resource) => {
  const all = (patient.communication ?? []) as readonly Spoken[];
  return all.find((one) => one.preferred) ?? all[0];
};

/** Reads how somebody wants to be served from their Patient. */
export function wishesOf(patient: Resource): Wishes {
  const extensions = extensionsOf(patient);
  const letters = extensions.some((one) => one.url === LETTERS && one.valueBoolean === true);
  const told = extensions.find((one) => one.url === CONTACT_WAY)?.valueCode as ContactWay | undefined;
  const mail = ((patient.telecom ?? []) as readonly Point[]).some((point) => point.system === 'email');
  const spoken = spokenIn(patient);
  return {
    way: told && CONTACT_WAYS.includes(told) ? told : letters || !mail ? 'letter' : 'mail',
    letters,
    language: spoken?.language?.coding?.[0]?.code,
    interpreter: spoken
      ? extensionsOf(spoken).some((one) => one.url === INTERPRETER && one.valueBoolean === true)
      : false,
    easyRead: extensions.some((one) => one.url === EASY_READ && one.valueBoolean === true),
  };
}

/** Writes them on a Patient; what is not about them stays as it was. */
export function withWishes(patient: Resource, wishes: Omit<Wishes, 'letters'>): Resource {
  const own: readonly string[] = [LETTERS, CONTACT_WAY, EASY_READ];
  const extension = [
    ...extensionsOf(patient).filter((one) => !own.includes(one.url ?? '')),
    { url: CONTACT_WAY, valueCode: wishes.way },
    // Who wants to be called gets on paper what has to be written.
    ...(wishes.way === 'mail' ? [] : [{ url: LETTERS, valueBoolean: true }]),
    ...(wishes.easyRead ? [{ url: EASY_READ, valueBoolean: true }] : []),
  ];
  const others = ((patient.communication ?? []) as readonly Spoken[]).filter((one) => one !== spokenIn(patient));
  const { communication: _communication, ...rest } = patient;
  const spoken = wishes.language && {
    language: { coding: [{ system: 'urn:ietf:bcp:47', code: wishes.language }] },
    preferred: true,
    ...(wishes.interpreter ? { extension: [{ url: INTERPRETER, valueBoolean: true }] } : {}),
  };
  const communication = [...(spoken ? [spoken] : []), ...others];
  return { ...rest, extension, ...(communication.length > 0 ? { communication } : {}) } as Resource;
}
