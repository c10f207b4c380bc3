import { randomBytes } from 'node:crypto';
import {
  ABSENT,
  type Actor,
  auditInside,
  type Door,
  decide,
  fail,
  isSystem,
  ok,
  Refusal,
  type Result,
  seal,
  ulid,
  withActor,
} from '../../platform/index.ts';
import { type RecordGround, scopesCover } from '../../record/index.ts';
import { MOST_OF_ONE } from '../fhir/put.ts';
import { endpointProblem, type ReceiverRules } from '../send/address.ts';
import { RECEIVER, type Receiver } from '../store.ts';

/** What a webhook is asked with. */
export type NewWebhook = {
  readonly endpoint: string;
  readonly types: readonly string[];
  readonly statuses: readonly string[] | undefined;
};

const MOST_PENDING = 1;
const TIMEOUT_MS = 10_000;

/** Asks to be told by CloudEvents. Gives the secret of the signature, which is shown this once. */
export async function addWebhook(
  ground: RecordGround,
  rules: ReceiverRules,
  actor: Actor,
  asked: NewWebhook,
  door: Door,
): Promise<Result<{ readonly receiver: Receiver; readonly secret: string }>> {
  const decision = decide(actor, { kind: 'do', act: 'subscribe' }, undefined, undefined, ground.access);
  if (!decision.allow) return denied(ground, actor, undefined, 'created', door);
  const wrong = endpointProblem(asked.endpoint, rules);
  if (wrong) return fail('unprocessable', wrong, [{ place: 'adres', text: wrong }]);
  const unread = asked.types.find((type) => !scopesCover(actor, 'r', type));
  if (unread) return fail('forbidden', `This token may not read ${unread}.`);
  const id = ulid(ground.clock);
  const key = randomBytes(32).toString('base64');
  try {
    const receiver = await withActor(ground, actor, { kind: 'none' }, async (trx) => {
      const { rows: have } = await trx.query<{ n: number }>(
        "select count(*)::int as n from exchange.receiver where owner = $1 and status <> 'off'",
        [actor.person],
      );
      if (have[0]!.n >= MOST_OF_ONE)
        throw new Refusal({ kind: 'conflict', text: `A system has at most ${MOST_OF_ONE} subscriptions.` });
      const { rows } = await trx.query<Receiver>(
        `insert into exchange.receiver (id, owner, channel, topic, types, statuses, scopes, endpoint, origin, sealed, most, timeout_ms, status, since)
         values ($1, $2, 'cloudevents', '', $3, $4, $5, $6, $7, $8, $9, $10, 'active', $11) returning ${RECEIVER}`,
        [
          id,
          actor.person,
          asked.types,
          asked.statuses ?? null,
          actor.scopes ?? null,
          asked.endpoint,
          new URL(asked.endpoint).origin,
          seal(ground.keys, JSON.stringify({ key }), `receiver/${id}`),
          MOST_PENDING,
          TIMEOUT_MS,
          ground.clock.now(),
        ],
      );
      await auditInside(trx, ground.clock, lineOf(actor, 'created', id, decision, door));
      return rows[0]!;
    });
    return ok({ receiver, secret: `whsec_${key}` });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** The webhooks of a system, by id. */
export async function webhooksOf(
  ground: RecordGround,
  actor: Actor,
  asked: { readonly after?: string | undefined; readonly count: number; readonly id?: string },
): Promise<{ readonly receivers: readonly Receiver[]; readonly next: string | undefined }> {
  if (!isSystem(actor)) return { receivers: [], next: undefined };
  const { rows } = await ground.pool.query<Receiver>(
    `select ${RECEIVER} from exchange.receiver where owner = $1 and channel = 'cloudevents' and not gone
       and ($2::text is null or id > $2) and ($3::text is null or id = $3) order by id limit $4`,
    [actor.person, asked.after ?? null, asked.id ?? null, asked.count + 1],
  );
  const receivers = rows.slice(0, asked.count);
  return { receivers, next: rows.length > asked.count ? receivers.at(-1)?.id : undefined };
}

/** Takes one back: nothing is sent to it any more, and its secret goes. */
export async function removeWebhook(
  ground: RecordGround,
  actor: Actor,
  id: string,
  door: Door,
): Promise<Result<undefined>> {
  const decision = decide(actor, { kind: 'do', act: 'subscribe' }, undefined, undefined, ground.access);
  const done = decision.allow
    ? await withActor(ground, actor, { kind: 'none' }, async (trx) => {
        const { rowCount } = await trx.query(
          `update exchange.receiver set status = 'off', gone = true, sealed = null
           where id = $1 and owner = $2 and channel = 'cloudevents' and not gone`,
          [id, actor.person],
        );
        if (rowCount !== 1) return false;
        await auditInside(trx, ground.clock, lineOf(actor, 'deleted', id, decision, door));
        return true;
      })
    : false;
  return done ? ok(undefined) : denied(ground, actor, id, 'deleted', door);
}

async function denied(
  ground: RecordGround,
  actor: Actor,
  subjectId: string | undefined,
  action: 'created' | 'deleted',
  door: Door,
): Promise<{ readonly ok: false; readonly problem: typeof ABSENT }> {
  await ground.audit.write(lineOf(actor, action, subjectId, undefined, door));
  return { ok: false, problem: ABSENT };
}

/** The line of what was done with a webhook, or (no decision) of what was denied. */
function lineOf(
  actor: Actor,
  action: 'created' | 'deleted',
  subjectId: string | undefined,
  allowed: Extract<ReturnType<typeof decide>, { readonly allow: true }> | undefined,
  door: Door,
) {
  return {
    actor,
    action,
    allowed: allowed !== undefined,
    subjectType: 'Subscription',
    subjectId,
    purpose: allowed?.purpose ?? 'none',
    ground: allowed?.ground ?? 'none',
    ...door,
  } as const;
}
