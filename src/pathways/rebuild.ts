import type { Resource } from '../fhir/index.ts';
import { auditInside, systemActor, type Trx, withActor } from '../platform/index.ts';
import { allVersions, loadResources, rebuildRecord, type StoredRow } from '../record/index.ts';
import { followAppointment } from './agenda.ts';
import { isUndone, takeBackContact } from './contact-undone.ts';
import type { PathwayGround } from './ground.ts';
import { isAsking, isHandOver } from './hand-over.ts';
import { partEvents, requestEvents, taskEvents } from './happenings.ts';
import { isMessage, toldOf } from './message-shape.ts';
import { type TaskStatus, threadsOf, wishesOf } from './model/index.ts';
import { clearPlaces, followPlace } from './places.ts';
import { happened, refreshCase } from './refresh.ts';
import {
  caseOf,
  codesIn,
  hopOf,
  idIn,
  isOwnWish,
  pathwayOf,
  type ReferralTask,
  type Request,
  SYSTEM,
  urgencyOf,
} from './shapes.ts';
import { keepThread, settleThreads } from './thread-store.ts';
import { keepEasyRead } from './wish-store.ts';

const REBUILDER = systemActor('rebuild');
const AT_ONCE = 500;

export type Rebuilt = { readonly residents: number; readonly cases: number };

/**
 * Makes every read model anew from the record: of each resident the timeline, the facts that lists need, their cases,
 * what happened in them, the clocks and the lines on the worklists. One resident a transaction, locked as an act on them
 * is, so that it may run while people work; broken off, it can be run again. What is no read model is left alone: grants
 * (which keep their own history), pauses of clocks, invitations, messages. When a late clock was told is read from the
 * event that told it; where that event is gone, it is told again.
 */
export async function rebuildReadModels(ground: PathwayGround): Promise<Rebuilt> {
  let residents = 0;
  let cases = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await withActor(
      ground,
      REBUILDER,
      { kind: 'region' },
      async (trx) =>
        (
          await trx.query<{ resident_id: string }>(
            'select resident_id from record.resident where resident_id > $1 order by resident_id limit $2',
            [after, AT_ONCE],
          )
        ).rows,
    );
    for (const { resident_id: resident } of page) {
      cases += await withActor(ground, REBUILDER, { kind: 'act', resident }, async (trx) => {
        const versions = await allVersions(trx, resident);
        await rebuildRecord(ground, trx, resident, versions);
        const made = await rebuildCases(ground, trx, resident, versions);
        await rebuildThreads(trx, resident);
        return made;
      });
      residents += 1;
      after = resident;
    }
    if (page.length < AT_ONCE) break;
  }
  await withActor(ground, REBUILDER, { kind: 'region' }, (trx) =>
    auditInside(trx, ground.clock, {
      actor: REBUILDER,
      action: 'acted',
      allowed: true,
      subjectType: 'Patient',
      purpose: 'agreement',
      ground: 'read models follow from the record',
      door: 'job',
      detail: `read models of ${residents} residents rebuilt`,
    }),
  );
  return { residents, cases };
}

/** The exchanges of messages, and how somebody is served, as the present versions tell. */
async function rebuildThreads(trx: Trx, resident: string): Promise<void> {
  const rows = await loadResources(trx, resident, ['Communication', 'Patient']);
  const present = rows.map((row) => JSON.parse(row.content) as Resource);
  await trx.query('delete from pathways.thread where resident_id = $1', [resident]);
  const messages = present.filter((one) => one.resourceType === 'Communication' && isMessage(one));
  for (const facts of threadsOf(messages.map((one) => toldOf(one)))) await keepThread(trx, resident, facts);
  await settleThreads(trx, resident);
  for (const one of present)
    if (one.resourceType === 'Patient') await keepEasyRead(trx, resident, wishesOf(one).easyRead);
}

async function rebuildCases(
  ground: PathwayGround,
  trx: Trx,
  resident: string,
  versions: readonly StoredRow[],
): Promise<number> {
  const cases = await rebuildCaseRows(ground, trx, resident, versions);
  await trx.query('delete from pathways.worklist where resident_id = $1', [resident]);
  await trx.query('delete from pathways.clock where resident_id = $1', [resident]);
  await trx.query('delete from pathways.happening where resident_id = $1', [resident]);
  await replay(ground, trx, resident, versions);
  await rebuildPlaces(trx, resident, versions);
  await trx.query('delete from pathways.appointment where resident_id = $1', [resident]);
  for (const row of versions)
    if (row.type === 'Appointment') await followAppointment(trx, resident, row.id, contentOf<Resource>(row));
  for (const caseId of cases) await refreshCase(ground, trx, resident, caseId);
  await trx.query(
    `update pathways.clock c set told_late_at = told.at from (
       select c.id, max(e.at) as at from pathways.clock c join platform.outbox e on e.resident_id = c.resident_id
         and e.type = 'nl.omzien.norm.passed' and e.subject = 'ServiceRequest/' || c.case_id
         and e.data ->> 'norm' = c.norm and e.data ->> 'task' is not distinct from c.task and e.at >= c.started_at
       where c.resident_id = $1 group by c.id) told
     where c.resident_id = $1 and c.id = told.id`,
    [resident],
  );
  return cases.length;
}

/** Who takes a place of a service, or waits for one: from the Tasks as they stand. */
async function rebuildPlaces(trx: Trx, resident: string, versions: readonly StoredRow[]): Promise<void> {
  await clearPlaces(trx, resident);
  const hops = new Map<string, Request>();
  const tasks = new Map<string, { readonly row: StoredRow; readonly task: ReferralTask }>();
  for (const row of versions) {
    if (row.type === 'ServiceRequest') hops.set(row.id, contentOf<Request>(row));
    if (row.type === 'Task') tasks.set(row.id, { row, task: contentOf<ReferralTask>(row) });
  }
  for (const { row, task } of tasks.values()) {
    const request = hops.get(idIn(task.focus?.reference));
    if (!request || !pathwayOf(request) || hopOf(request) === 'first' || !task.owner) continue;
    const askedAt = new Date(task.authoredOn ?? row.last_updated);
    const place = { resident, id: row.id, service: task.owner.reference, status: task.status, askedAt };
    await followPlace(trx, place, false);
  }
}

const contentOf = <T>(row: StoredRow): T => JSON.parse(row.content) as T;

/** The rows of the cases themselves: each first request of a pathway is one. Gives their ids. */
async function rebuildCaseRows(
  ground: PathwayGround,
  trx: Trx,
  resident: string,
  versions: readonly StoredRow[],
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const row of versions) {
    if (row.type !== 'ServiceRequest' || row.version !== 1) continue;
    const request = contentOf<Request>(row);
    const pathway = pathwayOf(request);
    if (!pathway || hopOf(request) !== 'first') continue;
    const definition = ground.definitions.pathway(pathway.id, pathway.version);
    const { team, assignee } = whoHas(versions, row.id);
    await trx.query(
      `insert into pathways."case" (resident_id, id, number, pathway, pathway_version, stage, urgency, reasons, categories, practice, requester_name, team, assignee, assignee_name, opened_at)
       values ($1, $2, $3, $4, $5, 'referred', $6, $7, $8, $9, $10, $11, $12, $13, $14)
       on conflict (resident_id, id) do update set number = excluded.number, pathway = excluded.pathway, pathway_version = excluded.pathway_version,
         urgency = excluded.urgency, reasons = excluded.reasons, categories = excluded.categories, practice = excluded.practice,
         requester_name = excluded.requester_name, team = excluded.team, assignee = excluded.assignee, assignee_name = excluded.assignee_name, opened_at = excluded.opened_at`,
      [
        resident,
        row.id,
        request.identifier?.find((one) => one.system === SYSTEM.caseNumber)?.value,
        pathway.id,
        pathway.version,
        urgencyOf(definition, request),
        codesIn(request.reasonCode, SYSTEM.reason),
        definition.categories,
        isOwnWish(request) ? `Patient/${resident}` : row.author,
        request.requester?.display ?? (await whoMade(trx, resident, row.id)),
        team,
        assignee?.reference ?? null,
        assignee?.display ?? null,
        row.last_updated,
      ],
    );
    ids.push(row.id);
  }
  return ids;
}

type Member = { readonly reference: string; readonly display?: string };

/** The team that was asked last, and its member who has the case now. */
function whoHas(
  versions: readonly StoredRow[],
  caseId: string,
): { readonly team: string; readonly assignee: Member | undefined } {
  const taken = new Set(
    versions
      .filter((row) => row.type === 'Task' && contentOf<ReferralTask>(row).status === 'accepted')
      .map((row) => row.id),
  );
  const asked = versions.findLast((row) => {
    if (row.type !== 'Task' || row.version !== 1) return false;
    const task = contentOf<ReferralTask>(row);
    return idIn(task.focus?.reference) === caseId && (!isHandOver(task) || taken.has(row.id));
  });
  const circle = versions.findLast(
    (row) =>
      row.type === 'CareTeam' &&
      contentOf<{ identifier?: readonly { system?: string; value?: string }[] }>(row).identifier?.some(
        (one) => one.system === SYSTEM.case && one.value === caseId,
      ),
  );
  const members = circle
    ? contentOf<{ participant?: readonly { member?: Member; period?: { end?: string } }[] }>(circle).participant
    : undefined;
  return {
    team: (asked && contentOf<ReferralTask>(asked).owner?.reference) ?? '',
    assignee: members?.findLast((one) => one.period?.end === undefined)?.member,
  };
}

/** The name of who made a request that names nobody itself, as the log has it. */
async function whoMade(trx: Trx, resident: string, request: string): Promise<string> {
  const { rows } = await trx.query<{ person_name: string }>(
    `select person_name from platform.audit where resident_id = $1 and subject_type = 'ServiceRequest' and subject_id = $2
       and action = 'created' and allowed order by id limit 1`,
    [resident, request],
  );
  return rows[0]?.person_name ?? '';
}

/** A resource of a case, as far as its place in the case goes. */
type Part = Resource & {
  readonly status: string;
  readonly focus?: { readonly reference?: string };
  readonly basedOn?: readonly { readonly reference?: string }[];
};

/** Goes through the versions as they were written, and notes what each meant in its case. */
async function replay(
  ground: PathwayGround,
  trx: Trx,
  resident: string,
  versions: readonly StoredRow[],
): Promise<void> {
  const requests = new Map<string, Request>();
  const before = new Map<string, Part>();
  const known = new Map<string, Set<string>>();
  const supported = new Set<string>();
  for (const row of versions) {
    const after = contentOf<Part>(row);
    const previous = before.get(`${row.type}/${row.id}`);
    before.set(`${row.type}/${row.id}`, after);
    if (row.type === 'ServiceRequest') requests.set(row.id, after as Resource as Request);
    const request = requests.get(row.type === 'ServiceRequest' ? row.id : requestNamed(row.type, after));
    const caseId = request ? caseOf(request) : '';
    const opened = requests.get(caseId);
    const pathway = opened && pathwayOf(opened);
    if (!request || !pathway) continue;
    const first = hopOf(request) === 'first';
    const seen = known.get(caseId) ?? new Set();
    const eventsOf = (): readonly string[] => {
      // A request outside any pathway, and its Tasks, are kept as they are.
      if (row.type === 'ServiceRequest')
        return pathwayOf(request) ? requestEvents(first, previous?.status, after.status) : [];
      if (row.type === 'Task') {
        const [from, to] = [previous?.status as TaskStatus | undefined, after.status as TaskStatus];
        const told = pathwayOf(request) && !isAsking(after as Resource as ReferralTask);
        return told ? taskEvents(first, from, to, supported.has(row.id)) : [];
      }
      const definition = ground.definitions.pathway(pathway.id, pathway.version);
      return partEvents(ground.definitions, definition, { type: row.type, before: previous, after }, seen);
    };
    if (isUndone(row.type, previous, after)) {
      const undone = { resident, caseId, id: row.id, at: row.last_updated };
      for (const event of await takeBackContact(ground, trx, undone)) if (event === 'first-contact') seen.delete(event);
    }
    const of = row.type === 'Task' ? { hop: first ? 'first' : 'second', task: row.id } : undefined;
    for (const event of eventsOf()) {
      await happened(trx, { resident, caseId, event, at: row.last_updated, of, told: row });
      seen.add(event);
      if (event === 'support-started') supported.add(row.id);
    }
    known.set(caseId, seen);
  }
}

/** The id of the request that a Task or a part of a case names. */
function requestNamed(type: string, part: Part): string {
  const named =
    type === 'Task'
      ? part.focus?.reference
      : Array.isArray(part.basedOn)
        ? part.basedOn.find((one) => one.reference?.startsWith('ServiceRequest/'))?.reference
        : undefined;
  return named?.startsWith('ServiceRequest/') ? idIn(named) : '';
}
