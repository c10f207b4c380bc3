import type { Context } from 'hono';
import { toOutcome } from '../../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  fail,
  isSystem,
  ok,
  type Problem,
  type Result,
  withActor,
} from '../../platform/index.ts';
import { lineOf, type RecordGround, withinScopes } from '../../record/index.ts';
import type { Kit, WebEnv } from '../../web/index.ts';
import { TELLER } from '../fan-out.ts';
import { notificationBundle, statusParameters } from '../model/bundle.ts';
import { clientOf, sift } from '../sift.ts';
import { numbered, RECEIVER, type Receiver, unnumbered } from '../store.ts';

type C = Context<WebEnv>;
const JSON_TYPE = 'application/fhir+json; charset=utf-8';
const PATH = '/fhir/r4/Subscription';
/** Events in one answer of $events at most; the next are asked from where it stopped. */
export const MOST_EVENTS = 200;
/** Events that get their number when they are asked for, before anything was sent. */
const MOST_NEW = 500;

/** `$status` and `$events` (Subscriptions R5 Backport 1.1): how it stands, and what happened, by event number. */
export function operationRoutes(
  app: ReturnType<Kit['routes']>,
  kit: Pick<Kit, 'actorOf'> & { readonly config: Pick<Kit['config'], 'publicUrl'> },
  ground: RecordGround,
): void {
  const base = `${kit.config.publicUrl}/fhir/r4`;
  const guarded = (work: (actor: Actor, door: Door, c: C) => Promise<Result<unknown>>) => async (c: C) => {
    const actor = await kit.actorOf(c);
    if (!actor.ok) return answer(c, actor.problem);
    const door: Door = { door: 'fhir', requestId: c.get('requestId') };
    const within = await withinScopes(ground, actor.value, [{ interaction: 'r', type: 'Subscription' }], door);
    if (!within.ok) return answer(c, within.problem);
    const done = await work(actor.value, door, c);
    if (!done.ok) return answer(c, done.problem);
    return c.body(JSON.stringify(done.value), 200, { 'content-type': JSON_TYPE, 'cache-control': 'no-store' });
  };
  const both = (path: string, work: (actor: Actor, door: Door, c: C) => Promise<Result<unknown>>) => {
    app.get(path, guarded(work));
    app.post(path, guarded(work));
  };
  both(`${PATH}/$status`, async (actor, _door, c) => {
    const asked = await parametersOf(c);
    if (!asked.ok) return asked;
    const receivers = await receiversOf(ground, actor, asked.value.getAll('id'), asked.value.getAll('status'));
    return ok(statusBundle(base, receivers));
  });
  both(`${PATH}/:id/$status`, async (actor, _door, c) => {
    const receivers = await receiversOf(ground, actor, [c.req.param('id') ?? ''], []);
    return receivers.length === 1 ? ok(statusBundle(base, receivers)) : { ok: false, problem: ABSENT };
  });
  both(`${PATH}/:id/$events`, async (actor, door, c) => {
    const asked = await parametersOf(c);
    if (!asked.ok) return asked;
    const range = rangeOf(asked.value);
    if (!range.ok) return range;
    const [receiver] = await receiversOf(ground, actor, [c.req.param('id') ?? ''], []);
    if (!receiver) return { ok: false, problem: ABSENT };
    const events = await eventsOf(ground, receiver, range.value);
    await ground.audit.write({
      ...lineOf(actor, 'listed', 'Subscription', receiver.id, undefined, OWN, door),
      detail: `events: ${events.length}`,
    });
    const [now] = await receiversOf(ground, actor, [receiver.id], []);
    return ok(notificationBundle(base, now ?? receiver, 'query-event', events, ground.clock.now()));
  });
}

const OWN = { allow: true, purpose: 'agreement', ground: 'GDPR 28 agreement', relation: 'agreement' } as const;

/** The events of a receiver in a range of numbers, oldest first: those it may still see; of the others the number alone. */
export async function eventsOf(
  ground: RecordGround,
  receiver: Receiver,
  { from, to }: { readonly from: bigint; readonly to: bigint },
) {
  const client = await clientOf(ground, receiver);
  const fresh = await withActor(ground, TELLER, { kind: 'region' }, (trx) => unnumbered(trx, receiver.id, MOST_NEW));
  await sift(ground, receiver, client, fresh);
  const rows = await withActor(ground, TELLER, { kind: 'region' }, (trx) =>
    numbered(trx, receiver.id, from, to, MOST_EVENTS),
  );
  const shown = await sift(ground, receiver, client, rows);
  return shown.toSorted((a, b) => Number(a.number) - Number(b.number));
}

async function receiversOf(
  ground: RecordGround,
  actor: Actor,
  ids: readonly string[],
  statuses: readonly string[],
): Promise<readonly Receiver[]> {
  if (!isSystem(actor)) return [];
  const { rows } = await ground.pool.query<Receiver>(
    `select ${RECEIVER} from exchange.receiver
     where owner = $1 and channel = 'fhir' and ($2::text[] = '{}' or id = any ($2)) and ($3::text[] = '{}' or status = any ($3))
       and exists (select from exchange.subscription s where s.id = receiver.id and not s.deleted)
     order by id limit 1000`,
    [actor.person, ids, statuses],
  );
  return rows;
}

function statusBundle(base: string, receivers: readonly Receiver[]): Record<string, unknown> {
  const resources = receivers.map((receiver) => statusParameters(base, receiver, 'query-status'));
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: resources.length,
    ...(resources.length > 0
      ? {
          entry: resources.map((resource) => ({
            fullUrl: `urn:uuid:${resource.id}`,
            resource,
            search: { mode: 'match' },
          })),
        }
      : {}),
  };
}

/** The parameters of an operation: of the address, and of a posted Parameters (R4 3.2.0.1). */
async function parametersOf(c: C): Promise<Result<URLSearchParams>> {
  const asked = new URLSearchParams(c.req.url.split('?')[1] ?? '');
  const text = c.req.method === 'POST' ? await c.req.text() : '';
  if (text === '') return ok(asked);
  try {
    const body = JSON.parse(text) as { resourceType?: string; parameter?: readonly Record<string, unknown>[] };
    if (body.resourceType !== 'Parameters') return fail('invalid', 'Send a Parameters.');
    for (const one of body.parameter ?? []) {
      const [, value] = Object.entries(one).find(([key]) => key.startsWith('value')) ?? [];
      if (typeof one.name === 'string' && value !== undefined) asked.append(one.name, String(value));
    }
    return ok(asked);
  } catch {
    return fail('invalid', 'The body is not JSON.');
  }
}

const NO_END = 9_007_199_254_740_991n;

function rangeOf(asked: URLSearchParams): Result<{ readonly from: bigint; readonly to: bigint }> {
  const bounds = { eventsSinceNumber: 1n, eventsUntilNumber: NO_END };
  for (const name of ['eventsSinceNumber', 'eventsUntilNumber'] as const) {
    const value = asked.get(name);
    if (value === null) continue;
    if (!/^\d{1,15}$/.test(value))
      return fail('invalid', `${name} takes the number of an event.`, [{ place: name, text: 'Not a number' }]);
    bounds[name] = BigInt(value);
  }
  return ok({ from: bounds.eventsSinceNumber, to: bounds.eventsUntilNumber });
}

function answer(c: C, problem: Problem): Response {
  const { status, body } = toOutcome(problem);
  return c.body(JSON.stringify(body), status as 400, {
    'content-type': JSON_TYPE,
    'cache-control': 'no-store',
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
  });
}
