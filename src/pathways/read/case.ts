import type { Resource } from '../../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  decide,
  ok,
  type Result,
  residentOf,
  type Seen,
  withActor,
} from '../../platform/index.ts';
import {
  loadResources,
  type Merged,
  maySee,
  mergedWith,
  openRow,
  type StoredRow,
  textFor,
  type Withheld,
  withheldOf,
} from '../../record/index.ts';
import {
  type CaseRow,
  type ClockRow,
  casesOf,
  loadCase,
  loadClocks,
  loadPauses,
  type PauseRow,
} from '../case-store.ts';
import { wholeCase } from '../case-whole.ts';
import type { Correction } from '../correction-store.ts';
import type { PathwayGround } from '../ground.ts';
import { teamTask } from '../hand-over.ts';
import { letterRequests } from '../letter/partner.ts';
import { isMessage } from '../message-shape.ts';
import { type CaseFacts, type Happening, happening, type Viewer } from '../model/index.ts';
import { type MoveRow, openMove } from '../move-store.ts';
import { isPlanOf } from '../service/plan.ts';
import { caseOf, hopOf, idIn, type ReferralTask, type Request } from '../shapes.ts';
import { ownRecords } from './merged.ts';

/** Everything one page about a case shows; only what this actor may see is in it, and nothing hints at the rest. */
export type CaseView = {
  readonly resident: string;
  /** Absent where the actor has no whole view of the case (a practice, a provider). */
  readonly row: CaseRow | undefined;
  readonly patient: Resource | undefined;
  readonly first: Request | undefined;
  readonly firstTask: ReferralTask | undefined;
  /** Requests to providers with their Tasks, oldest first. */
  readonly onward: readonly { readonly request: Request; readonly tasks: readonly ReferralTask[] }[];
  readonly consents: readonly Resource[];
  readonly contacts: readonly Resource[];
  readonly appointments: readonly Resource[];
  /** Letters about its requests. */
  readonly letters: readonly Resource[];
  readonly responses: readonly Resource[];
  readonly goals: readonly Resource[];
  /** What was agreed: the one plan of the case. */
  readonly plan: Resource | undefined;
  readonly careTeam: Resource | undefined;
  /** What is kept from the resident; empty for who must not know that there is something. */
  readonly withheld: readonly Withheld[];
  /** What the team has yet to correct after a request that was granted. */
  readonly corrections: readonly Correction[];
  /** A move that asks what the resident wants; for who sees the whole case. */
  readonly move: MoveRow | undefined;
  /** The mergings that stand in which this record has a part. */
  readonly merged: readonly Merged[];
  /** People around the resident, as far as this actor sees them. */
  readonly relatives: readonly Resource[];
  readonly clocks: readonly ClockRow[];
  readonly pauses: readonly PauseRow[];
  readonly happening: Happening | null;
  readonly facts: CaseFacts | undefined;
};

const TYPES = [
  'Patient',
  'ServiceRequest',
  'Task',
  'Consent',
  'Communication',
  'Appointment',
  'QuestionnaireResponse',
  'Goal',
  'CarePlan',
  'CareTeam',
  'RelatedPerson',
  'DocumentReference',
];

/** Opens one case: both locks on every part, one audit line "opened", durable before this resolves. */
export async function openCase(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly caseId: string },
  door: Door,
): Promise<Result<CaseView>> {
  return opened(ground, actor, what.resident, what.caseId, 'ServiceRequest', what.caseId, door);
}

/** Opens the case behind a Task that was given to the actor's service: the offer, or the support after a yes. */
export async function openTask(
  ground: PathwayGround,
  actor: Actor,
  taskId: string,
  door: Door,
): Promise<Result<CaseView & { readonly task: ReferralTask; readonly request: Request }>> {
  const resident = residentOf(taskId);
  if (!resident) return { ok: false, problem: ABSENT };
  const found = await opened(ground, actor, resident, undefined, 'Task', taskId, door);
  if (!found.ok) return found;
  const all = [
    ...found.value.onward.flatMap((one) => one.tasks.map((task) => ({ task, request: one.request }))),
    ...(found.value.firstTask && found.value.first
      ? [{ task: found.value.firstTask, request: found.value.first }]
      : []),
  ];
  const mine = all.find(
    (one) =>
      one.task.id === taskId && (actor.services.includes(one.task.owner?.reference ?? '') || actor.role === 'system'),
  );
  return mine ? ok({ ...found.value, ...mine }) : { ok: false, problem: ABSENT };
}

async function opened(
  ground: PathwayGround,
  actor: Actor,
  resident: string,
  caseId: string | undefined,
  type: string,
  id: string,
  door: Door,
): Promise<Result<CaseView>> {
  if (!residentOf(id) || residentOf(id) !== resident) return { ok: false, problem: ABSENT };
  const read = await withActor(
    ground,
    actor,
    actor.role === 'system' ? { kind: 'region' } : { kind: 'resident', resident },
    async (trx, seenBy) => {
      const seen = seenBy[resident];
      const rows = (await loadResources(trx, resident, TYPES)).filter((row) => maySee(ground, actor, row, seen).allow);
      const request = rows.find((row) => row.id === id);
      const wanted = caseId ?? (request ? caseIdOf(rows, request) : undefined);
      const row = wanted ? await loadCase(trx, resident, wanted) : undefined;
      const whole = row && wanted ? await wholeCase(ground, trx, resident, wanted) : undefined;
      return {
        seen,
        rows,
        wanted,
        row,
        facts: whole?.facts,
        withheld: wanted ? (await withheldOf(trx, resident)).filter((one) => one.case_id === wanted) : [],
        move: wanted ? await openMove(trx, resident, wanted) : undefined,
        corrections: whole?.corrections ?? [],
        merged: await mergedWith(trx, resident),
        clocks: row && wanted ? await loadClocks(trx, resident, wanted) : [],
        pauses: row && wanted ? await loadPauses(trx, resident, wanted) : [],
      };
    },
  );
  const anchor = read.rows.find((row) => row.id === id);
  const decision = anchor ? maySee(ground, actor, anchor, read.seen) : undefined;
  await ground.audit.write({
    actor,
    action: 'opened',
    allowed: decision?.allow ?? false,
    resident,
    subjectType: type,
    subjectId: id,
    purpose: decision?.allow ? decision.purpose : 'none',
    ground: decision?.allow ? decision.ground : 'none',
    detail: 'page',
    ...door,
  });
  if (!anchor || !read.wanted) return { ok: false, problem: ABSENT };
  return ok(viewOf(ground, actor, resident, read.wanted, read));
}

function caseIdOf(rows: readonly StoredRow[], anchor: StoredRow): string | undefined {
  if (anchor.type === 'ServiceRequest') return caseOf(JSON.parse(anchor.content) as Request);
  const focus = idIn((JSON.parse(anchor.content) as ReferralTask).focus?.reference);
  const request = rows.find((row) => row.type === 'ServiceRequest' && row.id === focus);
  return request ? caseOf(JSON.parse(request.content) as Request) : undefined;
}

type Read = {
  readonly seen: Seen | undefined;
  readonly rows: readonly StoredRow[];
  readonly row: CaseRow | undefined;
  readonly facts: CaseFacts | undefined;
  readonly withheld: readonly Withheld[];
  readonly merged: readonly Merged[];
  readonly move: MoveRow | undefined;
  readonly corrections: readonly Correction[];
  readonly clocks: readonly ClockRow[];
  readonly pauses: readonly PauseRow[];
};

function viewOf(ground: PathwayGround, actor: Actor, resident: string, caseId: string, read: Read): CaseView {
  const of = <T extends Resource>(type: string): readonly T[] =>
    read.rows
      .filter((row) => row.type === type)
      .map((row) => JSON.parse(textFor(actor, type, openRow(ground, row, false), read.seen)) as T);
  const requests = of<Request>('ServiceRequest').filter((request) => caseOf(request) === caseId);
  const ids = new Set(requests.map((request) => request.id));
  const tasks = of<ReferralTask>('Task').filter((task) => ids.has(idIn(task.focus?.reference)));
  const hangsOn = (resource: Resource): boolean =>
    ((resource.basedOn ?? resource.addresses ?? []) as readonly { reference?: string }[]).some((ref) =>
      ids.has(idIn(ref.reference)),
    );
  const first = requests.find((request) => hopOf(request) === 'first');
  const consents = new Set(
    requests.flatMap((request) => (request.supportingInfo ?? []).map((ref) => idIn(ref.reference))),
  );
  return {
    resident,
    row: read.row,
    patient: of('Patient')[0],
    first,
    firstTask: first?.id
      ? teamTask(
          tasks.map((resource) => ({ resource })),
          first.id,
        )?.resource
      : undefined,
    move: read.move,
    corrections: read.corrections,
    onward: requests
      .filter((request) => request !== first)
      .map((request) => ({ request, tasks: tasks.filter((task) => idIn(task.focus?.reference) === request.id) })),
    consents: of('Consent').filter((consent) => consents.has(consent.id ?? '')),
    contacts: of('Communication').filter((one) => hangsOn(one) && !isMessage(one)),
    appointments: of('Appointment').filter(hangsOn),
    letters: of('DocumentReference').filter((letter) => letterRequests(letter).some((id) => ids.has(id))),
    responses: of('QuestionnaireResponse').filter(hangsOn),
    goals: of('Goal').filter(hangsOn),
    plan: of('CarePlan').find((plan) => isPlanOf(plan, caseId)),
    careTeam: of('CareTeam').findLast((team) =>
      ((team.identifier ?? []) as readonly { value?: string }[]).some((one) => one.value === caseId),
    ),
    relatives: of('RelatedPerson'),
    withheld: read.withheld,
    merged: read.merged,
    clocks: read.clocks,
    pauses: read.pauses,
    facts: read.facts,
    happening: read.facts ? happening(read.facts, viewerOf(actor)) : null,
  };
}

/** What an actor is to a case, for what it is told. */
export function viewerOf(actor: Actor): Viewer {
  if (actor.role === 'resident' || actor.role === 'carer') return 'resident';
  if (actor.role === 'practice-nurse' || actor.role === 'gp') return 'requester';
  return actor.role === 'provider' ? 'provider' : 'coach';
}

/** The cases of the resident who asks, newest first. */
export async function ownCases(ground: PathwayGround, actor: Actor, door: Door): Promise<Result<readonly CaseRow[]>> {
  const resident = actor.residentId;
  if (!resident || actor.role !== 'resident') return { ok: false, problem: ABSENT };
  const residents = await ownRecords(ground, resident);
  const { rows, decision } = await withActor(ground, actor, { kind: 'page', residents }, async (trx, seen) => {
    const may = decide(
      actor,
      { kind: 'see', facet: 'referral', categories: [], ownParty: true },
      seen[resident],
      undefined,
      ground.access,
    );
    const all: CaseRow[] = [];
    if (may.allow) for (const one of residents) all.push(...(await casesOf(trx, one)));
    return { rows: all.toSorted((a, b) => b.opened_at.getTime() - a.opened_at.getTime()), decision: may };
  });
  await ground.audit.write({
    actor,
    action: 'listed',
    allowed: decision.allow,
    resident,
    subjectType: 'ServiceRequest',
    purpose: 'self',
    ground: decision.allow ? decision.ground : 'none',
    ...door,
  });
  return ok(rows);
}
