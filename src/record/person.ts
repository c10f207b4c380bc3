import { BSN_SYSTEM, type Resource } from '../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  decide,
  fail,
  findHash,
  ok,
  type Problem,
  type Result,
  type Trx,
  withActor,
} from '../platform/index.ts';
import type { RecordGround } from './ground.ts';
import { isSecret } from './secret.ts';

type HumanName = {
  readonly use?: string;
  readonly family?: string;
  readonly given?: readonly string[];
  readonly text?: string;
  readonly prefix?: readonly string[];
};

/** The part of a family name that look-up compares: lower case, without accents, prefixes and signs ("van der Véld" → "veld"). */
export function familyKey(family: string): string {
  const plain = family
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z ]/g, ' ')
    .trim();
  const words = plain
    .split(/\s+/)
    .filter(
      (word) =>
        !['van', 'de', 'der', 'den', 'het', 't', 'ter', 'ten', 'te', 'in', 'op', 'el', 'al', 'la'].includes(word),
    );
  return (words.length > 0 ? words : plain.split(/\s+/)).join(' ');
}

/** The facts of a Patient that look-up, lists and letters need. */
export function personOf(patient: Resource): {
  readonly family: string;
  readonly given: string;
  readonly birthDate: string | undefined;
  readonly postcode: string | undefined;
  readonly gender: string | undefined;
  readonly municipality: string | undefined;
  readonly mail: boolean;
  readonly deceased: boolean;
  readonly secret: boolean;
} {
  const names = (patient.name ?? []) as readonly HumanName[];
  const name = names.find((candidate) => candidate.use === 'official') ?? names[0] ?? {};
  const address = (
    (patient.address ?? []) as readonly {
      readonly postalCode?: string;
      readonly city?: string;
      readonly district?: string;
    }[]
  )[0];
  return {
    family: name.family ?? name.text ?? '',
    given: (name.given ?? []).join(' '),
    birthDate: typeof patient.birthDate === 'string' ? patient.birthDate : undefined,
    postcode: address?.postalCode?.replace(/\s/g, '').toUpperCase(),
    gender: typeof patient.gender === 'string' ? patient.gender : undefined,
    municipality: address?.district ?? address?.city,
    mail: ((patient.telecom ?? []) as readonly { readonly system?: string }[]).some(
      (point) => point.system === 'email',
    ),
    secret: isSecret(patient),
    deceased: patient.deceasedBoolean === true || typeof patient.deceasedDateTime === 'string',
  };
}

/** Keeps the read model of a Patient; called in the transaction that writes it. */
export async function followPatient(trx: Trx, resident: string, patient: Resource): Promise<void> {
  const person = personOf(patient);
  await trx.query({
    name: 'follow-patient',
    text: `insert into record.person (resident_id, family, given, family_key, birth_date, postcode, gender, municipality, mail, deceased, secret)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
           on conflict (resident_id) do update set family = excluded.family, given = excluded.given, family_key = excluded.family_key,
             birth_date = excluded.birth_date, postcode = excluded.postcode, gender = excluded.gender, municipality = excluded.municipality,
             mail = excluded.mail, deceased = excluded.deceased, secret = excluded.secret`,
    values: [
      resident,
      person.family,
      person.given,
      familyKey(person.family),
      padDate(person.birthDate),
      // What is not here cannot be listed, looked up or measured from.
      person.secret ? null : (person.postcode ?? null),
      person.gender ?? null,
      person.secret ? null : (person.municipality ?? null),
      person.mail,
      person.deceased,
      person.secret,
    ],
  });
}

function padDate(date: string | undefined): string {
  if (!date) return '0001-01-01';
  return `${date}-01-01`.slice(0, 10);
}

/** What a look-up asks: an exact BSN, or name and birth date (and postcode where several remain). */
export type LookUp =
  | { readonly by: 'bsn'; readonly bsn: string }
  | { readonly by: 'name'; readonly family: string; readonly birthDate: string; readonly postcode?: string };

/** What a look-up shows: no more than this (LAW 5). */
export type Glimpse = {
  readonly resident: string;
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
  readonly postcode: string | undefined;
};

/** Look-ups one person may make in an hour before a pause is asked. */
export const LOOK_UPS_AN_HOUR = 60;

/**
 * Finds one resident or nobody. Counted per person and hour, throttled, audited whatever it found.
 * Several that fit give the problem "ask the postcode"; nobody gives `undefined`.
 */
export async function lookUp(
  ground: RecordGround,
  actor: Actor,
  question: LookUp,
  door: Door,
): Promise<Result<Glimpse | undefined>> {
  const decision = decide(actor, { kind: 'do', act: 'look-up' }, undefined, undefined, ground.access);
  const line = {
    actor,
    action: 'looked-up' as const,
    subjectType: 'Patient',
    purpose: decision.allow ? decision.purpose : 'support-referral',
    ground: decision.allow ? decision.ground : 'none',
    ...door,
    detail: question.by,
  };
  if (!decision.allow) {
    await ground.audit.write({ ...line, allowed: false });
    return { ok: false, problem: ABSENT };
  }
  const found = await withActor(ground, actor, { kind: 'none' }, async (trx): Promise<Result<Glimpse | undefined>> => {
    const busy = await countLookUp(ground, trx, actor);
    if (busy) return { ok: false, problem: busy };
    const resident = await findResident(ground, trx, question);
    if (!resident.ok || !resident.value) return resident.ok ? ok(undefined) : resident;
    const { rows } = await trx.query('select given, family, birth_date::text, postcode from record.glimpse($1)', [
      resident.value,
    ]);
    const row = rows[0];
    return ok(
      row
        ? {
            resident: resident.value,
            given: row.given,
            family: row.family,
            birthDate: row.birth_date,
            postcode: row.postcode ?? undefined,
          }
        : undefined,
    );
  });
  await ground.audit.write({
    ...line,
    allowed: found.ok,
    resident: found.ok ? found.value?.resident : undefined,
    subjectId: found.ok ? found.value?.resident : undefined,
  });
  return found;
}

/** Who this is, or nobody; several that fit are a problem that asks for more. In an open transaction; the caller decides, counts and audits. */
export async function findResident(
  ground: RecordGround,
  trx: Trx,
  question: LookUp,
): Promise<Result<string | undefined>> {
  if (question.by === 'bsn') {
    const { rows } = await trx.query('select record.find_identity($1, $2) as resident', [
      BSN_SYSTEM,
      findHash(ground.keys, BSN_SYSTEM, question.bsn),
    ]);
    return ok((rows[0].resident as string | null) ?? undefined);
  }
  const { rows } = await trx.query('select found, resident_id from record.find_person($1, $2, $3)', [
    familyKey(question.family),
    question.birthDate,
    question.postcode?.replace(/\s/g, '').toUpperCase() || null,
  ]);
  if (rows[0].found > 1) {
    return question.postcode
      ? fail('conflict', {
          nl: 'Er zijn meer mensen met deze naam, geboortedatum en postcode. Zoek met het BSN.',
          en: 'There are more people with this name, date of birth and postcode. Search by BSN.',
        })
      : fail('conflict', {
          nl: 'Er zijn meer mensen met deze naam en geboortedatum. Vul ook de postcode in.',
          en: 'There are more people with this name and date of birth. Fill in the postcode too.',
        });
  }
  return ok((rows[0].resident_id as string | null) ?? undefined);
}

/** Counts one more look-up of this person in this hour; a problem when there were too many. */
export async function countLookUp(ground: RecordGround, trx: Trx, actor: Actor): Promise<Problem | undefined> {
  if (actor.role === 'system') return undefined;
  const hour = new Date(Math.floor(ground.clock.now().getTime() / 3_600_000) * 3_600_000);
  const { rows } = await trx.query(
    `insert into platform.lookup_count (person, hour, count) values ($1, $2, 1)
     on conflict (person, hour) do update set count = platform.lookup_count.count + 1 returning count`,
    [actor.person, hour],
  );
  return rows[0].count > LOOK_UPS_AN_HOUR
    ? {
        kind: 'too-many',
        text: {
          nl: `U zocht dit uur al ${LOOK_UPS_AN_HOUR} keer. Probeer het na het hele uur opnieuw. Moet het eerder? Vraag uw privacyfunctionaris.`,
          en: `You searched ${LOOK_UPS_AN_HOUR} times this hour. Try again after the hour. Can it not wait? Ask your privacy officer.`,
        },
        retryAfter: 3600,
      }
    : undefined;
}
