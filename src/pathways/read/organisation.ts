import { type Actor, type Door, ok, type Result, withActor } from '../../platform/index.ts';
import type { PathwayGround } from '../ground.ts';

/** One role of one colleague. */
export type Colleague = {
  readonly id: string;
  readonly person_name: string;
  readonly code: string;
  readonly services: readonly string[];
  readonly active: boolean;
  readonly until: string | null;
};

/** Who works at the organisation of the actor; no resident is in it. Looking is a line of the log all the same. */
export async function colleagues(
  ground: PathwayGround,
  actor: Actor,
  door: Door,
): Promise<Result<readonly Colleague[]>> {
  const rows = await withActor(
    ground,
    actor,
    { kind: 'none' },
    async (trx) =>
      (
        await trx.query<Colleague>(
          'select id, person_name, code, services, active, until::text as until from platform.role where organisation = $1 order by active desc, person_name, code limit 500',
          [actor.organisation],
        )
      ).rows,
  );
  await ground.audit.write({
    actor,
    action: 'listed',
    allowed: true,
    subjectType: 'PractitionerRole',
    purpose: 'directory',
    ground: 'own organisation',
    ...door,
  });
  return ok(rows);
}
