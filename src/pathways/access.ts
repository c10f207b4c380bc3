import { beforeCommit, type Category, grantFacets, type Relation, type Trx, ulid } from '../platform/index.ts';
import type { PathwayGround } from './ground.ts';
import { settleThreads } from './thread-store.ts';

/** Opens what a relation gives, from the access table; in the transaction of what gives it. `source` is the resource it hangs on. */
export async function openGrant(
  ground: PathwayGround,
  trx: Trx,
  resident: string,
  grant: {
    readonly grantee: string;
    readonly relation: Relation;
    readonly categories: readonly Category[] | readonly string[];
    readonly source: string;
  },
): Promise<void> {
  const { whole, own, purpose } = grantFacets(grant.relation, ground.access);
  await trx.query({
    name: 'give',
    text: 'select platform.give($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, null)',
    values: [
      resident,
      ulid(ground.clock),
      grant.grantee,
      grant.relation,
      grant.categories,
      whole,
      own,
      purpose,
      grant.source,
      ground.clock.now(),
    ],
  });
  if (grant.relation === 'case-team') await settleThreads(trx, resident);
}

/** On what a grant hangs by which somebody sees the record that theirs was merged with. */
export const mergingSource = (id: string): string => `merge-${id}`;

/**
 * Closes the open grants that match, as the last thing of the transaction: from the next request on they see only what
 * they had received, and that includes how it ended.
 */
export async function closeGrants(
  ground: PathwayGround,
  trx: Trx,
  resident: string,
  which: { readonly grantee?: string; readonly relation?: Relation; readonly source?: string; readonly reason: string },
): Promise<void> {
  beforeCommit(trx, async () => {
    await trx.query({
      name: 'close-grants',
      text: 'select platform.close_grants($1, $2, $3, $4, $5, $6) as closed',
      values: [
        resident,
        which.grantee ?? null,
        which.relation ?? null,
        which.source ?? null,
        ground.clock.now(),
        which.reason,
      ],
    });
    await settleThreads(trx, resident);
  });
}

/** Gives the open grants of these relations, where they hang on this case, a last moment on which they are used. */
export async function limitGrants(
  trx: Trx,
  resident: string,
  which: { readonly relations: readonly Relation[]; readonly source: string; readonly until: Date },
): Promise<void> {
  await trx.query('select platform.limit_grants($1, $2, $3, $4)', [
    resident,
    which.relations,
    which.source,
    which.until,
  ]);
}

/** Lets a party see one resource through its own-only facets (the request behind a Task it was offered). */
export async function addParty(trx: Trx, resident: string, type: string, id: string, party: string): Promise<void> {
  await trx.query({
    name: 'add-party',
    text: 'update record.resource set parties = array_append(parties, $4) where resident_id = $1 and type = $2 and id = $3 and not ($4 = any (parties))',
    values: [resident, type, id, party],
  });
}
