import { type Condition, type ReadVersion, SEVERAL_FIT, type Shelf } from '../../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  auditInside,
  type Door,
  decide,
  isSystem,
  ok,
  type Problem,
  Refusal,
  type Result,
  type Trx,
  ulid,
  withActor,
} from '../../platform/index.ts';
import type { RecordGround } from '../../record/index.ts';
import type { ReceiverRules } from '../send/address.ts';
import { put } from './put.ts';
import { historyOf, type Row, searchSubscriptions, versionOf } from './search.ts';
import { lockSubscription, removeVersion } from './versions.ts';

export type ShelfOptions = {
  readonly ground: RecordGround;
  readonly rules: ReceiverRules;
  /** Somebody waits for a handshake. */
  readonly wake: () => void;
};

const GONE: Problem = { kind: 'gone', text: { nl: 'Dit is verwijderd.', en: 'This was removed.' } };

/** Subscriptions on the FHIR door: each is its maker's, and to anybody else it is not there. */
export function subscriptionShelf({ ground, rules, wake }: ShelfOptions): Shelf {
  return {
    read: async (actor, _type, id) => {
      const { rows } = await ground.pool.query<Row>(
        'select id, version, last_updated, content, deleted from exchange.subscription where id = $1 and owner = $2',
        [id, ownerOf(actor)],
      );
      if (!rows[0]) return { ok: false, problem: ABSENT };
      return rows[0].deleted ? { ok: false, problem: GONE } : ok(versionOf(rows[0]));
    },
    versions: async (actor, _type, id, _door, version) => {
      const { rows } = await ground.pool.query<Row>(
        `select id, version, last_updated, content, deleted from exchange.subscription where id = $1 and owner = $2
         union all select h.id, h.version, h.last_updated, h.content, h.deleted from exchange.subscription_history h
           join exchange.subscription s using (id) where h.id = $1 and s.owner = $2
         order by version desc`,
        [id, ownerOf(actor)],
      );
      const found = rows.filter((row) => version === undefined || row.version === version).map(versionOf);
      if (found.length === 0) return { ok: false, problem: ABSENT };
      return version !== undefined && found[0]!.deleted ? { ok: false, problem: GONE } : ok(found);
    },
    history: (actor, _type, page) => historyOf(ground, ownerOf(actor), page),
    search: (actor, search) => searchSubscriptions(ground, ownerOf(actor), search),
    create: async (actor, _type, sent, door, unless) => {
      const made = await kept(ground, actor, { action: 'created' }, door, async (trx, audited) => {
        const there = unless && (await fitting(ground, trx, actor, unless));
        if (there) return { ...there, found: true as const };
        const row = await put(ground, rules, trx, actor, ulid(ground.clock), undefined, sent);
        await audited(row.id);
        return versionOf(row);
      });
      if (made.ok) wake();
      return made;
    },
    update: async (actor, _type, id, sent, ifMatch, door) => {
      const made = await kept(ground, actor, { action: 'updated', id }, door, async (trx, audited) => {
        const before = await ownOf(trx, actor, id, ifMatch);
        if (before.deleted) throw new Refusal(ABSENT);
        const row = await put(ground, rules, trx, actor, id, before, sent);
        await audited(id);
        return versionOf(row);
      });
      if (made.ok) wake();
      return made;
    },
    remove: (actor, _type, id, ifMatch, door) =>
      kept(ground, actor, { action: 'deleted', id }, door, async (trx, audited) => {
        const before = await ownOf(trx, actor, id, ifMatch);
        const row = before.deleted ? before : await removeVersion(ground, trx, before);
        await audited(id);
        return { version: row.version, lastUpdated: row.last_updated };
      }),
  };
}

/** Whose Subscriptions somebody sees: a system its own; a person none. */
const ownerOf = (actor: Actor): string => (isSystem(actor) ? actor.person : '');

/** Does a work for who may ask to be told, with its line in the log; what is denied looks absent and leaves its own. */
async function kept<T>(
  ground: RecordGround,
  actor: Actor,
  { action, id }: { readonly action: 'created' | 'updated' | 'deleted'; readonly id?: string },
  door: Door,
  work: (trx: Trx, audited: (id: string) => Promise<void>) => Promise<T>,
): Promise<Result<T>> {
  const decision = decide(actor, { kind: 'do', act: 'subscribe' }, undefined, undefined, ground.access);
  const line = (allowed: boolean, subjectId: string | undefined) => ({
    actor,
    action,
    allowed,
    subjectType: 'Subscription',
    subjectId,
    purpose: allowed && decision.allow ? decision.purpose : 'none',
    ground: allowed && decision.allow ? decision.ground : 'none',
    ...door,
  });
  try {
    if (!decision.allow) throw new Refusal(ABSENT);
    return ok(
      await withActor(ground, actor, { kind: 'none' }, (trx) =>
        work(trx, (made) => auditInside(trx, ground.clock, line(true, made))),
      ),
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.problem.kind === 'absent') await ground.audit.write(line(false, id));
    return { ok: false, problem: error.problem };
  }
}

/** The present version of one's own, locked. Throws a Refusal. */
async function ownOf(trx: Trx, actor: Actor, id: string, ifMatch: number | undefined) {
  const before = await lockSubscription(trx, id);
  if (!before || before.owner !== actor.person) throw new Refusal(ABSENT);
  if (!before.deleted && ifMatch !== undefined && ifMatch !== before.version)
    throw new Refusal({
      kind: 'stale',
      text: `Version ${before.version} is the present one; you sent If-Match for version ${ifMatch}.`,
    });
  return before;
}

/** The one that fits a condition; writes under the same condition follow one another. */
async function fitting(
  ground: RecordGround,
  trx: Trx,
  actor: Actor,
  { key, search }: Condition,
): Promise<ReadVersion | undefined> {
  await trx.query('select pg_advisory_xact_lock(hashtextextended($1, 41))', [`${actor.person} ${key}`]);
  const found = await searchSubscriptions(ground, actor.person, search, trx);
  if (!found.ok) throw new Refusal(found.problem);
  if (found.value.entries.length > 1) throw new Refusal(SEVERAL_FIT);
  return found.value.entries[0];
}

/** A shelf on which Subscriptions stand beside what another shelf has. */
export function withSubscriptions(others: Shelf, own: Shelf): Shelf {
  const of = (type: string) => (type === 'Subscription' ? own : others);
  return {
    read: (actor, type, ...rest) => of(type).read(actor, type, ...rest),
    versions: (actor, type, ...rest) => of(type).versions(actor, type, ...rest),
    history: (actor, type, ...rest) => of(type).history(actor, type, ...rest),
    search: (actor, search, door) => of(search.type).search(actor, search, door),
    create: (actor, type, ...rest) => of(type).create(actor, type, ...rest),
    update: (actor, type, ...rest) => of(type).update(actor, type, ...rest),
    remove: (actor, type, ...rest) => of(type).remove(actor, type, ...rest),
  };
}
