import type { Actor, Door, LocalDate, Result } from '../../platform/index.ts';
import type { OversightGround } from '../ground.ts';
import { onDuty } from './duty.ts';

/** Which of what was kept from residents is asked for. */
export type WhichWithheld = 'now' | 'lifted';

/** One entry that is or was kept from its resident: where, by whom and why; nothing of what it says. */
export type WithheldLine = {
  readonly key: string;
  readonly numbers: string | null;
  readonly type: string;
  readonly reason: string;
  readonly review: LocalDate;
  readonly at: Date;
  readonly byName: string;
  readonly organisation: string;
  readonly liftedAt: Date | null;
  readonly liftedBy: string | null;
};

/** One entry that stood with the wrong resident. `saw`: who had opened it meanwhile. */
export type MisplacedLine = {
  readonly key: string;
  readonly numbers: string | null;
  readonly type: string;
  readonly at: Date;
  readonly byName: string;
  readonly organisation: string;
  readonly saw: readonly string[];
  readonly moved: boolean;
};

/** One page of a list, and whether there is more. */
export type Lines<T> = { readonly lines: readonly T[]; readonly page: number; readonly more: boolean };

const PAGE = 50;

/**
 * What is kept from residents now (the next to be looked at again first), or was until somebody lifted it (the latest
 * first). What stood with the wrong resident has a list of its own. Audited as a list.
 */
export async function listWithheld(
  ground: OversightGround,
  actor: Actor,
  asked: { readonly which: WhichWithheld; readonly page: number },
  door: Door,
): Promise<Result<Lines<WithheldLine>>> {
  const [lifted, order] =
    asked.which === 'now' ? ['lifted_at is null', 'review, id'] : ['lifted_at is not null', 'lifted_at desc, id'];
  const what = { action: 'listed', subject: { type: 'Basic', detail: `withheld: ${asked.which}` } } as const;
  return onDuty(ground, actor, what, door, async (trx) => {
    const { rows } = await trx.query<WithheldLine>(
      `select resident_id || '-' || id as key, pathways.numbers_of_case(resident_id, case_id) as numbers, resource_type as type,
         reason, review::text as review, at, by_name as "byName", organisation, lifted_at as "liftedAt", lifted_by as "liftedBy"
       from record.withheld where ${lifted} and reason <> 'wrong-person' order by ${order} limit $1 offset $2`,
      [PAGE + 1, (asked.page - 1) * PAGE],
    );
    return paged(rows, asked.page);
  });
}

/** What stood with the wrong resident, the latest first. Audited as a list. */
export async function listMisplaced(
  ground: OversightGround,
  actor: Actor,
  asked: { readonly page: number },
  door: Door,
): Promise<Result<Lines<MisplacedLine>>> {
  const what = { action: 'listed', subject: { type: 'Basic', detail: 'misplaced' } } as const;
  return onDuty(ground, actor, what, door, async (trx) => {
    const { rows } = await trx.query<MisplacedLine>(
      `select resident_id || '-' || id as key, pathways.numbers_of_case(resident_id, case_id) as numbers, resource_type as type,
         at, by_name as "byName", organisation, saw, moved
       from record.misplaced order by at desc, id limit $1 offset $2`,
      [PAGE + 1, (asked.page - 1) * PAGE],
    );
    return paged(rows, asked.page);
  });
}

const paged = <T>(rows: readonly T[], page: number): Lines<T> => ({
  lines: rows.slice(0, PAGE),
  page,
  more: rows.length > PAGE,
});
