import type { Pool, PoolClient } from 'pg';
import type { AuditWriter } from '../audit/index.ts';
import { ABSENT, type Problem, Refusal } from '../problem.ts';
import type { Keys } from '../seal.ts';
import type { Clock } from '../time/index.ts';
import { type Actor, partiesOf } from './actor.ts';
import type { Seen } from './decide.ts';
import type { AccessRow } from './table.ts';

/** What every service function stands on; its first argument. */
export type Ground = {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly access: readonly AccessRow[];
  readonly audit: AuditWriter;
};

/** One open transaction. */
export type Trx = Pick<PoolClient, 'query'>;

/** How far a transaction looks. `act`: one resident, everything the rules need, after a decision; `opens` where the act itself begins the relation (register, refer). */
export type Scope =
  | { readonly kind: 'none' }
  | { readonly kind: 'resident'; readonly resident: string }
  | { readonly kind: 'page'; readonly residents: readonly string[] }
  | {
      readonly kind: 'act';
      readonly resident: string;
      readonly opens?: boolean;
      /** The one act on two residents: their records are merged, or taken apart. */
      readonly also?: string | undefined;
    }
  | { readonly kind: 'duty' }
  | { readonly kind: 'region' };

/** What the grants say, per resident. */
export type SeenBy = Readonly<Record<string, Seen>>;

/**
 * Runs `work` in one transaction in which the database knows who acts and how far they may look.
 * Nothing reads or writes resident data another way. A `Refusal` undoes the transaction and is thrown on.
 */
export async function withActor<T>(
  ground: Ground,
  actor: Actor,
  scope: Scope,
  work: (trx: Trx, seen: SeenBy) => Promise<T>,
): Promise<T> {
  if (scope.kind === 'region' && actor.role !== 'system') throw new Error('Only a system looks at the whole region');
  if (scope.kind === 'duty' && actor.role !== 'privacy-officer' && actor.role !== 'system')
    throw new Error('Duty is the privacy officer’s');
  const client = await ground.pool.connect();
  let broken: Error | undefined;
  try {
    LAST.set(client, []);
    // In one round trip: nothing is asked before the context is there.
    const [, seen] = await Promise.all([client.query('begin'), enter(client, ground, actor, scope)]);
    // Who has a relation may know that it is restricted; to anybody else nothing is there.
    if (scope.kind === 'resident' && seen[scope.resident]?.x) throw new Refusal(RESTRICTED);
    const value = await work(client, seen);
    for (const last of LAST.get(client) ?? []) await last();
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback').catch((failed: Error) => {
      broken = failed;
    });
    const problem = relationProblem(error);
    if (problem) throw new Refusal(problem);
    throw error;
  } finally {
    LAST.delete(client);
    client.release(broken);
  }
}

/** What each open transaction still has to do before it commits. */
const LAST = new WeakMap<Trx, (() => Promise<void>)[]>();

/**
 * Does `work` as the last thing of an open transaction, after all that it writes: a relation that an act ends, ends
 * after that act, so that who had it still reads how it ended.
 */
export function beforeCommit(trx: Trx, work: () => Promise<void>): void {
  const waiting = LAST.get(trx);
  if (!waiting) throw new Error('There is no open transaction to do this at the end of');
  waiting.push(work);
}

/** Another handle on an open transaction: what it is asked to do last, is done with the rest of that. */
export function inSameTransaction(trx: Trx, handle: Trx): Trx {
  const waiting = LAST.get(trx);
  if (waiting) LAST.set(handle, waiting);
  return handle;
}

async function enter(client: PoolClient, ground: Ground, actor: Actor, scope: Scope): Promise<SeenBy> {
  const parties = partiesOf(actor);
  const at = ground.clock.now();
  if (scope.kind === 'act' && scope.also) {
    const { rows } = await client.query({
      name: 'act-on-two',
      text: 'select platform.act_on_two($1, $2, $3, $4, $5) as seen',
      values: [scope.resident, scope.also, parties, at, actor.role === 'system'],
    });
    return rows[0].seen as SeenBy;
  }
  if (scope.kind === 'act') {
    const { rows } = await client.query({
      name: 'act',
      text: 'select platform.act($1, $2, $3, $4, $5) as seen',
      values: [scope.resident, parties, at, scope.opens ?? false, actor.role === 'system'],
    });
    return { [scope.resident]: rows[0].seen ?? undefined } as SeenBy;
  }
  const residents = scope.kind === 'resident' ? [scope.resident] : scope.kind === 'page' ? scope.residents : [];
  const { rows } = await client.query({
    name: 'enter',
    text: 'select platform.enter($1, $2, $3, $4) as seen',
    values: [scope.kind, parties, residents, at],
  });
  return rows[0].seen as SeenBy;
}

/** What the database says of a missing relation. Who had one may know that it ended; to anybody else all is absent. */
function relationProblem(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || (error as { code?: string }).code !== '42501') return undefined;
  if (error.message === 'no relation with this resident') return ABSENT;
  if (error.message === 'processing of this resident is restricted') return RESTRICTED;
  return error.message === 'the relation with this resident has ended' ? ENDED : undefined;
}

/** Said to who may know of the resident: what is stored is not used now (GDPR 18). */
const RESTRICTED: Problem = {
  kind: 'conflict',
  text: {
    nl: 'Beperkt: op verzoek van de inwoner worden deze gegevens nu alleen bewaard. Er is niets veranderd. Vragen? Bel uw privacyfunctionaris.',
    en: 'Restricted: at the resident’s request these data are only stored for now. Nothing has changed. Questions? Call your privacy officer.',
  },
};

/** Said to who had a relation that has ended: their act came too late. */
const ENDED: Problem = {
  kind: 'conflict',
  text: {
    nl: 'Dit loopt niet meer: het is ingetrokken, overgedragen of afgerond. Wat u deed is niet verwerkt; u hoeft niets meer te doen.',
    en: 'This is no longer under way: it was withdrawn, handed over or finished. What you did was not used; you do not have to do anything more.',
  },
};
