import { fail, ok, type Problem, type Text, type Trx } from '../../../platform/index.ts';
import type { Change, Settled } from '../../../record/index.ts';
import { type Held, loadCase, loadParts } from '../../case-store.ts';
import type { PathwayGround } from '../../ground.ts';
import { isHandOver } from '../../hand-over.ts';
import { isOpen, type TransitionProblem, transition } from '../../model/index.ts';
import { tiedTeam } from '../../read/tie.ts';
import { REFUSALS } from '../../refusals.ts';
import {
  caseOf,
  hopOf,
  idIn,
  isOwnWish,
  outcomeOf,
  pathwayOf,
  type ReferralTask,
  type Request,
  SYSTEM,
  stopReasonOf,
} from '../../shapes.ts';
import { kindsOf } from '../kinds.ts';
import { settleHandOver } from './hand-over.ts';
import { requestOf } from './request.ts';

type Answer = { readonly ok: true; readonly value: Settled } | { readonly ok: false; readonly problem: Problem };

/** Whether a Task may be made, or take this step. */
export async function settle(ground: PathwayGround, trx: Trx, change: Change): Promise<Answer> {
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

async function settleStep(
  ground: PathwayGround,
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
  const unknown = unknownOutcome(ground, task, request);
  if (unknown) return unknown;
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

/** Refuses an outcome that the pathway does not know, naming those that it does: what is counted is counted by them. */
function unknownOutcome(ground: PathwayGround, task: ReferralTask, request: Held<Request>): Answer | undefined {
  const pathway = pathwayOf(request.resource);
  const code = outcomeOf(task)?.code;
  if (!pathway || code === undefined) return undefined;
  const { outcomes } = ground.definitions.pathway(pathway.id, pathway.version);
  if (outcomes.some((one) => one.code === code)) return undefined;
  const known = outcomes.map((one) => one.code).join(', ');
  return fail('unprocessable', `This pathway has no outcome ${code.slice(0, 80)}. It has: ${known}.`, [
    { place: 'Task.output', text: `One of ${known} (${SYSTEM.outcome})`, code: 'code-invalid' },
  ]);
}

/** What a refused step is called, for who tried it: what happened and what to do. */
function stepWords(problem: TransitionProblem): Text {
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
