import type { Resource } from '../../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  addDays,
  type Door,
  endOfLocalDay,
  findHash,
  type LocalDate,
  localDate,
  NOBODY,
  Refusal,
  type Result,
  startOfLocalDay,
  systemActor,
  type Trx,
  ulid,
  withActor,
} from '../../platform/index.ts';
import { familyKey } from '../../record/index.ts';
import { type OversightGround, rulesOf } from '../ground.ts';
import { houseNumber, type Known, type Line, unusual } from '../model/looking.ts';
import { type FlagState, flagsIn, insertFlag, type KeptFlag, loadFlag, reviewFlag, shares } from '../store/flags.ts';
import { onDuty } from './duty.ts';
import { refuseWith } from './refusals.ts';

const WATCH = systemActor('oversight');
/** Days that are looked at in one sweep, when Omzien has been away. */
const MOST_DAYS = 7;

/** Looks at each whole day of the log that was not looked at yet; gives how many flags that made. */
export async function watchLooking(ground: OversightGround): Promise<number> {
  const yesterday = addDays(localDate(ground.clock.now()), -1);
  const { rows } = await ground.pool.query<{ last: LocalDate | null }>(
    'select max(day)::text as last from oversight.looked_day',
  );
  const last = rows[0]?.last;
  // A demo jumps by months: what lies further back than a quarter is not looked at any more.
  const oldest = addDays(yesterday, -92);
  let day = last ? addDays(last, 1) : yesterday;
  if (day < oldest) day = oldest;
  let made = 0;
  for (let count = 0; day <= yesterday && count < MOST_DAYS; count++, day = addDays(day, 1))
    made += await watchDay(ground, day);
  return made;
}

/** Looks at one day; again changes nothing. */
export async function watchDay(ground: OversightGround, day: LocalDate): Promise<number> {
  return withActor(ground, WATCH, { kind: 'region' }, async (trx) => {
    const lines = await linesOf(trx, day);
    const known = await knownOf(ground, trx, lines, day);
    const flags = unusual(lines, known, rulesOf(ground).looking, ground.definitions.holidays);
    let made = 0;
    for (const flag of flags) {
      const at = ground.clock.now();
      if (await insertFlag(trx, { ...flag, id: ulid(ground.clock), day, at })) made += 1;
    }
    await trx.query(
      'insert into oversight.looked_day (day, at, lines, flags) values ($1, $2, $3, $4) on conflict do nothing',
      [day, ground.clock.now(), lines.length, made],
    );
    return made;
  });
}

async function linesOf(trx: Trx, day: LocalDate): Promise<readonly Line[]> {
  const { rows } = await trx.query(
    `select id, at, resident_id as resident, person, person_name as "personName", role, organisation, action, allowed, purpose
     from platform.audit where at >= $1 and at < $2 and person like 'Practitioner/%' and role <> 'privacy-officer' order by at, id`,
    [startOfLocalDay(day), endOfLocalDay(day)],
  );
  return rows as unknown as readonly Line[];
}

/** The key of a home: postcode and house number, not readable. */
export const homeKey = (ground: OversightGround, postcode: string, number: string): Buffer =>
  findHash(ground.keys, 'home', `${postcode.replace(/\s/g, '').toUpperCase()}|${number.toUpperCase()}`);

/** The key of a person: family name and birth date, not readable. */
export const identityKey = (ground: OversightGround, family: string, birthDate: string): Buffer =>
  findHash(ground.keys, 'known-person', `${familyKey(family)}|${birthDate}`);

async function knownOf(ground: OversightGround, trx: Trx, lines: readonly Line[], day: LocalDate): Promise<Known> {
  const opened = lines.filter((line) => line.action === 'opened' && line.allowed && line.resident !== NOBODY);
  const residents = [...new Set(opened.map((line) => line.resident))];
  const persons = [...new Set(lines.map((line) => line.person))];
  const { usualDays } = rulesOf(ground).looking.volume;
  const since = startOfLocalDay(addDays(day, -rulesOf(ground).looking.withoutAct.days));
  const [patients, homes, accounts, wellKnown, acts, usual] = [
    await trx.query<{ resident_id: string; content: string; family_key: string; birth: string }>(
      `select r.resident_id, r.content, p.family_key, p.birth_date::text as birth from record.resource r
       join record.person p on p.resident_id = r.resident_id where r.resident_id = any ($1) and r.type = 'Patient'`,
      [residents],
    ),
    await trx.query<{ person: string; hash: Buffer }>(
      'select person, hash from oversight.stated_home where person = any ($1)',
      [persons],
    ),
    await trx.query<{ resident_id: string; person: string; organisations: string[] }>(
      `select a.resident_id, a.person, array_agg(distinct r.organisation) as organisations from platform.account a
       join platform.role r on r.person = a.person where a.resident_id = any ($1) and a.person like 'Practitioner/%' group by 1, 2`,
      [residents],
    ),
    await trx.query<{ hash: Buffer }>('select hash from oversight.known_person'),
    await trx.query<{ pair: string }>(
      `select distinct person || '|' || resident_id as pair from platform.audit
       where person = any ($1) and at >= $2 and at < $3 and action in ('created', 'updated', 'acted') and resident_id = any ($4)`,
      [persons, since, endOfLocalDay(day), residents],
    ),
    await trx.query<{ person: string; own: number; team: number }>(
      `with days as (select person, organisation, (at at time zone 'Europe/Amsterdam')::date as day, count(distinct resident_id) as people
         from platform.audit where at >= $1 and at < $2 and action = 'opened' and allowed and resident_id <> $3 group by 1, 2, 3),
       teams as (select organisation, avg(people) as people from days group by 1)
       select d.person, avg(d.people)::float as own, max(t.people)::float as team from days d join teams t using (organisation)
       where d.person = any ($4) group by 1`,
      [startOfLocalDay(addDays(day, -usualDays)), startOfLocalDay(day), NOBODY, persons],
    ),
  ];
  const homeOf = new Map(homes.rows.map((row) => [row.person, row.hash.toString('hex')]));
  return {
    residents: new Map(
      patients.rows.map((row) => [
        row.resident_id,
        {
          home: homeOfPatient(ground, JSON.parse(row.content) as Resource),
          identity: identityKey(ground, row.family_key, row.birth).toString('hex'),
          family: row.family_key,
        },
      ]),
    ),
    workers: new Map(
      lines.map((line) => [
        line.person,
        { home: homeOf.get(line.person), family: familyKey(line.personName.split(' ').slice(1).join(' ')) },
      ]),
    ),
    atWork: new Map(accounts.rows.map((row) => [row.resident_id, row])),
    wellKnown: new Set(wellKnown.rows.map((row) => row.hash.toString('hex'))),
    usual: new Map(usual.rows.map((row) => [row.person, row])),
    acted: new Set(acts.rows.map((row) => row.pair)),
  };
}

function homeOfPatient(ground: OversightGround, patient: Resource): string | undefined {
  const [address] = (patient.address ?? []) as readonly {
    readonly line?: readonly string[];
    readonly postalCode?: string;
  }[];
  const number = address?.line?.[0] && houseNumber(address.line[0]);
  return address?.postalCode && number ? homeKey(ground, address.postalCode, number).toString('hex') : undefined;
}

/** What waits for the officer, or was reviewed; with the share that turned out to be explained, by rule. */
export function listFlags(ground: OversightGround, actor: Actor, which: 'open' | 'closed', door: Door) {
  return onDuty(ground, actor, { action: 'listed', subject: { type: 'UnusualLooking' } }, door, async (trx) => ({
    flags: await flagsIn(ground.keys, trx, which),
    shares: await shares(trx),
  }));
}

export function openFlag(ground: OversightGround, actor: Actor, id: string, door: Door): Promise<Result<KeptFlag>> {
  return onDuty(ground, actor, { action: 'opened', subject: { type: 'UnusualLooking', id } }, door, async (trx) => {
    const flag = await loadFlag(ground.keys, trx, id);
    if (!flag) throw new Refusal(ABSENT);
    return flag;
  });
}

/** The officer's finding, once: explained, asked about, or reported. */
export function settleFlag(
  ground: OversightGround,
  actor: Actor,
  id: string,
  review: { readonly state: Exclude<FlagState, 'open'>; readonly note: string },
  door: Door,
): Promise<Result<void>> {
  const subject = { type: 'UnusualLooking', id, detail: `flag: ${review.state}` };
  return onDuty(ground, actor, { action: 'acted', subject }, door, async (trx) => {
    const flag = await loadFlag(ground.keys, trx, id, true);
    if (!flag) throw new Refusal(ABSENT);
    if (flag.state !== 'open') refuseWith('reviewed');
    await reviewFlag(ground.keys, trx, flag, { ...review, by: actor.name, at: ground.clock.now() });
  });
}
