import { type Actor, withActor } from '../../platform/index.ts';
import type { PathwayGround } from '../ground.ts';

/** What every page of somebody shows beside its own. */
export type AtAGlance = {
  /** Unread messages: of a resident themself or of the teams of a coach. */
  readonly unread: number;
  /** Reads large letters. */
  readonly large: boolean;
};

type Asked = {
  readonly scope: (actor: Actor) => Parameters<typeof withActor>[2];
  readonly sql: string;
  readonly values: (actor: Actor) => unknown[];
};
const OF_TEAM: Asked = {
  scope: () => ({ kind: 'none' }),
  sql: 'select count(*) as unread from pathways.thread where team = any ($1) and not closed and unread_other > 0',
  values: (actor) => [[...actor.services]],
};
const ASKED: Readonly<Partial<Record<Actor['role'], Asked>>> = {
  resident: {
    scope: (actor) => ({ kind: 'resident', resident: actor.residentId ?? '' }),
    // Every record of the person who looks: the context holds those, and no other.
    sql: `select (select sum(unread_resident) from pathways.thread where resident_id = any (array(select jsonb_object_keys(platform.see())::uuid))) as unread,
            (select bool_or(easy_read) from pathways.preference where resident_id = any (array(select jsonb_object_keys(platform.see())::uuid))) as large`,
    values: () => [],
  },
  'welfare-coach': OF_TEAM,
  coordinator: OF_TEAM,
};

/** Looks, in one statement, at what is new for this person and how they are served. */
export async function atAGlance(ground: PathwayGround, actor: Actor): Promise<AtAGlance> {
  const asked = ASKED[actor.role];
  if (!asked) return { unread: 0, large: false };
  return withActor(ground, actor, asked.scope(actor), async (trx) => {
    const { rows } = await trx.query<{ unread: string | null; large?: boolean | null }>(asked.sql, asked.values(actor));
    return { unread: Number(rows[0]?.unread ?? 0), large: rows[0]?.large ?? false };
  });
}
