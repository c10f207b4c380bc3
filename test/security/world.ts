import { Client } from 'pg';
import { personaPatients } from '../../src/demo/index.ts';
import { directoryShelf } from '../../src/directory/index.ts';
import type { Resource, ResourceType } from '../../src/fhir/index.ts';
import * as engine from '../../src/pathways/index.ts';
import {
  type Actor,
  type FixedClock,
  localDate,
  type Result,
  type RoleCode,
  systemActor,
} from '../../src/platform/index.ts';
import { createManyPatients, createResource, readResource, updateResource } from '../../src/record/index.ts';
import { shippedRegion } from '../support/pathways.ts';
import { BSNS, bodyOf, LATER, meeting, NEWCOMER, person } from './bodies.ts';

/**
 * R1 waits: referred by the practice De Brink, talked with team Noord, offered to Beweegpunt, which has not answered.
 * R2 is in support at Beweegpunt. R3 withdrew the agreement with Beweegpunt midway; the case is finished and closed.
 * R4 has a record and no relation with anybody. R5 was referred by mistake, accepted, and undone.
 * R6 was referred by De Brink to team Noord, which has not answered.
 */
export const RESIDENTS = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'] as const;
export type ResidentName = (typeof RESIDENTS)[number];

/** One entry of a record: `label` is the type, with a word behind it where a resident has several (`Task:offer`). */
export type Entry = {
  readonly resident: ResidentName;
  readonly type: ResourceType;
  readonly label: string;
  readonly id: string;
};

export type World = {
  readonly ids: Readonly<Record<ResidentName, string>>;
  readonly bsns: Readonly<Record<ResidentName, string>>;
  readonly family: Readonly<Record<ResidentName, string>>;
  readonly caseNumber: Readonly<Partial<Record<ResidentName, string>>>;
  readonly entries: readonly Entry[];
  readonly service: string;
  /** A file with the contact of a resident, and that contact. */
  readonly files: Readonly<Partial<Record<ResidentName, { readonly id: string; readonly holder: string }>>>;
  /** When the relation of Beweegpunt with R3 ended, and when the case of R3 was closed. */
  readonly ended: Date;
};

const DOOR = { door: 'bulk' } as const;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FILE = { name: 'verslag.txt', type: 'text/plain', bytes: Buffer.from('Wat er is afgesproken.') } as const;
export const SYSTEM: Actor = { ...systemActor('x'), person: 'Device/demo-system', name: 'Proefsysteem' };

/** Builds the fixed world through the same functions as the pages and the FHIR door. */
export async function buildWorld(ground: engine.PathwayGround, clock: FixedClock, ownerUrl: string): Promise<World> {
  const value = <T>(result: Result<T>): T => {
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    return result.value;
  };
  const nurse = await actorInRole(ground, 'nurse-enschede');
  const coach = await actorInRole(ground, 'coach-noord');
  const provider = await actorInRole(ground, 'provider-beweegpunt');
  const patients = personaPatients(shippedRegion());
  await createManyPatients(ground, SYSTEM, patients, DOOR);
  const [r1, r2, r3] = patients.map(({ id }) => id) as [string, string, string];
  const make = async (type: ResourceType, resource: Resource) => {
    const text = JSON.stringify({ ...resource, resourceType: type });
    return value(await createResource(ground, SYSTEM, type, { resource: JSON.parse(text), text }, DOOR));
  };
  const service = shippedRegion().services.find(
    (one) => one.organisation === 'voorbeeld-beweegpunt-enschede' && one.needs.includes('exercise'),
  )!.id;
  const second = shippedRegion().services.find((one) => one.organisation === 'voorbeeld-ontmoeting-enschede')!.id;

  const labels = new Map<string, string>();
  const name = (id: string, label: string) => void labels.set(id, label);
  const r4 = (await make('Patient', person('Vierde', 'Onbekend', BSNS[3]))).id;

  const referred = async (resident: string, accept = true) => {
    const { caseId } = value(
      await engine.refer(
        ground,
        nurse,
        {
          resident,
          pathway: 'welzijn-op-recept',
          reasons: ['psychosocial', 'money'],
          urgency: 'routine',
          note: 'Vaak alleen.',
          agreed: true,
        },
        DOOR,
      ),
    );
    const list = value(await engine.worklist(ground, coach, { view: 'open', count: 100 }, DOOR));
    const task = list.lines.find((line) => line.case_id === caseId)!.id;
    if (accept) value(await engine.takeStep(ground, coach, { task, to: 'accepted' }, DOOR));
    name(caseId, 'ServiceRequest:first');
    name(task, 'Task:first');
    return { resident, caseId, task };
  };
  const talked = async (made: { resident: string; caseId: string }) => {
    value(
      await engine.recordContact(ground, coach, { ...made, kind: 'phone', outcome: 'spoken', files: [FILE] }, DOOR),
    );
    const tomorrow = localDate(new Date(clock.now().getTime() + DAY));
    value(
      await engine.planConversation(
        ground,
        coach,
        { ...made, date: tomorrow, time: '10:00', place: 'Wijkhuis', about: 'conversation' },
        DOOR,
      ),
    );
    value(
      await engine.holdConversation(
        ground,
        coach,
        {
          ...made,
          answers: {
            body: 6,
            mind: 4,
            'taking-part': 3,
            'daily-life': 6,
            'money-note': 'Rekeningen blijven liggen',
            goal: ['Elke week samen eten'],
          },
        },
        DOOR,
      ),
    );
  };
  const offered = async (made: { resident: string; caseId: string }) => {
    const { request } = value(
      await engine.referOn(
        ground,
        coach,
        { ...made, needs: ['exercise'], candidates: [service, second], agreed: true },
        DOOR,
      ),
    );
    const list = value(await engine.worklist(ground, provider, { view: 'open', count: 100 }, DOOR));
    const offer = list.lines.find((line) => line.case_id === made.caseId)!.id;
    name(request, 'ServiceRequest:onward');
    name(offer, 'Task:onward');
    return { request, offer };
  };
  const attended = async (offer: string, label: string) => {
    const date = localDate(new Date(clock.now().getTime() - DAY));
    const { id } = value(
      await engine.recordAttendance(ground, provider, { task: offer, date, attended: 'attended' }, DOOR),
    );
    name(id, label);
  };
  const session = async (resident: string, basedOn: string, label: string) =>
    name((await make('Appointment', meeting(resident, basedOn, service))).id, label);
  const extras = async (resident: string, care: readonly ResourceType[] = ['Condition']) => {
    for (const type of ['RelatedPerson', 'CarePlan', 'Provenance', ...care] as const)
      await make(type, bodyOf(type, resident));
  };

  // R1: the offer waits for an answer.
  const one = await referred(r1);
  await talked(one);
  await extras(r1);
  await offered(one);

  // R2: support at Beweegpunt; one session is about money, which the grant of Beweegpunt does not hold.
  clock.advance(HOUR);
  const two = await referred(r2);
  await talked(two);
  await extras(r2, CARE);
  const support = await offered(two);
  value(await engine.takeStep(ground, provider, { task: support.offer, to: 'accepted' }, DOOR));
  await attended(support.offer, 'Appointment:session');
  await session(r2, two.caseId, 'Appointment:money');

  const supported: Actor = { ...SYSTEM, person: `Patient/${r2}`, role: 'resident', residentId: r2 };
  const written = await engine.sendMessage(ground, supported, { ...two, text: 'Mag mijn zus mee?' }, DOOR);
  name(value(written).id, 'Communication:message');

  // What care wrote about that request is part of the pathway: a letter to the practice, a visit, a fall test.
  const about = { reference: `ServiceRequest/${two.caseId}` };
  for (const [type, more] of [
    [
      'DocumentReference',
      {
        context: { related: [about] },
        custodian: { reference: 'Organization/voorbeeldpraktijk-de-brink-enschede' },
      },
    ],
    ['Encounter', { basedOn: [about] }],
    ['RiskAssessment', { basedOn: about }],
  ] as const)
    name((await make(type, { ...bodyOf(type, r2), ...more })).id, `${type}:pathway`);

  // R3: the agreement is withdrawn midway; what is written afterwards is for neither Beweegpunt nor, later, the team.
  clock.advance(HOUR);
  const three = await referred(r3);
  await talked(three);
  await extras(r3);
  const stopped = await offered(three);
  value(await engine.takeStep(ground, provider, { task: stopped.offer, to: 'accepted' }, DOOR));
  await attended(stopped.offer, 'Appointment:session');
  clock.advance(HOUR);
  const resident: Actor = { ...SYSTEM, person: `Patient/${r3}`, role: 'resident', residentId: r3 };
  const own = value(await engine.openCase(ground, resident, three, DOOR));
  const consent = own.consents.find((found) => JSON.stringify(found.category).includes('gdpr-6-9'))!;
  value(await engine.withdrawConsent(ground, resident, { resident: r3, consent: consent.id! }, DOOR));
  const ended = clock.now();
  clock.advance(HOUR);
  await session(r3, stopped.request, 'Appointment:late');
  value(await engine.finishCase(ground, coach, { ...three, outcome: 'goal-reached', summary: 'Klaar.' }, DOOR));
  clock.advance(HOUR);
  value(await engine.closeOwnRequest(ground, nurse, { resident: r3, request: three.caseId }, DOOR));
  clock.advance(HOUR);
  for (const type of ['Observation', 'Communication', 'Task', 'Consent'] as const)
    name((await make(type, bodyOf(type, r3))).id, `${type}:late`);

  // R5: registered and referred by mistake, accepted, undone.
  const wrong = value(await engine.registerResident(ground, nurse, { ...NEWCOMER, bsn: BSNS[4] }, DOOR)).resident;
  const five = await referred(wrong);
  value(await engine.recordContact(ground, coach, { ...five, kind: 'phone', outcome: 'spoken' }, DOOR));
  clock.advance(HOUR);
  value(await engine.undoReferral(ground, nurse, { ...five, reason: 'wrong-resident' }, DOOR));

  // R6: referred, and not answered yet.
  const newcomer = value(
    await engine.registerResident(
      ground,
      nurse,
      { ...NEWCOMER, given: 'Zesde', family: 'Wachtende', bsn: BSNS[5] },
      DOOR,
    ),
  ).resident;
  await referred(newcomer, false);

  // What the region keeps beside its directory.
  const shelf = directoryShelf(ground);
  for (const type of ['ActivityDefinition', 'Schedule', 'Slot', 'Group'] as const) {
    const resource = bodyOf(type, '');
    value(await shelf.create(SYSTEM, type, { resource, text: JSON.stringify(resource) }, DOOR));
  }

  // R4: one entry of every type, from a partner's system, outside any pathway.
  clock.advance(HOUR);
  await extras(r4, CARE);
  for (const type of OWN_TYPES) await make(type, bodyOf(type, r4));
  clock.advance(HOUR);

  const ids = { R1: r1, R2: r2, R3: r3, R4: r4, R5: wrong, R6: newcomer };
  await changeLater(ground, ownerUrl, r3, value);
  clock.advance(HOUR);
  return read(ids, labels, service, ended, ownerUrl);
}

/** After R3 was closed a system writes next versions of what others had seen: the Patient, a Goal, the Task of Beweegpunt. */
async function changeLater(
  ground: engine.PathwayGround,
  ownerUrl: string,
  resident: string,
  value: <T>(result: Result<T>) => T,
): Promise<void> {
  const rows = await asOwner(
    ownerUrl,
    `select type, id from record.resource where resident_id = '${resident}' and type in ('Patient', 'Goal', 'Task')
     and author <> 'Organization/voorbeeldpraktijk-de-brink-enschede'`,
  );
  for (const row of rows) {
    const [type, id] = [row.type as ResourceType, row.id as string];
    const present = JSON.parse(value(await readResource(ground, SYSTEM, type, id, DOOR)).text) as Resource;
    const resource =
      type === 'Patient'
        ? { ...present, contact: [{ name: { text: LATER } }] }
        : { ...present, note: [{ text: LATER }] };
    const sent = { resource, text: JSON.stringify(resource) };
    value(await updateResource(ground, SYSTEM, type, id, sent, undefined, DOOR));
  }
}

/** What care wrote of everybody: nobody who helps reads it, but the resident and who has an agreement. */
const CARE = [
  'Condition',
  'AllergyIntolerance',
  'Immunization',
  'MedicationStatement',
  'Procedure',
  'Device',
  'Flag',
  'List',
  'Encounter',
  'RiskAssessment',
  'DocumentReference',
] as const;

/** What a partner's system writes of R4, beside the Patient and what every record has here. */
const OWN_TYPES = [
  'CareTeam',
  'Consent',
  'QuestionnaireResponse',
  'Observation',
  'Goal',
  'ServiceRequest',
  'Task',
  'Communication',
  'Appointment',
] as const;

async function read(
  ids: World['ids'],
  labels: ReadonlyMap<string, string>,
  service: string,
  ended: Date,
  ownerUrl: string,
): Promise<World> {
  const entries: Entry[] = [];
  const numbers: Partial<Record<ResidentName, string>> = {};
  const files: Partial<Record<ResidentName, { readonly id: string; readonly holder: string }>> = {};
  const family: Record<string, string> = {};
  for (const resident of RESIDENTS) {
    const rows = await asOwner(
      ownerUrl,
      `select type, id, categories, content from record.resource where resident_id = '${ids[resident]}' order by type, id`,
    );
    for (const row of rows) {
      const [type, id] = [row.type as ResourceType, row.id as string];
      const content = JSON.parse(row.content as string) as Resource;
      if (type === 'Patient') family[resident] = (content.name as { family: string }[])[0]!.family;
      const label = labels.get(id) ?? labelOf(type, row.categories as string[], content);
      entries.push({ resident, type, label, id });
    }
    const [found] = await asOwner(
      ownerUrl,
      `select number from pathways."case" where resident_id = '${ids[resident]}'`,
    );
    if (found) numbers[resident] = found.number as string;
    const [file] = await asOwner(
      ownerUrl,
      `select id, holder_id from record.attachment where resident_id = '${ids[resident]}'`,
    );
    if (file) files[resident] = { id: file.id as string, holder: file.holder_id as string };
  }
  const bsns = Object.fromEntries(RESIDENTS.map((one, index) => [one, BSNS[index]!])) as World['bsns'];
  return { ids, bsns, family: family as World['family'], caseNumber: numbers, entries, files, service, ended };
}

/** What an entry is called where the makers above gave it no name. */
function labelOf(type: ResourceType, categories: readonly string[], content: Resource): string {
  const text = JSON.stringify(content);
  if (type === 'QuestionnaireResponse' || type === 'Observation')
    return text.includes('"basedOn"') ? `${type}:${categories.join('+')}` : `${type}:own`;
  if (type === 'Consent')
    return text.includes('gdpr-6-9') ? 'Consent:onward' : text.includes('bw-7-457') ? 'Consent:first' : type;
  // Written by the rules, to who referred.
  if (type === 'DocumentReference' && text.includes('NamingSystem/letter')) return 'DocumentReference:letter';
  return type;
}

/** Looks behind the locks, as the role that owns the tables. */
export async function asOwner(ownerUrl: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Someone of the demo in one role, as sign-in would find them. */
export async function actorInRole(ground: engine.PathwayGround, id: string): Promise<Actor> {
  const { rows } = await ground.pool.query(
    'select person, person_name, code, organisation, organisation_name, services from platform.role where id = $1',
    [id],
  );
  const row = rows[0];
  return {
    person: row.person,
    name: row.person_name,
    role: row.code as RoleCode,
    roleRef: `PractitionerRole/${id}`,
    organisation: row.organisation,
    organisationName: row.organisation_name,
    services: row.services,
  };
}
