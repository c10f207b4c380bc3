import { type LocalDate, localDate, type Trx } from '../platform/index.ts';
import { momentId, type Withheld, withheldOf } from '../record/index.ts';
import {
  type CaseRow,
  type HappeningRow,
  type Held,
  loadCase,
  loadHappenings,
  loadParts,
  loadPauses,
  type PauseRow,
} from './case-store.ts';
import { type Correction, openCorrections } from './correction-store.ts';
import type { PathwayGround } from './ground.ts';
import { isHandOver, teamTask } from './hand-over.ts';
import {
  type CaseClock,
  type CaseEnd,
  type CaseEvent,
  type CaseFacts,
  type CasePause,
  clocksOf,
  happening,
  isOpen,
  mostPressing,
  stageOf,
  type TaskStatus,
  type Viewer,
} from './model/index.ts';
import { type MoveRow, openMove } from './move-store.ts';
import { codesIn, hopOf, idIn, type ReferralTask, type Request, SYSTEM } from './shapes.ts';

type Person = {
  readonly given: string;
  readonly family: string;
  readonly birth_date: LocalDate;
  readonly postcode: string | null;
  readonly municipality: string | null;
};
type Line = {
  readonly viewer: string;
  readonly id: string;
  readonly kind: 'case' | 'offer' | 'support' | 'sent' | 'review' | 'move' | 'correct';
  readonly label: string;
  readonly age: number | null;
  readonly area: string | null;
  readonly need: string;
  readonly step: string;
  readonly status: string;
  readonly due: LocalDate | null;
  readonly paused: boolean;
  readonly pauseReason: string | null;
  readonly pauseUntil: LocalDate | null;
  readonly assignee: string | null;
  readonly assigneeName: string | null;
  readonly waitsFor: string | null;
  readonly closed: boolean;
  readonly since: Date;
};

/** Everything about one case from which its stage, clocks and lists follow. */
export type CaseWhole = {
  readonly row: CaseRow;
  readonly facts: CaseFacts;
  readonly clocks: readonly CaseClock[];
  readonly first: Held<Request>;
  readonly onward: readonly Held<Request>[];
  readonly tasks: readonly Held<ReferralTask>[];
  readonly pauses: readonly PauseRow[];
  readonly withheld: readonly Withheld[];
  readonly move: MoveRow | undefined;
  readonly corrections: readonly Correction[];
};

/** Loads one case with all that follows from its facts at this moment of the clock. */
export async function wholeCase(
  ground: PathwayGround,
  trx: Trx,
  resident: string,
  caseId: string,
): Promise<CaseWhole | undefined> {
  const row = await loadCase(trx, resident, caseId);
  if (!row) return undefined;
  const definition = ground.definitions.pathway(row.pathway, row.pathway_version);
  const { requests, tasks } = await loadParts(trx, resident, caseId);
  const happenings = await loadHappenings(trx, resident, caseId);
  const pauses = await loadPauses(trx, resident, caseId);
  const withheld = (await withheldOf(trx, resident)).filter((one) => one.case_id === caseId);
  const first = requests.find((held) => held.row.id === caseId);
  if (!first) return undefined;
  const onward = requests.filter((held) => held.row.id !== caseId);
  const firstTask = teamTask(tasks, caseId);
  const move = await openMove(trx, resident, caseId);
  const corrections = await openCorrections(ground.keys, trx, resident, caseId);
  const facts: CaseFacts = {
    ended: endedAs(first.resource.status),
    referral: firstTask?.resource.status ?? null,
    attempts: happenings.filter((one) => one.event === 'contact-attempt').length,
    offers: tasks.filter((held) => idIn(held.resource.focus?.reference) !== caseId).map((held) => held.resource.status),
    events: happenings.map((one) => ({ name: one.event })),
    followUp: definition.followUp !== undefined,
  };
  const hops = new Map(requests.map((held) => [held.row.id, hopOf(held.resource)]));
  const ends: CaseEnd[] = tasks
    .filter((held) => ENDED.includes(held.resource.status))
    .map((held) => ({
      at: held.row.last_updated,
      of: { hop: hops.get(idIn(held.resource.focus?.reference)) ?? 'first', task: held.row.id },
    }));
  if (facts.ended !== null && facts.ended !== 'closed') ends.push({ at: first.row.last_updated });
  const events: CaseEvent[] = happenings.map((one) => ({
    name: one.event,
    at: one.at,
    of: one.task ? { hop: one.hop ?? 'first', task: one.task } : undefined,
  }));
  const held = holdsOf(happenings);
  const clocks = clocksOf(definition, events, {
    urgency: row.urgency,
    pauses: [...pauses.map((pause) => ({ from: pause.from_at, until: pause.until_at })), ...held],
    ends,
    holidays: ground.definitions.holidays,
    now: ground.clock.now(),
  });
  return { row, facts, clocks, first, onward, tasks, pauses, withheld, move, corrections };
}

/** The times in which a Task stood still, from the moments it was put on hold and went on. */
function holdsOf(happenings: readonly HappeningRow[]): readonly CasePause[] {
  return happenings
    .filter((one) => one.event === 'held')
    .map((hold) => ({
      from: hold.at,
      until:
        happenings.find((one) => one.event === 'resumed' && one.task === hold.task && one.at >= hold.at)?.at ?? null,
      ...(hold.task ? { of: { hop: hold.hop ?? 'first', task: hold.task } } : {}),
    }));
}

const ENDED: readonly TaskStatus[] = ['rejected', 'cancelled', 'failed', 'entered-in-error'];

function endedAs(status: Request['status']): CaseFacts['ended'] {
  if (status === 'completed') return 'closed';
  if (status === 'revoked') return 'withdrawn';
  return status === 'entered-in-error' ? 'entered-in-error' : null;
}

/**
 * Computes a case anew from its facts and writes what follows: its stage, its clocks, and one line for each party's
 * list. Called in the transaction of whatever changed the facts; the rebuild calls the same function.
 */
export async function refreshCase(
  ground: PathwayGround,
  trx: Trx,
  resident: string,
  caseId: string,
): Promise<CaseWhole | undefined> {
  const whole = await wholeCase(ground, trx, resident, caseId);
  if (!whole) return undefined;
  const stage = stageOf(whole.facts);
  const closedAt = whole.facts.ended ? whole.first.row.last_updated : null;
  await trx.query({
    name: 'case-stage',
    text: 'update pathways."case" set stage = $3, closed_at = $4 where resident_id = $1 and id = $2',
    values: [resident, caseId, stage, closedAt],
  });
  await writeClocks(trx, resident, whole);
  const { rows } = await trx.query<Person>({
    name: 'person-of',
    text: 'select given, family, birth_date::text as birth_date, postcode, municipality from record.person where resident_id = $1',
    values: [resident],
  });
  const { urgencies } = ground.definitions.pathway(whole.row.pathway, whole.row.pathway_version);
  const urgent = whole.row.urgency !== urgencies[0]?.code;
  await writeLines(trx, resident, caseId, rows[0] ? linesOf(ground, whole, rows[0]) : [], urgent);
  return whole;
}

async function writeClocks(trx: Trx, resident: string, whole: CaseWhole): Promise<void> {
  const clocks = whole.clocks.map((one) => ({
    id: `${whole.row.id.slice(33)}-${one.norm.id}-${one.of?.task.slice(33) ?? 'case'}-${one.started.getTime().toString(36)}`,
    norm: one.norm.id,
    task: one.of?.task ?? null,
    started: one.started,
    due: one.clock.due,
    state: one.stopped ? 'stopped' : one.clock.state,
  }));
  await trx.query({
    name: 'write-clocks',
    text: `insert into pathways.clock (resident_id, case_id, id, norm, task, started_at, due, state)
           select $1, $2, * from unnest($3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::date[], $8::text[])
           on conflict (resident_id, id) do update set due = excluded.due, state = excluded.state`,
    values: [
      resident,
      whole.row.id,
      clocks.map((c) => c.id),
      clocks.map((c) => c.norm),
      clocks.map((c) => c.task),
      clocks.map((c) => c.started),
      clocks.map((c) => c.due),
      clocks.map((c) => c.state),
    ],
  });
}

function linesOf(ground: PathwayGround, whole: CaseWhole, person: Person): readonly Line[] {
  const { row, facts, first, tasks } = whole;
  const today = localDate(ground.clock.now());
  const age = yearsBetween(person.birth_date, today);
  const name = `${person.given.charAt(0)}${person.given ? '. ' : ''}${person.family}`;
  const glimpse = { label: person.given.split(' ')[0] || 'Inwoner', age, area: person.postcode?.slice(0, 4) ?? null };
  const known = { label: name, age, area: person.municipality ?? person.postcode?.slice(0, 4) ?? null };
  const pause = whole.pauses.find((one) => one.until_at === null);
  const definition = ground.definitions.pathway(row.pathway, row.pathway_version);
  const reasons = row.reasons
    .map((code) => definition.reasons.find((reason) => reason.code === code)?.label ?? code)
    .join(', ');
  const lines: Line[] = [];
  const told = (viewer: Viewer) => happening(facts, viewer);
  const pressing = mostPressing(whole.clocks);
  const base = {
    paused: pause !== undefined,
    pauseReason: pause?.reason ?? null,
    pauseUntil: pause?.expected ?? null,
    assignee: row.assignee,
    assigneeName: row.assignee_name,
  };
  const firstTask = teamTask(tasks, row.id);
  const wrong = facts.ended === 'entered-in-error' || firstTask?.resource.status === 'entered-in-error';
  // Who asked for themself reads it on their own page.
  if (!row.practice.startsWith('Patient/'))
    lines.push({
      ...base,
      viewer: row.practice,
      id: row.id,
      kind: 'sent',
      ...known,
      need: reasons,
      step: told('requester')?.now ?? 'case.now.referred.requester',
      status: first.resource.status,
      due: ownDue(whole, 'closed'),
      waitsFor: told('requester')?.turn ?? null,
      closed: facts.ended !== null,
      since: row.opened_at,
    });
  if (firstTask && !wrong) {
    const accepted =
      firstTask.resource.status !== 'requested' &&
      firstTask.resource.status !== 'rejected' &&
      !(firstTask.resource.status === 'cancelled' && row.assignee === null);
    lines.push({
      ...base,
      viewer: row.team,
      id: firstTask.row.id,
      kind: accepted ? 'case' : 'offer',
      ...(accepted ? known : glimpse),
      need: reasons,
      step: told('coach')?.now ?? '',
      status: accepted ? stageOf(facts) : firstTask.resource.status,
      due: pressing?.clock.due ?? null,
      waitsFor: told('coach')?.turn ?? null,
      closed:
        facts.ended !== null || firstTask.resource.status === 'rejected' || firstTask.resource.status === 'cancelled',
      since: row.opened_at,
    });
  }
  // A move asks what the resident wants; a team that was asked to take over finds an offer, one that handed over a closed case.
  if (whole.move && facts.ended === null && row.team)
    lines.push({
      ...base,
      viewer: row.team,
      id: whole.move.id,
      kind: 'move',
      ...known,
      need: '',
      step: 'moved',
      status: whole.move.task ? 'move-asked' : 'move',
      due: null,
      waitsFor: whole.move.task ? 'team' : null,
      closed: false,
      since: whole.move.at,
    });
  for (const held of tasks.filter((one) => idIn(one.resource.focus?.reference) === row.id && one !== firstTask)) {
    const { status, owner } = held.resource;
    if (!owner || owner.reference === row.team || status === 'entered-in-error') continue;
    const asked = isHandOver(held.resource) && !handedOn(tasks, held.row.id);
    lines.push({
      ...base,
      viewer: owner.reference,
      id: held.row.id,
      kind: asked ? 'offer' : 'case',
      ...(asked ? glimpse : known),
      need: reasons,
      step: told('coach')?.now ?? '',
      status: asked ? status : 'closed',
      due: null,
      assignee: null,
      assigneeName: null,
      waitsFor: null,
      closed: !asked || status !== 'requested' || facts.ended !== null,
      since: new Date(held.resource.authoredOn ?? held.row.last_updated),
    });
  }
  // What is kept from the resident is looked at again on its day, as long as the team has the case.
  const [review] = whole.withheld;
  if (review && facts.ended === null && row.team)
    lines.push({
      ...base,
      viewer: row.team,
      id: review.id,
      kind: 'review',
      ...known,
      need: '',
      step: 'withheld.review',
      status: 'review',
      due: review.review,
      waitsFor: null,
      closed: false,
      since: review.at,
    });
  // What was granted to be corrected waits with the team, also of a case that was closed meanwhile.
  const [correction] = whole.corrections;
  if (correction && row.team)
    lines.push({
      ...base,
      viewer: row.team,
      id: correction.id,
      kind: 'correct',
      ...known,
      need: '',
      step: 'correct',
      status: 'correct',
      due: correction.due,
      waitsFor: null,
      closed: false,
      since: correction.at,
    });
  for (const held of tasks) {
    const request = whole.onward.find((one) => one.row.id === idIn(held.resource.focus?.reference));
    if (!request || held.resource.status === 'entered-in-error' || !held.resource.owner) continue;
    const { status } = held.resource;
    const accepted = ['accepted', 'in-progress', 'on-hold', 'completed', 'failed'].includes(status);
    const needs = codesIn(request.resource.reasonCode, SYSTEM.need).map(
      (code) => ground.definitions.region.needs.find((need) => need.id === code)?.label ?? code,
    );
    const own = mostPressing(whole.clocks.filter((clock) => clock.of?.task === held.row.id));
    lines.push({
      ...base,
      viewer: held.resource.owner.reference,
      id: held.row.id,
      kind: accepted ? 'support' : 'offer',
      ...(accepted ? known : glimpse),
      need: needs.join(', '),
      step: `task.${status}`,
      status,
      due: own?.clock.due ?? null,
      pauseReason: null,
      pauseUntil: null,
      assignee: null,
      assigneeName: null,
      waitsFor: isOpen(status) ? 'provider' : null,
      closed: !isOpen(status),
      since: new Date(held.resource.authoredOn ?? held.row.last_updated),
    });
  }
  return lines;
}

/** Whether a team that took a case over handed it on: another was asked by it. */
function handedOn(tasks: readonly Held<ReferralTask>[], task: string): boolean {
  return tasks.some((held) =>
    ((held.resource.partOf ?? []) as readonly { reference?: string }[]).some((ref) => idIn(ref.reference) === task),
  );
}

function ownDue(whole: CaseWhole, until: string): LocalDate | null {
  return mostPressing(whole.clocks.filter((clock) => clock.norm.until === until))?.clock.due ?? null;
}

function yearsBetween(birth: LocalDate, today: LocalDate): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}

async function writeLines(
  trx: Trx,
  resident: string,
  caseId: string,
  lines: readonly Line[],
  urgent: boolean,
): Promise<void> {
  await trx.query({
    name: 'drop-lines',
    text: 'delete from pathways.worklist where resident_id = $1 and case_id = $2',
    values: [resident, caseId],
  });
  if (lines.length === 0) return;
  await trx.query({
    name: 'write-lines',
    text: `insert into pathways.worklist (resident_id, case_id, urgent, viewer, id, kind, label, age, area, need, step, status, due, paused, assignee, assignee_name, waits_for, closed, since, pause_reason, pause_until)
           select $1, $2, $3, * from unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::int[], $9::text[], $10::text[], $11::text[], $12::text[], $13::date[], $14::boolean[], $15::text[], $16::text[], $17::text[], $18::boolean[], $19::timestamptz[], $20::text[], $21::date[])`,
    values: [
      resident,
      caseId,
      urgent,
      lines.map((l) => l.viewer),
      lines.map((l) => l.id),
      lines.map((l) => l.kind),
      lines.map((l) => l.label),
      lines.map((l) => l.age),
      lines.map((l) => l.area),
      lines.map((l) => l.need),
      lines.map((l) => l.step),
      lines.map((l) => l.status),
      lines.map((l) => l.due),
      lines.map((l) => l.paused),
      lines.map((l) => l.assignee),
      lines.map((l) => l.assigneeName),
      lines.map((l) => l.waitsFor),
      lines.map((l) => l.closed),
      lines.map((l) => l.since),
      lines.map((l) => l.pauseReason),
      lines.map((l) => l.pauseUntil),
    ],
  });
}

/** One thing that happened in a case, with the version of the resource that tells it. */
export type Happening = {
  readonly resident: string;
  readonly caseId: string;
  readonly event: string;
  readonly at: Date;
  readonly of?: { readonly hop: string; readonly task: string } | undefined;
  readonly told: { readonly type: string; readonly id: string; readonly version: number };
};

/** Notes that something happened in a case. The rebuild notes the same again, under the same id. */
export async function happened(trx: Trx, { resident, caseId, event, at, of, told }: Happening): Promise<void> {
  await trx.query({
    name: 'happened',
    text: 'insert into pathways.happening (resident_id, case_id, id, event, at, hop, task) values ($1, $2, $3, $4, $5, $6, $7)',
    values: [
      resident,
      caseId,
      momentId(at, `${told.type}/${told.id}/${told.version}/${event}`),
      event,
      at,
      of?.hop ?? null,
      of?.task ?? null,
    ],
  });
}
