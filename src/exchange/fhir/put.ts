import { parseExactly, type Resource, type Sent, validate } from '../../fhir/index.ts';
import { type Actor, type Problem, Refusal, seal, type Trx, unseal } from '../../platform/index.ts';
import { type RecordGround, scopesCover } from '../../record/index.ts';
import { type Headers, shownHeaders } from '../model/headers.ts';
import { readSettings, type Settings } from '../model/settings.ts';
import { endpointProblem, type ReceiverRules } from '../send/address.ts';
import { type Receiver, type ReceiverStatus, receiverOf } from '../store.ts';
import type { Row } from './search.ts';
import { writeVersion } from './versions.ts';

/** Receivers of one system that are not off. */
export const MOST_OF_ONE = 200;

/** Writes one Subscription and the receiver that it is, inside an open transaction. Throws a Refusal. */
export async function put(
  ground: RecordGround,
  rules: ReceiverRules,
  trx: Trx,
  actor: Actor,
  id: string,
  before: Row | undefined,
  { resource, text }: Sent,
): Promise<Row> {
  const problem = validate(resource);
  if (problem) throw new Refusal(problem);
  const present = await receiverOf(trx, id);
  const settings = readSettings(resource, present ? headersOf(ground, present) : {});
  if (!settings.ok) throw new Refusal(settings.problem);
  const { endpoint, types } = settings.value;
  const wrong = endpointProblem(endpoint, rules);
  if (wrong) throw new Refusal(unfit('Subscription.channel.endpoint', wrong));
  const unread = types.find((type) => !scopesCover(actor, 'r', type));
  if (unread) throw new Refusal({ kind: 'forbidden', text: `This token may not read ${unread}.` });
  if (!before && (await countOf(trx, actor.person)) >= MOST_OF_ONE)
    throw new Refusal({ kind: 'conflict', text: `A system has at most ${MOST_OF_ONE} subscriptions.` });
  const status = statusOf(resource, present, settings.value, ground);
  await putReceiver(ground, trx, actor, id, settings.value, status);
  const exact = parseExactly(text) as Resource & { readonly channel: { readonly header?: readonly string[] } };
  const { error: _error, ...rest } = exact;
  return writeVersion(ground, trx, {
    id,
    owner: actor.person,
    before,
    resource: {
      ...rest,
      status,
      channel: exact.channel.header ? { ...exact.channel, header: shownHeaders(exact.channel.header) } : exact.channel,
    } as Resource,
  });
}

/** `off` is the maker's to say; else it begins with a handshake, but where nothing of how it is reached changes. */
function statusOf(
  resource: Resource,
  present: Receiver | undefined,
  settings: Settings,
  ground: RecordGround,
): ReceiverStatus {
  if (resource.status === 'off') return 'off';
  const same =
    present?.endpoint === settings.endpoint &&
    JSON.stringify(headersOf(ground, present)) === JSON.stringify(settings.headers);
  return same && present.status === 'active' && resource.status === 'active' ? 'active' : 'requested';
}

async function putReceiver(
  ground: RecordGround,
  trx: Trx,
  actor: Actor,
  id: string,
  settings: Settings,
  status: ReceiverStatus,
): Promise<void> {
  await trx.query(
    `insert into exchange.receiver (id, owner, channel, topic, types, statuses, named, scopes, endpoint, origin, sealed,
       content, most, timeout_ms, heartbeat_s, ends_at, status, since)
     values ($1, $2, 'fhir', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict (id) do update set topic = excluded.topic, types = excluded.types, statuses = excluded.statuses,
       named = excluded.named, scopes = excluded.scopes, endpoint = excluded.endpoint, origin = excluded.origin,
       sealed = excluded.sealed, content = excluded.content, most = excluded.most, timeout_ms = excluded.timeout_ms,
       heartbeat_s = excluded.heartbeat_s, ends_at = excluded.ends_at, status = excluded.status,
       failures = 0, last_error = null, retry_at = null`,
    [
      id,
      actor.person,
      settings.topic,
      settings.types,
      settings.statuses ?? null,
      settings.named ?? null,
      actor.scopes ?? null,
      settings.endpoint,
      new URL(settings.endpoint).origin,
      seal(ground.keys, JSON.stringify(settings.headers), `receiver/${id}`),
      settings.content,
      settings.most,
      settings.timeoutMs,
      settings.heartbeatS ?? null,
      settings.endsAt ?? null,
      status,
      ground.clock.now(),
    ],
  );
}

function headersOf(ground: RecordGround, receiver: Receiver): Headers {
  return receiver.sealed
    ? (JSON.parse(unseal(ground.keys, receiver.sealed, `receiver/${receiver.id}`)) as Headers)
    : {};
}

async function countOf(trx: Trx, owner: string): Promise<number> {
  const { rows } = await trx.query<{ n: number }>(
    "select count(*)::int as n from exchange.receiver where owner = $1 and status <> 'off'",
    [owner],
  );
  return rows[0]!.n;
}

const unfit = (place: string, text: string): Problem => ({
  kind: 'unprocessable',
  text,
  at: [{ place, text, code: 'business-rule' }],
});
