import { organisationOf, oversee } from '../../directory/index.ts';
import { type Published, publishSets } from '../../figures/index.ts';
import type { Actor, Door, Purpose, Relation, Result } from '../../platform/index.ts';
import type { PathwayGround } from '../ground.ts';

/** In how many residents an organisation has an open relation of one kind, for one purpose; as it may be shown. */
export type OpenRelation = { readonly relation: Relation; readonly purpose: Purpose; readonly residents: Published };

/** Counts stop here: an administrator needs to know that it is many, not how many exactly. */
export const RELATIONS_CAP = 1000;

/** The relations that the actor's organisation, its teams and services have open; no resident, no count under 10. */
export function openRelations(
  ground: PathwayGround,
  actor: Actor,
  door: Door,
): Promise<Result<readonly OpenRelation[]>> {
  return oversee(ground, actor, door, { type: 'Grant' }, async (trx) => {
    const organisation = await organisationOf(trx, actor.organisation);
    if (!organisation) return undefined;
    const parties = [actor.organisation, ...organisation.services.map(({ reference }) => reference)];
    const { rows } = await trx.query<{ relations: readonly Relation[]; purpose: Purpose; residents: number }>(
      'select relations, purpose, residents from platform.count_grants($1, $2)',
      [parties, ground.clock.now()],
    );
    return [...Map.groupBy(rows, ({ purpose }) => purpose)].flatMap(([purpose, found]) => {
      const relations = [...new Set(found.flatMap((row) => row.relations))].toSorted();
      const groups = found.map((row) => ({
        sets: row.relations.reduce((bits, relation) => bits | (1 << relations.indexOf(relation)), 0),
        people: row.residents,
      }));
      const shown = publishSets(groups, relations.length);
      return relations.map((relation, index) => ({
        relation,
        purpose,
        residents: shown[index] === null ? null : Math.min(shown[index] ?? 0, RELATIONS_CAP),
      }));
    });
  });
}
