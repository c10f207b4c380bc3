import assert from 'node:assert/strict';
import { demoRoom } from '../../src/demo/pages/index.ts';
import { oversightRoom } from '../../src/oversight/index.ts';
import * as engine from '../../src/pathways/index.ts';
import { peopleRoom } from '../../src/pathways/pages/room-people.tsx';
import { type Result, type RoleCode, systemActor, withActor } from '../../src/platform/index.ts';
import { PEOPLE, shippedRegion, staffOf } from './pathways.ts';
import { type TestWeb, testWeb, type Visitor } from './web.ts';

const DOOR = { door: 'page' } as const;
export const PUBLIC_URL = 'http://localhost:8080';

/** The two places asked in the story, in this order. */
export const PLACES = ['eettafel-enschede', 'maatjesproject-enschede'] as const;

const WORKERS: readonly {
  readonly id: string;
  readonly code: RoleCode;
  readonly organisation: string;
  readonly services?: readonly string[];
}[] = [
  { id: 'first-place', code: 'provider', organisation: 'voorbeeld-ontmoeting-enschede', services: [PLACES[0]] },
  { id: 'second-place', code: 'provider', organisation: 'voorbeeld-ontmoeting-enschede', services: [PLACES[1]] },
  {
    id: 'coach',
    code: 'welfare-coach',
    organisation: 'voorbeeld-welzijn-enschede',
    services: ['voorbeeld-welzijn-enschede-noord'],
  },
  {
    id: 'other-coach',
    code: 'welfare-coach',
    organisation: 'voorbeeld-welzijn-enschede',
    services: ['voorbeeld-welzijn-enschede-zuid'],
  },
  { id: 'doctor', code: 'gp', organisation: 'voorbeeldpraktijk-de-es-hengelo' },
  { id: 'privacy', code: 'privacy-officer', organisation: 'voorbeeld-welzijn-enschede' },
  { id: 'admin', code: 'organisation-admin', organisation: 'voorbeeld-welzijn-enschede' },
  { id: 'adviser', code: 'policy-adviser', organisation: 'voorbeeld-welzijn-enschede' },
  { id: 'debt', code: 'debt-officer', organisation: 'voorbeeld-schuldhulp-enschede' },
];

export type PeopleWeb = TestWeb & { readonly pathways: engine.PathwayGround };

/** The house with the pages of people in it, and somebody of each role who can sign in. */
export async function peopleWeb(): Promise<PeopleWeb> {
  let pathways: engine.PathwayGround | undefined;
  const web = await testWeb({
    settings: { RATE_LIMIT_SIGN_IN: '0' },
    personas: [
      ...WORKERS.map(({ id, code }) => ({ id, name: `${id} Voorbeeld`, role: code })),
      { id: 'resident', name: 'Anna Voorbeeld', role: 'resident' },
    ],
    roles: WORKERS.map((worker) => ({
      id: worker.id,
      persona: worker.id,
      code: worker.code,
      organisation: `Organization/${worker.organisation}`,
      organisationName: worker.organisation,
      services: (worker.services ?? []).map((service) => `HealthcareService/${service}`),
    })),
    change: (parts) => {
      const ground = engine.withPathways({ ...parts.ground, definitions: engine.definitionsOf(shippedRegion()) });
      pathways = ground;
      return {
        ...parts,
        ground,
        rooms: [
          peopleRoom(ground),
          oversightRoom(ground),
          demoRoom({ personas: [], moveClock: async () => undefined }),
        ],
      };
    },
  });
  assert.ok(pathways);
  return { ...web, pathways };
}

/** The value of a result, or a failure that tells the problem. */
export function value<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problem));
  return result.value;
}

let people = 0;

export type Case = {
  readonly resident: string;
  readonly caseId: string;
  readonly number: string;
  readonly task: string;
};

/** A resident whom the coach has accepted and spoken with. `mail` absent: post goes by letter. */
export async function spokenCase(
  { pathways }: Pick<PeopleWeb, 'pathways'>,
  person: { readonly given?: string; readonly mail?: string; readonly language?: string } = {},
): Promise<Case> {
  people += 1;
  const { nurse, coach } = PEOPLE;
  const { resident } = value(
    await engine.registerResident(
      pathways,
      nurse,
      {
        given: person.given ?? 'Anna Maria',
        family: `Voorbeeld${String.fromCharCode(97 + (people % 26))}${String.fromCharCode(97 + Math.floor(people / 26))}`,
        birthDate: '1948-03-02',
        gender: 'female',
        street: 'Voorbeeldstraat 1',
        postcode: '7511 AB',
        city: 'Enschede',
        municipality: 'Enschede',
        phone: '085 000 00 00',
        language: person.language ?? 'tr',
        ...(person.mail ? { mail: person.mail } : {}),
      },
      DOOR,
    ),
  );
  const referred = value(
    await engine.refer(
      pathways,
      nurse,
      {
        resident,
        pathway: 'welzijn-op-recept',
        reasons: ['psychosocial'],
        urgency: 'routine',
        note: 'Vaak alleen.',
        agreed: true,
      },
      DOOR,
    ),
  );
  const list = value(await engine.worklist(pathways, coach, { view: 'open', count: 100 }, DOOR));
  const task = list.lines.find((line) => line.case_id === referred.caseId)!.id;
  value(await engine.takeStep(pathways, coach, { task, to: 'accepted' }, DOOR));
  value(await engine.recordContact(pathways, coach, { ...referred, kind: 'phone', outcome: 'spoken' }, DOOR));
  return { ...referred, task };
}

/** The same, with two places asked one after the other; gives the Task of the first. */
export async function offeredCase(
  web: Pick<PeopleWeb, 'pathways'>,
  person: { readonly given?: string; readonly mail?: string; readonly language?: string } = {},
): Promise<Case & { readonly offer: string }> {
  const made = await spokenCase(web, person);
  const need = web.pathways.definitions.service(PLACES[0])!.needs[0]!;
  value(
    await engine.referOn(
      web.pathways,
      PEOPLE.coach,
      { ...made, needs: [need], candidates: PLACES, note: 'Eet graag samen, komt te voet.', agreed: true },
      DOOR,
    ),
  );
  return { ...made, offer: await offerFor(web, PLACES[0], made.caseId) };
}

/** The Task of a case on the list of one service. */
export async function offerFor(
  { pathways }: Pick<PeopleWeb, 'pathways'>,
  service: string,
  caseId: string,
): Promise<string> {
  const list = value(await engine.worklist(pathways, staffOf(service), { view: 'open', count: 100 }, DOOR));
  const line = list.lines.find((one) => one.case_id === caseId);
  assert.ok(line, `${service} has nothing of this case`);
  return line.id;
}

/** The resident of this case, signed in. */
export async function asResident(web: PeopleWeb, resident: string): Promise<Visitor> {
  // A purge of whom they were before took the account along; whoever can sign in as the coach has the same issuer.
  await web.ground.pool.query(
    `insert into platform.account (issuer, subject, person, name, resident_id)
     select issuer, 'resident', $1, 'Anna Voorbeeld', $2 from platform.account where subject = 'coach'
     on conflict (issuer, subject) do update set person = excluded.person, resident_id = excluded.resident_id`,
    [`Patient/${resident}`, resident],
  );
  return web.signIn('resident');
}

/** The mails and letters of one resident, oldest first, as the database has them. */
export async function messagesOf(
  { ground }: Pick<PeopleWeb, 'ground'>,
  resident: string,
): Promise<
  readonly {
    kind: string;
    recipient: string;
    recipient_kind: string;
    subject: string;
    body: string;
    event_id: string;
    cancelled_at: Date | null;
    sender: string;
  }[]
> {
  return withActor(ground, systemActor('test'), { kind: 'region' }, async (trx) => {
    const { rows } = await trx.query(
      'select kind, recipient, recipient_kind, subject, body, event_id, cancelled_at, sender from platform.message where resident_id = $1 order by at, id',
      [resident],
    );
    return rows;
  });
}
