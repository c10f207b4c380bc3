import { type LocalDate, localDate, type Trx } from '../platform/index.ts';
import type { Held } from './case-store.ts';
import type { CaseWhole } from './case-whole.ts';
import type { PathwayGround } from './ground.ts';
import { isHandOver, teamTask } from './hand-over.ts';
import { happening, isOpen, mostPressing, stageOf, type Viewer } from './model/index.ts';
import { codesIn, idIn, type ReferralTask, SYSTEM } from './shapes.ts';

export type Person = {
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

export function linesOf(ground: PathwayGround, whole: CaseWhole, person: Person): readonly Line[] {
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

export async function writeLines(
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
