import type { Resource } from '../../fhir/index.ts';
import {
  type Actor,
  ageOn,
  asLocalDate,
  auditInside,
  type Door,
  localDate,
  Refusal,
  type Result,
  seal,
  type Trx,
  unseal,
  withActor,
} from '../../platform/index.ts';
import { alongWith, createInside, loadResource, openRow, updateInside } from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';
import { type Wishes, withWishes } from '../model/index.ts';
import { REFUSALS } from '../refusals.ts';
import { keepCodeWord, loadPreference } from '../wish-store.ts';
import { auditAct, perform, refuse, theCase, type Why } from './perform.ts';

/** How somebody is reached. An empty telephone or mail takes it away. */
export type Details = {
  readonly phone: string;
  readonly mail: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  /** The municipality by name, where the postcode tells it. */
  readonly municipality?: string | undefined;
};

type Address = Record<string, unknown> & { readonly use?: string; readonly district?: string };
type Point = { readonly system?: string; readonly value?: string };

/**
 * A resident corrects how they are reached: written on their Patient with a Provenance, so that everybody who may see it
 * sees the new; on each of their records, where two were merged. Says whether they moved to another municipality.
 */
export async function correctDetails(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly details: Details },
  door: Door,
): Promise<Result<{ readonly moved: boolean }>> {
  const { resident, details } = what;
  return perform(ground, actor, { resident, act: 'correct' }, door, async (trx, why) => {
    let moved = false;
    for (const one of [resident, ...(await alongWith(trx, resident))])
      moved = (await correctIn(ground, trx, actor, { resident: one, details }, why, door)) || moved;
    return { moved };
  });
}

async function correctIn(
  ground: PathwayGround,
  trx: Trx,
  actor: Actor,
  { resident, details }: { readonly resident: string; readonly details: Details },
  why: Why,
  door: Door,
): Promise<boolean> {
  const before = await thePatient(ground, trx, resident);
  const addresses = (before.address ?? []) as readonly Address[];
  const home = addresses.find((one) => one.use === 'home') ?? addresses[0];
  const { line: _line, postalCode: _code, city: _city, district: _district, ...rest } = home ?? {};
  const address = {
    use: 'home',
    ...rest,
    ...(details.street ? { line: [details.street] } : {}),
    postalCode: details.postcode,
    city: details.city,
    ...(details.municipality ? { district: details.municipality } : {}),
  };
  const others = ((before.telecom ?? []) as readonly Point[]).filter(
    (point) => point.system !== 'phone' && point.system !== 'email',
  );
  const telecom = [
    ...(details.phone ? [{ system: 'phone', value: details.phone }] : []),
    ...(details.mail ? [{ system: 'email', value: details.mail }] : []),
    ...others,
  ];
  const { telecom: _telecom, ...person } = before;
  const after = {
    ...person,
    ...(telecom.length > 0 ? { telecom } : {}),
    address: [address, ...addresses.filter((one) => one !== home)],
  } as Resource;
  await writePatient(ground, trx, actor, resident, after, 'De inwoner verbeterde de eigen gegevens', why, door);
  return Boolean(home?.district && details.municipality && home.district !== details.municipality);
}

/** Who somebody is and how they are reached, as it has to be; what is left out stays. */
export type Rectified = Partial<Details> & {
  readonly given?: string | undefined;
  readonly family?: string | undefined;
  readonly birthDate?: string | undefined;
};

/**
 * Carries out what was granted (GDPR 16): the resident's own details, also their name and date of birth, in the
 * transaction of the decision. Teams, practices and partners read the new from their next request on (GDPR 19).
 */
export async function rectifyDetails(
  ground: PathwayGround,
  trx: Trx,
  actor: Actor,
  what: { readonly resident: string; readonly to: Rectified; readonly told: string },
  why: Why,
  door: Door,
): Promise<void> {
  const { resident, to } = what;
  if (to.birthDate && ageOn(asLocalDate(to.birthDate), localDate(ground.clock.now())) < 18)
    refuse('unprocessable', REFUSALS.adultsOnly, 'birthDate');
  for (const one of [resident, ...(await alongWith(trx, resident))])
    await rectifyIn(ground, trx, actor, { ...what, resident: one }, why, door);
}

async function rectifyIn(
  ground: PathwayGround,
  trx: Trx,
  actor: Actor,
  { resident, to, told }: { readonly resident: string; readonly to: Rectified; readonly told: string },
  why: Why,
  door: Door,
): Promise<void> {
  const before = await thePatient(ground, trx, resident);
  const names = (before.name ?? []) as readonly (Record<string, unknown> & { readonly use?: string })[];
  const name = names.find((one) => one.use === 'official') ?? names[0];
  // A text of the whole name, or a prefix taken apart, would go on saying the old one.
  const { text: _text, given: _given, family: _family, _family: _parts, ...restOfName } = name ?? {};
  const renamed =
    to.given || to.family
      ? {
          name: [
            {
              ...restOfName,
              family: to.family ?? name?.family,
              given: to.given ? to.given.split(/\s+/) : name?.given,
            },
            ...names.filter((one) => one !== name),
          ],
        }
      : {};
  const addresses = (before.address ?? []) as readonly Address[];
  const home = addresses.find((one) => one.use === 'home') ?? addresses[0];
  const moved = to.street || to.postcode || to.city;
  const address = {
    ...(home ?? { use: 'home' }),
    ...(to.street ? { line: [to.street] } : {}),
    ...(to.postcode ? { postalCode: to.postcode } : {}),
    ...(to.city ? { city: to.city } : {}),
    ...(to.municipality ? { district: to.municipality } : {}),
  };
  const points = (before.telecom ?? []) as readonly Point[];
  const reach = (system: string, value: string | undefined) =>
    value ? [{ system, value }] : points.filter((point) => point.system === system);
  const after = {
    ...before,
    ...renamed,
    ...(to.birthDate ? { birthDate: to.birthDate } : {}),
    ...(to.phone || to.mail
      ? {
          telecom: [
            ...reach('phone', to.phone),
            ...reach('email', to.mail),
            ...points.filter((point) => point.system !== 'phone' && point.system !== 'email'),
          ],
        }
      : {}),
    ...(moved ? { address: [address, ...addresses.filter((one) => one !== home)] } : {}),
  } as Resource;
  await writePatient(ground, trx, actor, resident, after, told, why, door);
}

/** Sets how somebody wants to be served: by themself, or by the team for who cannot do it on a screen. */
export async function setWishes(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly caseId?: string | undefined; readonly wishes: Omit<Wishes, 'letters'> },
  door: Door,
): Promise<Result<{ readonly resident: string }>> {
  const { resident, wishes } = what;
  return perform(ground, actor, { resident, act: 'set-wishes' }, door, async (trx, why) => {
    if (actor.role !== 'resident') await theCase(trx, actor, resident, what.caseId ?? '');
    const told =
      actor.role === 'resident' ? 'De inwoner koos hoe wij helpen' : 'Op verzoek van de inwoner, door het team';
    for (const one of await recordsOf(trx, actor, resident)) {
      const before = await thePatient(ground, trx, one);
      await writePatient(ground, trx, actor, one, withWishes(before, wishes), told, why, door);
    }
    return { resident };
  });
}

/** Sets or takes away the word by which somebody is known on the telephone; kept encrypted, in no FHIR resource. */
export async function setCodeWord(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly caseId?: string | undefined; readonly word: string | undefined },
  door: Door,
): Promise<Result<{ readonly resident: string }>> {
  const { resident, word } = what;
  return perform(ground, actor, { resident, act: 'set-wishes' }, door, async (trx, why) => {
    if (actor.role !== 'resident') await theCase(trx, actor, resident, what.caseId ?? '');
    const detail = word ? 'code word set' : 'code word taken away';
    for (const one of await recordsOf(trx, actor, resident)) {
      const sealed = word ? seal(ground.keys, word, placeOf(one)) : undefined;
      await keepCodeWord(trx, one, sealed, ground.clock.now());
      await auditAct(ground, trx, actor, one, why, door, { type: 'Patient', id: one, detail });
    }
    return { resident };
  });
}

/** What residents say of themselves holds in each of their records; a team writes in the record of its case. */
async function recordsOf(trx: Trx, actor: Actor, resident: string): Promise<readonly string[]> {
  return actor.role === 'resident' ? [resident, ...(await alongWith(trx, resident))] : [resident];
}

const placeOf = (resident: string) => `code-word/${resident}`;

/** The word, for who calls the resident or is called by them: a member of the team of a case. Read is logged as opened. */
export async function readCodeWord(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly caseId: string },
  door: Door,
): Promise<Result<{ readonly word: string | undefined }>> {
  return perform(ground, actor, { resident: what.resident, act: 'set-wishes' }, door, async (trx, why) => {
    await theCase(trx, actor, what.resident, what.caseId);
    const row = await loadPreference(trx, what.resident);
    // Opened, not acted: it stands on the resident's page of who looked.
    await auditInside(trx, ground.clock, {
      actor,
      action: 'opened',
      allowed: true,
      resident: what.resident,
      subjectType: 'CodeWord',
      purpose: why.purpose,
      ground: why.ground,
      ...door,
    });
    return {
      word: row?.code_word ? unseal(ground.keys, row.code_word, placeOf(what.resident)) : undefined,
    };
  });
}

/** Since when there is a code word; undefined where there is none, or it may not be known. */
export async function codeWordSince(ground: PathwayGround, actor: Actor, resident: string): Promise<Date | undefined> {
  return withActor(
    ground,
    actor,
    { kind: 'resident', resident },
    async (trx) => (await loadPreference(trx, resident))?.code_word_at ?? undefined,
  );
}

async function thePatient(ground: PathwayGround, trx: Trx, resident: string): Promise<Resource> {
  const row = await loadResource(trx, resident, 'Patient', resident, true);
  if (!row || row.deleted) throw new Refusal({ kind: 'absent', text: '' });
  // With the BSN: it stays on what is written, and is sealed again.
  return JSON.parse(openRow(ground, row, true)) as Resource;
}

async function writePatient(
  ground: PathwayGround,
  trx: Trx,
  actor: Actor,
  resident: string,
  resource: Resource,
  told: string,
  why: Why,
  door: Door,
): Promise<void> {
  const written = await updateInside(ground, trx, actor, { resource, resident, id: resident, ...why }, door);
  const who =
    actor.role === 'resident'
      ? { reference: `Patient/${resident}` }
      : { reference: actor.roleRef || actor.person, display: actor.name };
  const provenance: Resource = {
    resourceType: 'Provenance',
    target: [{ reference: `Patient/${resident}` }],
    recorded: ground.clock.now().toISOString(),
    activity: { text: told },
    agent: [{ who }],
    entity: [{ role: 'revision', what: { reference: `Patient/${resident}/_history/${written.version - 1}` } }],
  };
  await createInside(ground, trx, actor, { resource: provenance, resident, ...why }, door);
}
