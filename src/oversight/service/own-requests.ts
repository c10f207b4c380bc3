import type { RequestKind } from '../../content/index.ts';
import { correctionsFor } from '../../pathways/index.ts';
import {
  ABSENT,
  type Actor,
  auditInside,
  type Door,
  decide,
  localDate,
  ok,
  Refusal,
  type Result,
  residentOf,
  type Seen,
  type Trx,
  ulid,
  withActor,
} from '../../platform/index.ts';
import { alongWith, guarded, recordsIn } from '../../record/index.ts';
import { type OversightGround, rulesOf } from '../ground.ts';
import { answerBy, mayWithdraw, requestNumber } from '../model/request.ts';
import { addNotice } from '../store/notices.ts';
import {
  changeRequest,
  insertRequest,
  insertStep,
  loadRequest,
  type Request,
  requestsOf,
  stepsOf,
} from '../store/requests.ts';
import { refuseWith } from './refusals.ts';
import { factsOf, type OpenedRequest } from './requests.ts';

/** More than this many that wait for an answer is not asked for by somebody who wants one. */
const MOST_OPEN = 10;

/** What a resident asks about their own data. `about`: the line of the log that a question is about. */
export type Asking = { readonly kind: RequestKind; readonly said: string; readonly about?: string | undefined };

/** A resident makes a request. Signed in, so that it is certain who asks. Gives the request's id. */
export async function makeRequest(
  ground: OversightGround,
  actor: Actor,
  asking: Asking,
  door: Door,
): Promise<Result<{ readonly resident: string; readonly id: string; readonly number: string }>> {
  const resident = actor.role === 'resident' ? actor.residentId : undefined;
  if (!resident) return denied(ground, actor, door);
  return ownAct(ground, actor, resident, door, async (trx, why) => {
    const open = (await requestsOf(ground.keys, trx, resident)).filter((one) => one.state === 'open');
    if (open.length >= MOST_OPEN) refuseWith('too-many-open', 'unprocessable');
    const records = [resident, ...(await alongWith(trx, resident))];
    const about = asking.about && (await ownLine(trx, records, asking.about));
    const at = ground.clock.now();
    const id = ulid(ground.clock);
    const number = requestNumber(id);
    const receivedOn = localDate(at);
    await insertRequest(ground.keys, trx, {
      resident,
      id,
      number,
      kind: asking.kind,
      via: 'portal',
      receivedOn,
      due: answerBy(receivedOn, rulesOf(ground).requests, ground.definitions.holidays),
      about: about || undefined,
      identity: 'signed-in',
      said: asking.said,
      madeAt: at,
    });
    await step(ground, trx, actor, { resident, id }, 'received');
    await addNotice(ground, trx, { resident, kind: 'request-received', about: id });
    await auditOwn(ground, trx, actor, resident, id, why, door, `request: ${asking.kind}`);
    return { resident, id, number };
  });
}

/** A line that a question is about has to be of the resident who asks. */
async function ownLine(trx: Trx, records: readonly string[], line: string): Promise<string> {
  const { rows } = await trx.query('select 1 from platform.audit where resident_id = any ($1::uuid[]) and id = $2', [
    records,
    line,
  ]);
  if (rows.length === 0) throw new Refusal(ABSENT);
  return line;
}

/** The requests of the resident who asks, in all their records, newest first. */
export async function ownRequests(
  ground: OversightGround,
  actor: Actor,
  door: Door,
): Promise<Result<readonly Request[]>> {
  const resident = actor.role === 'resident' ? actor.residentId : undefined;
  if (!resident) return denied(ground, actor, door);
  const found = await withActor(ground, actor, { kind: 'resident', resident }, async (trx, seen) => {
    if (!mayAsk(ground, actor, seen[resident]).allow) return undefined;
    const requests: Request[] = [];
    for (const one of recordsIn(seen, resident)) requests.push(...(await requestsOf(ground.keys, trx, one)));
    return requests.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  });
  await ground.audit.write({ ...ownLineOf(actor, resident, undefined), allowed: found !== undefined, ...door });
  return found ? ok(found) : { ok: false, problem: ABSENT };
}

/** One own request with what was done with it. */
export async function ownRequest(
  ground: OversightGround,
  actor: Actor,
  key: string,
  door: Door,
): Promise<Result<OpenedRequest>> {
  const resident = residentOf(key);
  if (!resident) return { ok: false, problem: ABSENT };
  const found =
    actor.role === 'resident'
      ? await withActor(ground, actor, { kind: 'resident', resident }, async (trx, seen) => {
          if (!mayAsk(ground, actor, seen[resident]).allow) return undefined;
          const request = await loadRequest(ground.keys, trx, resident, key.slice(33));
          return (
            request && {
              request,
              steps: await stepsOf(ground.keys, trx, request),
              corrections: await correctionsFor(ground.keys, trx, resident, request.id),
            }
          );
        })
      : undefined;
  await ground.audit.write({ ...ownLineOf(actor, resident, key), allowed: found !== undefined, ...door });
  return found ? ok(found) : { ok: false, problem: ABSENT };
}

/** A resident takes a request back, as long as nothing was decided. */
export async function withdrawRequest(
  ground: OversightGround,
  actor: Actor,
  key: string,
  door: Door,
): Promise<Result<void>> {
  const resident = residentOf(key);
  if (!resident || actor.role !== 'resident') return denied(ground, actor, door);
  return ownAct(ground, actor, resident, door, async (trx, why) => {
    const request = await loadRequest(ground.keys, trx, resident, key.slice(33), true);
    if (!request) throw new Refusal(ABSENT);
    const may = mayWithdraw(factsOf(request));
    if (!may.can) return refuseWith(may.why);
    await changeRequest(ground.keys, trx, request, { state: 'withdrawn' });
    await step(ground, trx, actor, request, 'withdrawn');
    await auditOwn(ground, trx, actor, resident, request.id, why, door, 'request withdrawn');
  });
}

const mayAsk = (ground: OversightGround, actor: Actor, seen: Seen | undefined) =>
  decide(actor, { kind: 'do', act: 'ask' }, seen, 'self', ground.access);

type Why = { readonly purpose: string; readonly ground: string };

function ownAct<T>(
  ground: OversightGround,
  actor: Actor,
  resident: string,
  door: Door,
  work: (trx: Trx, why: Why) => Promise<T>,
): Promise<Result<T>> {
  return guarded(ground, actor, 'Request', undefined, resident, door, () =>
    withActor(ground, actor, { kind: 'act', resident }, async (trx, seen) => {
      const may = mayAsk(ground, actor, seen[resident]);
      if (!may.allow) throw new Refusal(ABSENT);
      return work(trx, may);
    }),
  );
}

const step = (
  ground: OversightGround,
  trx: Trx,
  actor: Actor,
  request: Pick<Request, 'resident' | 'id'>,
  what: 'received' | 'withdrawn',
): Promise<void> =>
  insertStep(ground.keys, trx, {
    resident: request.resident,
    request: request.id,
    id: ulid(ground.clock),
    at: ground.clock.now(),
    what,
    byPerson: actor.person,
    byName: '',
  });

function auditOwn(
  ground: OversightGround,
  trx: Trx,
  actor: Actor,
  resident: string,
  id: string,
  why: Why,
  door: Door,
  detail: string,
): Promise<void> {
  return auditInside(trx, ground.clock, {
    actor,
    action: 'acted',
    allowed: true,
    resident,
    subjectType: 'Request',
    subjectId: id,
    purpose: why.purpose,
    ground: why.ground,
    detail,
    ...door,
  });
}

const ownLineOf = (actor: Actor, resident: string, id: string | undefined) =>
  ({
    actor,
    action: 'opened',
    resident,
    subjectType: 'Request',
    subjectId: id,
    purpose: 'self',
    ground: 'GDPR 12, 15-21',
  }) as const;

async function denied(
  ground: OversightGround,
  actor: Actor,
  door: Door,
): Promise<{ readonly ok: false; readonly problem: typeof ABSENT }> {
  await ground.audit.write({
    actor,
    action: 'opened',
    allowed: false,
    subjectType: 'Request',
    purpose: 'none',
    ground: 'none',
    ...door,
  });
  return { ok: false, problem: ABSENT };
}
