import type { Organisation } from '../../content/index.ts';
import type { Resource } from '../../fhir/index.ts';
import type { Language, Trx } from '../../platform/index.ts';
import { isSecret, loadResource, openRow } from '../../record/index.ts';
import type { Definitions, PathwayGround } from '../ground.ts';
import { wishesOf } from '../model/index.ts';
import { type ContactDetails, contactDetailsOf } from '../read/contact-details.ts';
import { idIn, LETTERS } from '../shapes.ts';

/** A mailbox of an organisation: of a team, a service or a practice. */
export type Mailbox = { readonly kind: 'team' | 'provider' | 'practice'; readonly mail: string };

/** How a resident gets their messages. */
export type ResidentDoor = {
  readonly details: ContactDetails;
  /** Absent: by letter. */
  readonly mail: string | undefined;
  /** Reads large letters and short sentences. */
  readonly easyRead: boolean;
  /** English for who understands that best; else Dutch. */
  readonly language: Language;
};

/** The organisation behind a team, a service or an organisation, by its FHIR reference. */
export function organisationBehind(definitions: Definitions, reference: string): Organisation | undefined {
  const id = idIn(reference);
  const { organisations } = definitions.region;
  const service = definitions.service(id);
  return organisations.find(
    (one) => one.id === id || one.id === service?.organisation || one.teams.some((team) => team.id === id),
  );
}

/** Where mail for a party goes; undefined for a party that the region's content does not know (a system of a partner). */
export function mailboxOf(definitions: Definitions, reference: string): Mailbox | undefined {
  const organisation = organisationBehind(definitions, reference);
  if (!organisation) return undefined;
  const kind = reference.startsWith('Organization/')
    ? 'practice'
    : organisation.teams.some((team) => team.id === idIn(reference))
      ? 'team'
      : 'provider';
  return { kind, mail: organisation.mail };
}

/** How this resident is reached; undefined where nobody should be written to any more. */
export async function residentDoor(
  ground: PathwayGround,
  trx: Trx,
  resident: string,
): Promise<ResidentDoor | undefined> {
  const row = await loadResource(trx, resident, 'Patient', resident);
  if (!row || row.deleted) return undefined;
  const patient = JSON.parse(openRow(ground, row, false)) as Resource;
  if (patient.deceasedBoolean === true || typeof patient.deceasedDateTime === 'string') return undefined;
  const known = contactDetailsOf(patient);
  // A secret address stands on no letter: the team writes the envelope, after asking for it.
  const details = isSecret(patient) ? { ...known, address: [] } : known;
  const paper = ((patient.extension ?? []) as readonly { url?: string; valueBoolean?: boolean }[]).some(
    (one) => one.url === LETTERS && one.valueBoolean === true,
  );
  return {
    details,
    mail: paper ? undefined : details.mail,
    language: details.language === 'en' ? 'en' : 'nl',
    easyRead: wishesOf(patient).easyRead,
  };
}
