import type { RequestKind } from '../../content/index.ts';
import {
  askCorrection,
  type Correction,
  correctionsFor,
  type Rectified,
  rectifyDetails,
} from '../../pathways/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  type LocalDate,
  localDate,
  Refusal,
  type Result,
  residentOf,
  type Trx,
  ulid,
  withActor,
} from '../../platform/index.ts';
import { samePerson } from '../../record/index.ts';
import { type OversightGround, rulesOf } from '../ground.ts';
import {
  answerBy,
  decisionsFor,
  extendedUntil,
  mayDecide,
  mayExtend,
  mayFinish,
  type Possible,
  type RequestDecision,
  type RequestFacts,
  type RequestVia,
  requestNumber,
} from '../model/request.ts';
import { isPart } from '../model/retention.ts';
import { addNotice } from '../store/notices.ts';
import {
  changeRequest,
  insertRequest,
  insertStep,
  loadRequest,
  type Request,
  type RequestStep,
  requestKey,
  requestsIn,
  type StepName,
  stepsOf,
} from '../store/requests.ts';
import { approveFor } from '../store/retention.ts';
import { CARRIES_OUT, onDuty } from './duty.ts';
import { refuseWith } from './refusals.ts';

/** A request as the rules look at it. */
export const factsOf = (request: Request): RequestFacts => ({
  kind: request.kind,
  state: request.state,
  due: request.due,
  extended: request.extended,
  identity: request.identity,
});

/** The requests that wait, by their last day; or those that are over. */
export function listRequests(
  ground: OversightGround,
  actor: Actor,
  which: 'open' | 'closed',
  door: Door,
): Promise<Result<readonly Request[]>> {
  return onDuty(ground, actor, { action: 'listed', subject: { type: 'Request' } }, door, (trx) =>
    requestsIn(ground.keys, trx, which),
  );
}

/** A request, what was done with it, and what teams correct after it. */
export type OpenedRequest = {
  readonly request: Request;
  readonly steps: readonly RequestStep[];
  readonly corrections: readonly Correction[];
};

/** One request with what was done with it. */
export function openRequest(
  ground: OversightGround,
  actor: Actor,
  key: string,
  door: Door,
): Promise<Result<OpenedRequest>> {
  const resident = residentOf(key);
  const subject = { type: 'Request', id: key, resident };
  return onDuty(ground, actor, { action: 'opened', subject }, door, async (trx) => {
    const request = await theRequest(ground, trx, key);
    return {
      request,
      steps: await stepsOf(ground.keys, trx, request),
      corrections: await correctionsFor(ground.keys, trx, request.resident, request.id),
    };
  });
}

/** A request that came by telephone or on paper. */
export type Entered = {
  readonly resident: string;
  readonly kind: RequestKind;
  readonly via: Exclude<RequestVia, 'portal'>;
  readonly receivedOn: LocalDate;
  readonly said: string;
  /** How it was checked who asks; empty: not yet. */
  readonly identity: string;
};

/** The officer writes down a request that came by telephone or on paper; the term runs from the day it came in. */
export function enterRequest(
  ground: OversightGround,
  actor: Actor,
  entered: Entered,
  door: Door,
): Promise<Result<string>> {
  const id = ulid(ground.clock);
  const { resident } = entered;
  const subject = { type: 'Request', id, resident, detail: `request: ${entered.kind}` };
  return onDuty(ground, actor, { action: 'acted', subject }, door, async (trx) => {
    await insertRequest(ground.keys, trx, {
      resident,
      id,
      number: requestNumber(id),
      kind: entered.kind,
      via: entered.via,
      receivedOn: entered.receivedOn,
      due: answerBy(entered.receivedOn, rulesOf(ground).requests, ground.definitions.holidays),
      about: undefined,
      identity: entered.identity || undefined,
      said: entered.said,
      madeAt: ground.clock.now(),
    });
    await addStep(ground, trx, actor, { resident, id }, 'received');
    if (entered.identity) await addStep(ground, trx, actor, { resident, id }, 'identity-checked', entered.identity);
    await addNotice(ground, trx, { resident, kind: 'request-received', about: id });
    return requestKey({ resident, id });
  });
}

/** Notes how it was checked who asks (GDPR 12(6)). */
export function checkIdentity(
  ground: OversightGround,
  actor: Actor,
  key: string,
  how: string,
  door: Door,
): Promise<Result<void>> {
  return onRequest(ground, actor, key, 'identity checked', door, async (trx, request) => {
    if (request.state !== 'open') refuseWith(request.state === 'decided' ? 'decided' : 'closed');
    await changeRequest(ground.keys, trx, request, { identity: how });
    await addStep(ground, trx, actor, request, 'identity-checked', how);
  });
}

/** Takes two months more, once, and tells the resident why (GDPR 12(3)). */
export function extendRequest(
  ground: OversightGround,
  actor: Actor,
  key: string,
  why: string,
  door: Door,
): Promise<Result<void>> {
  return onRequest(ground, actor, key, 'request extended', door, async (trx, request) => {
    const at = ground.clock.now();
    holds(mayExtend(factsOf(request), localDate(at)));
    const due = extendedUntil(request.receivedOn, rulesOf(ground).requests, ground.definitions.holidays);
    await changeRequest(ground.keys, trx, request, { due, extendedAt: at });
    await addStep(ground, trx, actor, request, 'extended', why);
    await addNotice(ground, trx, { resident: request.resident, kind: 'request-extended', about: request.id });
  });
}

/** What was decided. `parts`: of a request to erase, the parts that go. */
export type Decided = {
  readonly decision: RequestDecision;
  readonly reasons: readonly string[];
  readonly told: string;
  readonly parts: readonly string[];
  /** Of a request to correct: the resident's own details as they have to be, and the entry that a team corrects. */
  readonly details?: Rectified | undefined;
  readonly entry?: { readonly type: string; readonly id: string; readonly wish: string } | undefined;
};

/** Decides on a request, in words for the resident; with the grounds of the law where something is refused. */
export function decideRequest(
  ground: OversightGround,
  actor: Actor,
  key: string,
  decided: Decided,
  door: Door,
): Promise<Result<void>> {
  const { details, entry } = decided;
  const through = details || entry ? residentOf(key) : undefined;
  return onRequest(
    ground,
    actor,
    key,
    `request ${decided.decision}`,
    door,
    async (trx, request) => {
      holds(mayDecide(factsOf(request)));
      if (!decisionsFor(request.kind).includes(decided.decision)) throw new Refusal(ABSENT);
      const at = ground.clock.now();
      const carried =
        through && request.kind === 'correct' ? await carryOut(ground, trx, request, decided, door) : false;
      // Nothing more has to be done after a refusal, once a question was answered, or what was granted is done already.
      const over = decided.decision === 'refused' || decided.decision === 'answered' || carried;
      await changeRequest(ground.keys, trx, request, {
        state: over ? 'done' : 'decided',
        decision: decided.decision,
        reasons: decided.reasons,
        parts: decided.parts,
        told: decided.told,
        decidedAt: at,
        ...(over ? { doneAt: at } : {}),
      });
      await addStep(ground, trx, actor, request, 'decided');
      if (carried) await addStep(ground, trx, actor, request, 'executed');
      // Restriction holds from the decision on; carrying it out is lifting it, once what was disputed is clear.
      if (request.kind === 'restrict' && !over)
        for (const one of await samePerson(trx, [request.resident]))
          await trx.query('select platform.restrict($1, $2, $3)', [one, request.id, at]);
      // What may go, goes once the letter about it has left; the decision is the approval.
      if (request.kind === 'erase' && !over)
        for (const part of decided.parts.filter(isPart))
          await approveFor(trx, {
            resident: request.resident,
            part,
            on: localDate(at),
            at,
            by: actor.name,
            request: request.id,
          });
      await addNotice(ground, trx, { resident: request.resident, kind: 'request-decided', about: request.id });
    },
    through,
  );
}

/** Carries out what was granted to be corrected, in the transaction of the decision; true where nothing is left to do. */
async function carryOut(
  ground: OversightGround,
  trx: Trx,
  request: Request,
  { details, entry }: Decided,
  door: Door,
): Promise<boolean> {
  const { resident, number } = request;
  const why = { purpose: 'privacy-duty', ground: 'GDPR 16, 19' };
  if (details) {
    const told = `Verbeterd na verzoek ${number}`;
    await rectifyDetails(ground, trx, CARRIES_OUT, { resident, to: details, told }, why, door);
  }
  if (!entry) return true;
  const asked = { resident, type: entry.type, entry: entry.id, wish: entry.wish, request: request.id, number };
  return (await askCorrection(ground, trx, CARRIES_OUT, asked, why, door)).done;
}

/** Requests of which teams have corrected everything are done; gives how many. Safe to run twice. */
export async function finishCorrections(ground: OversightGround, most = 100): Promise<number> {
  const waiting = await withActor(ground, CARRIES_OUT, { kind: 'region' }, async (trx) => {
    const { rows } = await trx.query<{ resident: string; id: string }>(
      `select r.resident_id as resident, r.id from oversight.request r
       where r.state = 'decided' and r.kind = 'correct'
         and exists (select 1 from pathways.correction c where c.resident_id = r.resident_id and c.request_id = r.id)
         and not exists (select 1 from pathways.correction c where c.resident_id = r.resident_id and c.request_id = r.id and c.done_at is null)
       order by r.due limit $1`,
      [most],
    );
    return rows;
  });
  let done = 0;
  for (const { resident, id } of waiting)
    done += await withActor(ground, CARRIES_OUT, { kind: 'act', resident }, async (trx) => {
      const request = await loadRequest(ground.keys, trx, resident, id, true);
      if (request?.state !== 'decided') return 0;
      await changeRequest(ground.keys, trx, request, { state: 'done', doneAt: ground.clock.now() });
      await addStep(ground, trx, CARRIES_OUT, request, 'executed');
      await addNotice(ground, trx, { resident, kind: 'request-done', about: id });
      return 1;
    });
  return done;
}

/** What was decided has been done. `note`: what was done, in a line. */
export function finishRequest(
  ground: OversightGround,
  actor: Actor,
  key: string,
  note: string,
  door: Door,
): Promise<Result<void>> {
  return onRequest(ground, actor, key, 'request done', door, async (trx, request) => {
    holds(mayFinish(factsOf(request)));
    // On every record that it was decided for, also where they were taken apart since.
    if (request.kind === 'restrict')
      await trx.query(
        `select platform.lift_restriction(resident_id, request_id, $2) from platform.restriction
         where request_id = $1 and lifted_at is null`,
        [request.id, ground.clock.now()],
      );
    await changeRequest(ground.keys, trx, request, { state: 'done', doneAt: ground.clock.now() });
    await addStep(ground, trx, actor, request, 'done', note || undefined);
    await addNotice(ground, trx, { resident: request.resident, kind: 'request-done', about: request.id });
  });
}

/** One thing that the officer does with one request, which is held meanwhile. */
export function onRequest<T>(
  ground: OversightGround,
  actor: Actor,
  key: string,
  detail: string,
  door: Door,
  work: (trx: Trx, request: Request) => Promise<T>,
  through?: string,
): Promise<Result<T>> {
  const subject = { type: 'Request', id: key, resident: residentOf(key), detail };
  return onDuty(ground, actor, { action: 'acted', subject, through }, door, async (trx) =>
    work(trx, await theRequest(ground, trx, key, true)),
  );
}

async function theRequest(ground: OversightGround, trx: Trx, key: string, lock = false): Promise<Request> {
  const resident = residentOf(key);
  const request = resident && (await loadRequest(ground.keys, trx, resident, key.slice(33), lock));
  if (!request) throw new Refusal(ABSENT);
  return request;
}

function holds(possible: Possible): void {
  if (!possible.can) refuseWith(possible.why);
}

export function addStep(
  ground: OversightGround,
  trx: Trx,
  actor: Actor,
  request: Pick<Request, 'resident' | 'id'>,
  what: StepName,
  note?: string,
): Promise<void> {
  return insertStep(ground.keys, trx, {
    resident: request.resident,
    request: request.id,
    id: ulid(ground.clock),
    at: ground.clock.now(),
    what,
    byPerson: actor.person,
    byName: actor.name,
    note,
  });
}
