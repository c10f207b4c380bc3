import { type Trx, ulid } from '../../platform/index.ts';
import type { OversightGround } from '../ground.ts';

export const NOTICES = [
  'request-received',
  'request-extended',
  'request-decided',
  'request-done',
  'break-glass',
] as const;
export type NoticeKind = (typeof NOTICES)[number];

/** Something a resident is to be told; `about` is the id of what it is about. */
export type Notice = {
  readonly resident: string;
  readonly id: string;
  readonly at: Date;
  readonly kind: NoticeKind;
  readonly about: string;
};

/** Puts down that a resident is to be told; in the transaction of what there is to tell. */
export async function addNotice(
  ground: OversightGround,
  trx: Trx,
  notice: Pick<Notice, 'resident' | 'kind' | 'about'>,
): Promise<void> {
  await trx.query('insert into oversight.notice (resident_id, id, at, kind, about) values ($1, $2, $3, $4, $5)', [
    notice.resident,
    ulid(ground.clock),
    ground.clock.now(),
    notice.kind,
    notice.about,
  ]);
}

/** What residents have not been told yet, oldest first. */
export async function waitingNotices(trx: Trx, most: number): Promise<readonly Notice[]> {
  const { rows } = await trx.query<Omit<Notice, 'resident'> & { readonly resident_id: string }>(
    'select resident_id, id, at, kind, about from oversight.notice where told_at is null order by at, id limit $1',
    [most],
  );
  return rows.map(({ resident_id: resident, ...rest }) => ({ resident, ...rest }));
}

/** True for who marks it first. */
export async function markTold(trx: Trx, notice: Pick<Notice, 'resident' | 'id'>, at: Date): Promise<boolean> {
  const { rowCount } = await trx.query(
    'update oversight.notice set told_at = $3 where resident_id = $1 and id = $2 and told_at is null',
    [notice.resident, notice.id, at],
  );
  return rowCount === 1;
}
