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

/** One page of a list, and the key by which the next begins; none where there is no more. */
export type Lines<T> = { readonly lines: readonly T[]; readonly next: string | undefined };

const PAGE = 50;

/**
 * What is kept from residents now (the next to be looked at again first), or was until somebody lifted it (the latest
 * first). What stood with the wrong resident has a list of its own. Audited as a list.
 */
export async function listWithheld(
  ground: OversightGround,
  actor: Actor,
  asked: { readonly which: WhichWithheld; readonly after?: string | undefined },
  door: Door,
): Promise<Result<Lines<WithheldLine>>> {
  const now = asked.which === 'now';
  const [lifted, column] = now
    ? (['lifted_at is null', 'review'] as const)
    : (['lifted_at is not null', 'lifted_at'] as const);
  const what = { action: 'listed', subject: { type: 'Basic', detail: `withheld: ${asked.which}` } } as const;
  return onDuty(ground, actor, what, door, async (trx) => {
    const { rows } = await trx.query<WithheldLine>(
      `select resident_id || '-' || id as key, pathways.numbers_of_case(resident_id, case_id) as numbers, resource_type as type,
         reason, review::text as review, at, by_name as "byName", organisation, lifted_at as "liftedAt", lifted_by as "liftedBy"
       from record.withheld where ${lifted} and reason <> 'wrong-person' ${pageBy(column, now ? 'asc' : 'desc')}`,
      pageFrom(asked.after),
    );
    return paged(rows, (last) => (now ? last.review : last.liftedAt!.toISOString()));
  });
}

/** What stood with the wrong resident, the latest first. Audited as a list. */
export async function listMisplaced(
  ground: OversightGround,
  actor: Actor,
  asked: { readonly after?: string | undefined },
  door: Door,
): Promise<Result<Lines<MisplacedLine>>> {
  const what = { action: 'listed', subject: { type: 'Basic', detail: 'misplaced' } } as const;
  return onDuty(ground, actor, what, door, async (trx) => {
    const { rows } = await trx.query<MisplacedLine>(
      `select resident_id || '-' || id as key, pathways.numbers_of_case(resident_id, case_id) as numbers, resource_type as type,
         at, by_name as "byName", organisation, saw, moved
       from record.misplaced where true ${pageBy('at', 'desc')}`,
      pageFrom(asked.after),
    );
    return paged(rows, (last) => last.at.toISOString());
  });
}

/** A page by key: what comes after this moment (or day), entry and resident. The order has no two lines in one place. */
function pageBy(column: 'review' | 'lifted_at' | 'at', direction: 'asc' | 'desc'): string {
  const kind = column === 'review' ? 'date' : 'timestamptz';
  const past = direction === 'asc' ? '>' : '<';
  return `and ($2::text is null or (${column}, id, resident_id) ${past} ($2::${kind}, $3::text, $4::uuid))
       order by ${column} ${direction}, id ${direction}, resident_id ${direction} limit $1`;
}

/** The values of `pageBy`. A key that nobody gave out is the first page. */
function pageFrom(after: string | undefined): unknown[] {
  const [at, key] = Buffer.from(after ?? '', 'base64url')
    .toString()
    .split(' ');
  const [, resident, id] = /^([0-9a-f-]{36})-(\w{26})$/.exec(key ?? '') ?? [];
  const known = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(at ?? '') && !Number.isNaN(Date.parse(at ?? ''));
  return known && resident && id ? [PAGE + 1, at, id, resident] : [PAGE + 1, null, null, null];
}

function paged<T extends { readonly key: string }>(rows: readonly T[], atOf: (last: T) => string): Lines<T> {
  const lines = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? lines.at(-1) : undefined;
  return { lines, next: last && Buffer.from(`${atOf(last)} ${last.key}`).toString('base64url') };
}
