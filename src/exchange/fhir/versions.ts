import { indexRow, parseExactly, type Resource } from '../../fhir/index.ts';
import type { Ground, Trx } from '../../platform/index.ts';
import type { ReceiverStatus } from '../store.ts';
import type { Row } from './search.ts';

/** Keeps the present version and writes the next (or the first); `resource` holds no secret any more. */
export async function writeVersion(
  ground: Ground,
  trx: Trx,
  what: { readonly id: string; readonly owner: string; readonly before: Row | undefined; readonly resource: Resource },
): Promise<Row> {
  const at = ground.clock.now();
  const version = (what.before?.version ?? 0) + 1;
  const { resourceType, id: _id, meta, ...rest } = what.resource;
  const content = JSON.stringify({
    resourceType,
    id: what.id,
    meta: { ...meta, versionId: String(version), lastUpdated: at.toISOString() },
    ...rest,
  });
  if (what.before) await keepHistory(trx, what.id);
  const index = indexRow('Subscription', JSON.parse(content) as Resource);
  await trx.query(
    `insert into exchange.subscription (id, owner, version, last_updated, content, status, tokens, refs, terms)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (id) do update set version = excluded.version, last_updated = excluded.last_updated,
       content = excluded.content, status = excluded.status, tokens = excluded.tokens, refs = excluded.refs, terms = excluded.terms`,
    [what.id, what.owner, version, at, content, index.status, index.tokens, index.refs, JSON.stringify(index.terms)],
  );
  return { id: what.id, version, last_updated: at, content };
}

async function keepHistory(trx: Trx, id: string): Promise<void> {
  await trx.query(
    `insert into exchange.subscription_history (id, version, last_updated, content, deleted)
     select id, version, last_updated, content, deleted from exchange.subscription where id = $1`,
    [id],
  );
}

/** Removes one: a version says so, its receiver is turned off and what it was still owed goes. */
export async function removeVersion(ground: Ground, trx: Trx, before: Row): Promise<Row> {
  const [version, at] = [before.version + 1, ground.clock.now()];
  const meta = { versionId: String(version), lastUpdated: at.toISOString() };
  await keepHistory(trx, before.id);
  const { rows } = await trx.query<Row>(
    `update exchange.subscription set version = $2, last_updated = $3, content = $4, deleted = true, status = null,
       tokens = '{}', refs = '{}', terms = '{}'
     where id = $1 returning id, version, last_updated, content, deleted`,
    [before.id, version, at, JSON.stringify({ resourceType: 'Subscription', id: before.id, meta })],
  );
  await trx.query("update exchange.receiver set status = 'off', sealed = null where id = $1", [before.id]);
  return rows[0]!;
}

/** The present version, locked. */
export async function lockSubscription(
  trx: Trx,
  id: string,
): Promise<(Row & { readonly owner: string; readonly deleted: boolean }) | undefined> {
  const { rows } = await trx.query<Row & { readonly owner: string; readonly deleted: boolean }>(
    'select id, owner, version, last_updated, content, deleted from exchange.subscription where id = $1 for update',
    [id],
  );
  return rows[0];
}

/** A status that the server itself gives (active after a handshake, error after a silence), and why, as a version of its own. */
export async function noteStatus(
  ground: Ground,
  trx: Trx,
  id: string,
  status: ReceiverStatus,
  why: string | undefined,
): Promise<void> {
  const before = await lockSubscription(trx, id);
  if (!before || before.deleted) return;
  const { error: _error, ...rest } = parseExactly(before.content) as Resource;
  await writeVersion(ground, trx, {
    id,
    owner: before.owner,
    before,
    resource: { ...rest, status, ...(why ? { error: why } : {}) } as Resource,
  });
}
