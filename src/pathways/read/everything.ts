import type { Resource } from '../../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Decision,
  type Door,
  decide,
  ok,
  type Result,
  type Trx,
  withActor,
} from '../../platform/index.ts';
import {
  isWithheld,
  type LogRow,
  loadOfPerson,
  madeOrder,
  maySee,
  openRow,
  readsBsn,
  recordsIn,
  type StoredRow,
  textFor,
  toAuditEvent,
} from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';

/** The types of a record, in the order they are read on paper. */
const TYPES = [
  'Patient',
  'RelatedPerson',
  'ServiceRequest',
  'Task',
  'Consent',
  'CareTeam',
  'CarePlan',
  'Goal',
  'QuestionnaireResponse',
  'Observation',
  'Appointment',
  'Communication',
  'Encounter',
  'RiskAssessment',
  'Condition',
  'AllergyIntolerance',
  'MedicationStatement',
  'Immunization',
  'Procedure',
  'Device',
  'Flag',
  'List',
  'DocumentReference',
  'Provenance',
];
/** Most lines of the log that go along; the newest. */
const MOST_LINES = 5000;

/** A mail or letter that was sent to the resident. */
export type SentMessage = {
  readonly id: string;
  readonly at: Date;
  readonly kind: 'mail' | 'letter';
  readonly subject: string;
};

/** Everything this actor may see of one person, in all their records, under both locks. */
export type Everything = {
  readonly resources: readonly Resource[];
  readonly texts: readonly { readonly type: string; readonly id: string; readonly text: string }[];
  readonly log: readonly LogRow[];
  readonly sent: readonly SentMessage[];
};

/**
 * Reads everything about one person that the actor may see: of a resident themself the whole record with who looked
 * (GDPR 15 and 20), of a team what it sees. Records that were merged come together. What is withheld from them is withheld here, by the same locks. Logged as an
 * export of the record.
 */
export async function everythingAbout(
  ground: PathwayGround,
  actor: Actor,
  resident: string,
  door: Door,
): Promise<Result<Everything>> {
  const read = await withActor(ground, actor, { kind: 'resident', resident }, async (trx, seen) => {
    const act = actor.role === 'resident' ? 'message' : 'contact';
    const mayOf = (one: string) => decide(actor, { kind: 'do', act }, seen[one], undefined, ground.access);
    const may = mayOf(resident);
    const records = may.allow ? recordsIn(seen, resident).filter((one) => mayOf(one).allow) : [resident];
    if (!may.allow) return { may, seen, records, rows: [] as readonly StoredRow[], log: [], sent: [] };
    // Made for the resident, also where a team prints it for them: what is withheld from them does not come along.
    const rows = (await loadOfPerson(trx, records, TYPES)).filter(
      (row) =>
        maySee(ground, actor, row, seen[row.resident_id]).allow && !isWithheld(JSON.parse(row.content) as Resource),
    );
    const trails = records.filter(
      (one) => maySee(ground, actor, { facet: 'trail', categories: [], parties: [] }, seen[one]).allow,
    );
    return { may, seen, records, rows, log: await logOf(trx, trails), sent: await sentTo(trx, records) };
  });
  for (const one of read.records) {
    const count = read.rows.filter((row) => row.resident_id === one).length;
    await leave(ground, actor, one, read.may, count, door);
  }
  if (!read.may.allow) return { ok: false, problem: ABSENT };
  const texts = inOrder(read.rows, resident).map((row) => ({
    type: row.type,
    id: row.id,
    text: textFor(actor, row.type, openRow(ground, row, readsBsn(actor)), read.seen[row.resident_id]),
  }));
  return ok({
    texts,
    resources: texts.map(({ text }) => JSON.parse(text) as Resource),
    log: read.log,
    sent: read.sent,
  });
}

/** By type, then as they were made; the Patient that was asked for before that of another record of theirs. */
const inOrder = (rows: readonly StoredRow[], asked: string): readonly StoredRow[] =>
  rows.toSorted(
    (a, b) =>
      TYPES.indexOf(a.type) - TYPES.indexOf(b.type) ||
      (a.type === 'Patient' ? Number(b.id === asked) - Number(a.id === asked) : madeOrder(a, b)),
  );

async function logOf(trx: Trx, records: readonly string[]): Promise<readonly LogRow[]> {
  const { rows } = await trx.query<LogRow>(
    `select resident_id, id, at, person, person_name, role, organisation, action, allowed, subject_type, subject_id, purpose, ground, door, place, detail
     from platform.audit where resident_id = any ($1::uuid[]) order by id desc limit $2`,
    [records, MOST_LINES],
  );
  return rows;
}

async function sentTo(trx: Trx, records: readonly string[]): Promise<readonly SentMessage[]> {
  const { rows } = await trx.query<SentMessage>(
    `select id, at, kind, subject from platform.message
     where resident_id = any ($1::uuid[]) and recipient_kind = 'resident' and cancelled_at is null order by at desc, id desc limit 500`,
    [records],
  );
  return rows;
}

async function leave(
  ground: PathwayGround,
  actor: Actor,
  resident: string,
  may: Decision,
  count: number,
  door: Door,
): Promise<void> {
  await ground.audit.write({
    actor,
    action: may.allow ? 'exported' : 'opened',
    allowed: may.allow,
    resident,
    subjectType: 'Patient',
    subjectId: resident,
    purpose: may.allow ? may.purpose : 'none',
    ground: may.allow ? may.ground : 'none',
    detail: `everything: ${count} resources`,
    ...door,
  });
}

/** The whole record as one FHIR Bundle of type `collection`, spelled as it was written; in pieces, so that it can be sent as it is made. */
export function* asBundle(everything: Everything, baseUrl: string, at: Date): Generator<string> {
  yield `{"resourceType":"Bundle","type":"collection","timestamp":${JSON.stringify(at.toISOString())},"entry":[`;
  let first = true;
  const entry = (type: string, id: string, text: string) => {
    const before = first ? '' : ',';
    first = false;
    return `${before}{"fullUrl":${JSON.stringify(`${baseUrl}/${type}/${id}`)},"resource":${text}}`;
  };
  for (const { type, id, text } of everything.texts) yield entry(type, id, text);
  for (const line of everything.log) {
    const event = toAuditEvent(line);
    yield entry('AuditEvent', String(event.id), JSON.stringify(event));
  }
  yield ']}';
}
