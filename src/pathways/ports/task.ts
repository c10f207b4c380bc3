import type { Resource } from '../../fhir/index.ts';
import { fail, localDate, ok, type Problem, type Text, type Trx } from '../../platform/index.ts';
import {
  type Change,
  createInside,
  loadResource,
  loadResources,
  type Settled,
  updateInside,
  type WritePort,
} from '../../record/index.ts';
import { addParty, closeGrants, openGrant } from '../access.ts';
import { type Held, loadCase, loadHappenings, loadParts } from '../case-store.ts';
import { stopConcept } from '../definitions.ts';
import type { PathwayGround } from '../ground.ts';
import { isAsking, isHandOver, teamTask } from '../hand-over.ts';
import { taskEvents } from '../happenings.ts';
import { writeLetter } from '../letter/document.ts';
import {
  isOpen,
  nextCandidate,
  type OfferedTask,
  type TaskStatus,
  type TransitionProblem,
  transition,
} from '../model/index.ts';
import { followPlace } from '../places.ts';
import { tiedTeam } from '../read/tie.ts';
import { happened, refreshCase } from '../refresh.ts';
import { REFUSALS } from '../refusals.ts';
import {
  careTeamFor,
  caseOf,
  hopOf,
  idIn,
  isDeath,
  isOwnWish,
  isRunning,
  MOVED,
  outcomeOf,
  pathwayOf,
  type ReferralTask,
  type Request,
  SYSTEM,
  stopReasonOf,
  taskFor,
} from '../shapes.ts';
import { ENGINE, ENGINE_WRITE } from './engine.ts';
import { kindsOf } from './kinds.ts';

type Answer = { readonly ok: true; readonly value: Settled } | { readonly ok: false; readonly problem: Problem };

/** The port of the Tasks: the one table of steps, and what each step opens, closes and leads to. */
export function taskPort(groundOf: () => PathwayGround): WritePort {
  return {
    name: 'pathway-tasks',
    types: ['Task'],
    settle: (_record, trx, change) => settle(groundOf(), trx, change),
    follow: (_record, trx, change) => follow(groundOf(), trx, change),
  };
}

async function requestOf(trx: Trx, resident: string, task: ReferralTask): Promise<Held<Request> | undefined> {
  const row = await loadResource(trx, resident, 'ServiceRequest', idIn(task.focus?.reference));
  return row ? { row, resource: JSON.parse(row.content) as Request } : undefined;
}

async function settle(ground: PathwayGround, trx: Trx, change: Change): Promise<Answer> {
  const task = change.after as ReferralTask;
  if (!task.focus?.reference?.startsWith('ServiceRequest/')) {
    if (change.actor.role === 'system' || change.kind === 'update') return ok({});
    return fail('unprocessable', 'focus must name a ServiceRequest of this resident.', [
      { place: 'Task.focus', text: 'A ServiceRequest of this resident', code: 'required' },
    ]);
  }
  const request = await requestOf(trx, change.resident, task);
  if (!request)
    return fail('unprocessable', 'focus must name a ServiceRequest of this resident.', [
      { place: 'Task.focus', text: 'No such ServiceRequest of this resident', code: 'not-found' },
    ]);
  if (!pathwayOf(request.resource)) return ok({ categories: request.row.categories as never });
  return change.before
    ? settleStep(ground, trx, change, task, request)
    : settleOffer(ground, trx, change, task, request);
}

async function settleOffer(
  ground: PathwayGround,
  trx: Trx,
  change: Change,
  task: ReferralTask,
  request: Held<Request>,
): Promise<Answer> {
  const owner = task.owner?.reference ?? '';
  const first = hopOf(request.resource) === 'first';
  if (task.status !== 'requested' && task.status !== 'draft')
    return fail('unprocessable', 'A new Task is draft or requested.', [
      { place: 'Task.status', text: 'draft or requested', code: 'value' },
    ]);
  if (!['active', 'draft'].includes(request.resource.status)) return fail('conflict', REFUSALS.referralOver);
  if (
    !isHandOver(task) &&
    !kindsOf(change.actor, task, request, undefined).some((kind) => kind === 'requester' || kind === 'system')
  )
    return fail('absent', REFUSALS.notYourReferral);
  const { tasks } = await loadParts(trx, change.resident, caseOf(request.resource));
  const of = tasks.filter((held) => idIn(held.resource.focus?.reference) === request.row.id);
  if (isHandOver(task)) return settleHandOver(ground, trx, change, task, request, of);
  if (of.some((held) => isOpen(held.resource.status))) return fail('conflict', REFUSALS.referralTaken);
  if (first && isOwnWish(request.resource)) {
    if (!(request.resource.performer ?? []).some((ref) => ref.reference === owner))
      return fail(
        'unprocessable',
        {
          nl: 'Deze aanvraag gaat naar het team van waar u woont.',
          en: 'This request goes to the team of where you live.',
        },
        [{ place: 'Task.owner', text: 'Must be the performer of the request', code: 'business-rule' }],
      );
  } else if (first) {
    const tied = (await tiedTeam(ground, idIn(request.row.author), trx))?.team;
    if (tied && owner !== `HealthcareService/${tied}`)
      return fail('unprocessable', REFUSALS.referralToTiedTeam, [
        { place: 'Task.owner', text: `Must be HealthcareService/${tied}`, code: 'business-rule' },
      ]);
    if (!owner.startsWith('HealthcareService/'))
      return fail('unprocessable', REFUSALS.sayTeam, [
        { place: 'Task.owner', text: 'A HealthcareService', code: 'required' },
      ]);
  } else if (
    !(request.resource.performer ?? []).some((ref) => ref.reference === owner) ||
    of.some((held) => held.resource.owner?.reference === owner)
  ) {
    return fail('unprocessable', REFUSALS.notCandidate, [
      { place: 'Task.owner', text: 'Not a candidate of this request, or asked before', code: 'business-rule' },
    ]);
  }
  return ok({ categories: request.row.categories as never, parties: [request.row.author] });
}

/** Another team is asked to take a case over: by the team that has it, one at a time, and never itself. */
async function settleHandOver(
  ground: PathwayGround,
  trx: Trx,
  change: Change,
  task: ReferralTask,
  request: Held<Request>,
  of: readonly Held<ReferralTask>[],
): Promise<Answer> {
  const row = await loadCase(trx, change.resident, caseOf(request.resource));
  const own = teamTask(of, request.row.id);
  const mine = change.actor.role === 'system' || (row !== undefined && change.actor.services.includes(row.team));
  if (!row || !mine || hopOf(request.resource) !== 'first')
    return fail('absent', { nl: 'Deze zaak is niet van u.', en: 'This case is not yours.' });
  const named = ((task.partOf ?? []) as readonly { reference?: string }[]).map((ref) => idIn(ref.reference));
  if (!own || !named.includes(own.row.id) || !isOpen(own.resource.status) || own.resource.status === 'requested')
    return fail('unprocessable', 'partOf must name the Task of the team that has the case.', [
      { place: 'Task.partOf', text: 'Not the running Task of the team', code: 'business-rule' },
    ]);
  if (of.some((held) => isHandOver(held.resource) && held.resource.status === 'requested'))
    return fail('conflict', {
      nl: 'Er is al een ander team gevraagd. Wacht op het antwoord.',
      en: 'Another team has been asked already. Wait for its answer.',
    });
  const owner = task.owner?.reference ?? '';
  const teams = ground.definitions.region.organisations.flatMap((one) => one.teams);
  if (owner === row.team || !teams.some((team) => `HealthcareService/${team.id}` === owner))
    return fail('unprocessable', { nl: 'Kies een ander team.', en: 'Choose another team.' }, [
      { place: 'Task.owner', text: 'A team of this region, other than the one that has the case', code: 'value' },
    ]);
  return ok({ categories: request.row.categories as never, parties: [request.row.author, row.team] });
}

async function settleStep(
  _ground: PathwayGround,
  trx: Trx,
  change: Change,
  task: ReferralTask,
  request: Held<Request>,
): Promise<Answer> {
  const before = change.before as ReferralTask;
  if (before.owner?.reference !== task.owner?.reference || before.focus?.reference !== task.focus?.reference)
    return fail('unprocessable', 'A Task keeps its focus and owner.', [
      { place: 'Task', text: 'focus and owner stay as they are', code: 'business-rule' },
    ]);
  if (before.status === task.status) {
    // The same again through a page is a double answer; through FHIR it may carry a note.
    return JSON.stringify({ ...before, meta: 0, note: 0, lastModified: 0, id: 0 }) ===
      JSON.stringify({ ...task, meta: 0, note: 0, lastModified: 0, id: 0 }) || change.follows
      ? ok({})
      : fail(
          'conflict',
          stepWords({ kind: 'transition', code: 'already', status: before.status, to: task.status, missing: [] }),
        );
  }
  const row = await loadCase(trx, change.resident, caseOf(request.resource));
  const step = transition({ status: before.status }, task.status, {
    by: change.follows ? ['system', 'maker', 'requester'] : kindsOf(change.actor, before, request, row?.team),
    given: { reason: stopReasonOf(task), outcome: outcomeOf(task)?.code ?? outcomeOf(task)?.text },
  });
  if (step.ok) return ok({});
  const kind =
    step.problem.code === 'missing' ? 'unprocessable' : step.problem.code === 'not-by-you' ? 'absent' : 'conflict';
  const element = step.problem.missing.includes('outcome') ? 'Task.output' : 'Task.statusReason';
  return fail(
    kind,
    stepWords(step.problem),
    kind === 'unprocessable'
      ? [{ place: element, text: 'Missing', code: 'required' }]
      : [{ place: 'Task.status', text: `${before.status} → ${task.status}`, code: 'business-rule' }],
  );
}

/** What a refused step is called, for who tried it: what happened and what to do. */
export function stepWords(problem: TransitionProblem): Text {
  switch (problem.code) {
    case 'already':
      return REFUSALS.doneAlready;
    case 'ended':
      return problem.status === 'cancelled' || problem.status === 'entered-in-error'
        ? REFUSALS.requestWithdrawn
        : REFUSALS.requestFinished;
    case 'not-from-here':
      return REFUSALS.requestChanged;
    case 'not-by-you':
      return REFUSALS.notYourRequest;
    case 'missing':
      return problem.missing.includes('outcome') ? REFUSALS.chooseOutcome : REFUSALS.chooseReason;
  }
}

async function follow(ground: PathwayGround, trx: Trx, change: Change): Promise<void> {
  const task = change.after as ReferralTask;
  const before = (change.before as ReferralTask | undefined)?.status;
  if (!task.focus?.reference?.startsWith('ServiceRequest/') || before === task.status) return;
  const request = await requestOf(trx, change.resident, task);
  if (!request || !pathwayOf(request.resource)) return;
  const caseId = caseOf(request.resource);
  const first = hopOf(request.resource) === 'first';
  const of = { hop: first ? 'first' : 'second', task: change.id };
  const owner = task.owner!.reference;
  const { resident } = change;
  // Support that was put on hold before it began, begins when it goes on.
  const started =
    task.status === 'in-progress' &&
    (await loadHappenings(trx, resident, caseId)).some(
      (one) => one.event === 'support-started' && one.task === change.id,
    );
  // A hand-over starts no clock anew: what the first team was asked is what the next is asked.
  const events = isAsking(task) ? [] : taskEvents(first, before, task.status, started);
  const note = async () => {
    for (const event of events) await happened(trx, { resident, caseId, event, at: change.at, of, told: change });
  };
  if (!first) {
    const askedAt = new Date(task.authoredOn ?? change.at);
    await followPlace(trx, { resident, id: change.id, service: owner, status: task.status, askedAt });
  }
  switch (task.status) {
    case 'requested':
      if (first && !isHandOver(task)) await setTeam(trx, resident, caseId, owner);
      await openGrant(ground, trx, resident, {
        grantee: owner,
        relation: 'offered',
        categories: request.row.categories,
        source: change.id,
      });
      await addParty(trx, resident, 'ServiceRequest', request.row.id, owner);
      break;
    case 'accepted':
      await accept(ground, trx, change, request, caseId, first, owner);
      break;
    case 'rejected':
      await closeGrants(ground, trx, resident, { grantee: owner, source: change.id, reason: 'rejected' });
      if (isHandOver(task)) await unasked(trx, resident, change.id);
      break;
    case 'completed':
      if (first)
        await closeGrants(ground, trx, resident, { relation: 'case-team', source: caseId, reason: 'completed' });
      break;
    case 'cancelled':
    case 'failed':
    case 'entered-in-error':
      await closeGrants(ground, trx, resident, { source: change.id, reason: task.status });
      if (isHandOver(task)) await unasked(trx, resident, change.id);
      if (first && !isDeath(task.statusReason))
        await closeGrants(ground, trx, resident, {
          grantee: owner,
          relation: 'case-team',
          source: caseId,
          reason: task.status,
        });
      break;
    default:
      break;
  }
  if (first) await writeLetter(ground, trx, change, request);
  await note();
  await carryOn(ground, trx, change, request, caseId, first, task.status);
  await refreshCase(ground, trx, resident, caseId);
}

/** The circle of the team that had the case ends; the next one begins its own. */
async function endCircle(ground: PathwayGround, trx: Trx, change: Change, caseId: string): Promise<void> {
  for (const row of await loadResources(trx, change.resident, ['CareTeam'])) {
    const circle = JSON.parse(row.content) as Resource & {
      readonly identifier?: readonly { readonly system?: string; readonly value?: string }[];
      readonly period?: object;
      readonly participant?: readonly { readonly period?: { readonly end?: string } }[];
    };
    const ours = circle.identifier?.some((one) => one.system === SYSTEM.case && one.value === caseId);
    if (!ours || circle.status === 'inactive') continue;
    const end = change.at.toISOString();
    const participant = circle.participant?.map((one) => ({ ...one, period: { end, ...one.period } }));
    await updateInside(
      ground,
      trx,
      ENGINE,
      {
        resource: {
          ...circle,
          status: 'inactive',
          period: { ...circle.period, end },
          ...(participant ? { participant } : {}),
        } as Resource,
        resident: change.resident,
        id: row.id,
        follows: true,
        ...ENGINE_WRITE,
      },
      { door: 'job' },
    );
  }
}

async function setTeam(trx: Trx, resident: string, caseId: string, team: string): Promise<void> {
  await trx.query('update pathways."case" set team = $3 where resident_id = $1 and id = $2', [resident, caseId, team]);
}

/** The other team said no, or is no longer asked: the move is open again. */
async function unasked(trx: Trx, resident: string, task: string): Promise<void> {
  await trx.query(
    'update pathways.move set said = null, task = null where resident_id = $1 and task = $2 and settled_at is null',
    [resident, task],
  );
}

/** Another team took the case over: it is theirs, and the Task of the team that had it ends. */
async function takeOver(ground: PathwayGround, trx: Trx, change: Change, caseId: string, team: string): Promise<void> {
  await setTeam(trx, change.resident, caseId, team);
  await trx.query('update pathways.move set settled_at = $3 where resident_id = $1 and task = $2', [
    change.resident,
    change.id,
    change.at,
  ]);
  const { tasks, requests } = await loadParts(trx, change.resident, caseId);
  const request = requests.find((held) => held.row.id === caseId);
  for (const held of tasks) {
    const before = held.resource;
    if (held.row.id === change.id || idIn(before.focus?.reference) !== caseId || !isOpen(before.status)) continue;
    const statusReason = request && stopConcept(ground.definitions, request.resource, MOVED);
    await updateInside(
      ground,
      trx,
      ENGINE,
      {
        resource: { ...before, status: 'cancelled', statusReason, lastModified: change.at.toISOString() } as Resource,
        resident: change.resident,
        id: held.row.id,
        follows: true,
        ...ENGINE_WRITE,
      },
      { door: 'job' },
    );
  }
}

async function accept(
  ground: PathwayGround,
  trx: Trx,
  change: Change,
  request: Held<Request>,
  caseId: string,
  first: boolean,
  owner: string,
): Promise<void> {
  const { resident } = change;
  await closeGrants(ground, trx, resident, {
    grantee: owner,
    relation: 'offered',
    source: change.id,
    reason: 'accepted',
  });
  if (!first) {
    await openGrant(ground, trx, resident, {
      grantee: owner,
      relation: 'supporting',
      categories: request.row.categories,
      source: change.id,
    });
    return;
  }
  if (isHandOver(change.after as ReferralTask)) await takeOver(ground, trx, change, caseId, owner);
  const row = await loadCase(trx, resident, caseId);
  await openGrant(ground, trx, resident, {
    grantee: owner,
    relation: 'case-team',
    categories: row!.categories,
    source: caseId,
  });
  const takes = change.actor.role === 'welfare-coach' ? change.actor : undefined;
  await trx.query('update pathways."case" set assignee = $3, assignee_name = $4 where resident_id = $1 and id = $2', [
    resident,
    caseId,
    takes?.person ?? null,
    takes?.name ?? null,
  ]);
  await endCircle(ground, trx, change, caseId);
  const team = careTeamFor(
    resident,
    caseId,
    takes ? { reference: takes.person, display: takes.name } : undefined,
    change.at,
  );
  await createInside(
    ground,
    trx,
    ENGINE,
    { resource: team, resident, parties: [owner], follows: true, ...ENGINE_WRITE },
    { door: 'job' },
  );
}

/** What one step of a Task leads to: the next candidate at once, or the request's own status. */
async function carryOn(
  ground: PathwayGround,
  trx: Trx,
  change: Change,
  request: Held<Request>,
  caseId: string,
  first: boolean,
  status: TaskStatus,
): Promise<void> {
  const { resident } = change;
  // A team that was only asked, and one that handed over, take the request along nowhere.
  const before = (change.before as ReferralTask | undefined)?.status ?? 'requested';
  const onlyAsked = isHandOver(change.after as ReferralTask) && (before === 'requested' || before === 'draft');
  if (first && (onlyAsked || (await otherOpen(trx, resident, caseId, change.id)))) return;
  if (status === 'entered-in-error' || (status === 'cancelled' && first)) {
    const to = status === 'entered-in-error' ? 'entered-in-error' : 'revoked';
    const still = await loadResource(trx, resident, 'ServiceRequest', request.row.id);
    const present = still ? (JSON.parse(still.content) as Request) : undefined;
    const whole = first || (await allUndone(trx, resident, caseId, request.row.id));
    if (present && present.status !== to && whole && isRunning(present)) {
      await updateInside(
        ground,
        trx,
        ENGINE,
        {
          resource: { ...present, status: to } as Resource,
          resident,
          id: request.row.id,
          follows: true,
          ...ENGINE_WRITE,
        },
        { door: 'job' },
      );
    }
    return;
  }
  if (first && isOwnWish(request.resource) && ['completed', 'rejected', 'failed'].includes(status))
    return closeOwnWish(ground, trx, resident, request.row.id);
  if (first || (status !== 'rejected' && status !== 'cancelled') || request.resource.status !== 'active') return;
  const { tasks } = await loadParts(trx, resident, caseId);
  const offered: OfferedTask[] = tasks
    .filter((held) => idIn(held.resource.focus?.reference) === request.row.id)
    .map((held) => ({
      id: held.row.id,
      candidate: idIn(held.resource.owner?.reference),
      status: held.resource.status,
      reason: stopReasonOf(held.resource),
      endedBy: held.row.id === change.id && change.actor.role === 'system' ? 'system' : endedBy(held.resource),
    }));
  const candidates = (request.resource.performer ?? []).map((ref) => idIn(ref.reference));
  const next = nextCandidate({ candidates, tasks: offered, today: localDate(ground.clock.now()) });
  if (next.kind !== 'offer') return;
  const owner = {
    reference: `HealthcareService/${next.candidate}`,
    display: ground.definitions.organisationName(next.candidate),
  };
  await createInside(
    ground,
    trx,
    ENGINE,
    {
      resource: taskFor(
        request.resource,
        resident,
        owner,
        request.resource.requester ?? { reference: request.row.author },
        ground.clock.now(),
      ),
      resident,
      parties: [request.row.author],
      follows: true,
      ...ENGINE_WRITE,
    },
    { door: 'job' },
  );
}

/** What a resident asked for themself is closed with the answer of the team: there is no practice that reads it first. */
async function closeOwnWish(ground: PathwayGround, trx: Trx, resident: string, id: string): Promise<void> {
  const row = await loadResource(trx, resident, 'ServiceRequest', id);
  const present = row && (JSON.parse(row.content) as Request);
  if (!present || !isRunning(present)) return;
  const resource = { ...present, status: 'completed' } as Resource;
  const draft = { resource, resident, id, follows: true, ...ENGINE_WRITE };
  await updateInside(ground, trx, ENGINE, draft, { door: 'job' });
}

/** Whether another Task of the first request is open: the case goes on there. */
async function otherOpen(trx: Trx, resident: string, caseId: string, task: string): Promise<boolean> {
  const { tasks } = await loadParts(trx, resident, caseId);
  return tasks.some(
    (held) =>
      held.row.id !== task && idIn(held.resource.focus?.reference) === caseId && TAKEN.includes(held.resource.status),
  );
}
const TAKEN: readonly TaskStatus[] = ['accepted', 'in-progress', 'on-hold'];

function endedBy(task: ReferralTask): 'system' | undefined {
  return task.status === 'cancelled' && stopReasonOf(task) === 'no-answer' ? 'system' : undefined;
}

async function allUndone(trx: Trx, resident: string, caseId: string, requestId: string): Promise<boolean> {
  const { tasks } = await loadParts(trx, resident, caseId);
  return tasks
    .filter((held) => idIn(held.resource.focus?.reference) === requestId)
    .every((held) => held.resource.status === 'entered-in-error');
}
