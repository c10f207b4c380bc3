import { isBsn } from '../../../../fhir/index.ts';
import { ok, type Result } from '../../../../platform/index.ts';
import { familyKey, type Glimpse, lookUp } from '../../../../record/index.ts';
import { type Answer, type Ask, LAUNCHED_PATH, type LaunchHere, type Posted } from '../../../../web/index.ts';
import { paths } from '../../shared/index.ts';
import { type PracticeParts, ticketFor } from '../parts.ts';
import { sealTicket } from '../ticket.ts';
import { stuckPage } from './view.tsx';
import { launchPatientWords } from './words.ts';

/**
 * GET /launch/patient: the patient that was on screen in the practice's own system, found here as a look-up finds
 * people, and the referral form for them; or the way to register them. Nothing is shown of who is not meant.
 */
export async function showLaunched(parts: PracticeParts, ask: Ask): Promise<Answer> {
  const words = launchPatientWords(ask.context.lang);
  const here = await parts.kit.launched(ask.c);
  const stuck = (why: string, href: string, label: string): Answer => stuckPage(ask.context, why, { href, label });
  if (!here) return stuck(words.over, paths.find, words.search);
  const { site, launched } = here;
  const system = site.name;
  if (here.person !== ask.actor.person) return stuck(words.person({ system }), paths.practice, words.first);
  if (site.organisation !== ask.actor.organisation)
    return stuck(
      words.organisation({ system, organisation: site.organisationName }),
      `/rol?${new URLSearchParams({ terug: LAUNCHED_PATH })}`,
      words.chooseRole,
    );
  const found = await findPatient(parts, ask, launched.patient);
  if (!found.ok) return { problem: found.problem, action: { href: paths.find, label: words.search } };
  if (!found.value) return nobody(parts, ask, here);
  const { patient } = launched;
  if (found.value.birthDate !== patient.birthDate) return stuck(words.mismatch, paths.find, words.search);
  const ticket = ticketFor(parts, ask, { ...shownOf(found.value), from: addressOf(launched.issuer, patient.id) });
  const name = `${found.value.given} ${found.value.family}`;
  // A BSN that is not known here may mean that this is somebody else with the same name: a person looks first.
  const sure = found.value.by === 'bsn' || patient.bsn === undefined;
  return sure && familyKey(found.value.family) === familyKey(patient.family)
    ? { to: paths.newReferralFor(ticket), flash: { kind: 'info', text: words.found({ name, system }) } }
    : { to: paths.found(ticket), flash: { kind: 'error', text: words.looksAlike({ system }) } };
}

/** What a ticket carries of who was found. */
const shownOf = ({ resident, given, family, birthDate, postcode }: Glimpse): Glimpse => ({
  resident,
  given,
  family,
  birthDate,
  postcode,
});

/** By BSN; without one that is known here, by name, birth date and postcode. One person or none. */
async function findPatient(
  parts: PracticeParts,
  ask: Ask,
  patient: LaunchHere['launched']['patient'],
): Promise<Result<(Glimpse & { readonly by: 'bsn' | 'name' }) | undefined>> {
  if (patient.bsn && isBsn(patient.bsn)) {
    const found = await lookUp(parts.ground, ask.actor, { by: 'bsn', bsn: patient.bsn }, ask.door);
    if (!found.ok) return found;
    if (found.value) return ok({ ...found.value, by: 'bsn' });
  }
  if (!patient.postcode) return ok(undefined);
  const { family, birthDate, postcode } = patient;
  const found = await lookUp(parts.ground, ask.actor, { by: 'name', family, birthDate, postcode }, ask.door);
  return found.ok ? ok(found.value && { ...found.value, by: 'name' }) : found;
}

/** Where the patient stands in the system that opened Omzien, where this is who was on screen; undefined for anybody else. */
export async function launchedAs(
  parts: PracticeParts,
  ask: Ask,
  person: { readonly family: string; readonly birthDate: string },
): Promise<string | undefined> {
  const here = await parts.kit.launched(ask.c);
  if (!here || here.person !== ask.actor.person || here.site.organisation !== ask.actor.organisation) return undefined;
  const { patient, issuer } = here.launched;
  const same = patient.birthDate === person.birthDate && familyKey(patient.family) === familyKey(person.family);
  return same ? addressOf(issuer, patient.id) : undefined;
}

const addressOf = (issuer: string, patient: string): string => `${issuer}/Patient/${patient}`;

/** On to registering, with what the system told. */
function nobody(parts: PracticeParts, ask: Ask, { launched, site }: LaunchHere): Answer {
  const { bsn, family, birthDate, postcode } = launched.patient;
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const typed: Posted = {
    given: launched.patient.given,
    family,
    'birthDate-day': String(Number(day)),
    'birthDate-month': String(Number(month)),
    'birthDate-year': year,
    ...(bsn ? { bsn } : {}),
    ...(postcode ? { postcode } : {}),
  };
  const ticket = sealTicket(parts.ground.keys, 'typed', typed, ask.actor.person, parts.kit.wall.now());
  const text = launchPatientWords(ask.context.lang).nobody({ system: site.name });
  return { to: paths.nobody(ticket), flash: { kind: 'info', text } };
}
