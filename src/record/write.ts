import {
  mayHoldBsn,
  parseExactly,
  putBsn,
  type Resource,
  type ResourceType,
  type Sealed,
  takeBsn,
  validate,
} from '../fhir/index.ts';
import { type Actor, type Category, type Door, newResourceId, Refusal, type Trx, unseal } from '../platform/index.ts';
import { followHolder } from './attachment.ts';
import type { RecordGround } from './ground.ts';
import { checkBsns, claimIdentity, giveSelf } from './identity.ts';
import { followPatient } from './person.ts';
import type { Change, Settled } from './ports.ts';
import { alongOf, exactOf, rowOf, stamp } from './row.ts';
import { insertWhole, loadPresent, replaceWhole, type StoredRow } from './store.ts';

/** What to write. `text` is the exact spelling as it was sent, where it came from outside. */
export type Draft = {
  readonly resource: Resource;
  readonly text?: string;
  readonly resident: string;
  readonly id?: string;
  readonly purpose: string;
  readonly ground: string;
  readonly follows?: boolean;
  /** Parties and categories added by the rules that write on. */
  readonly parties?: readonly string[];
  readonly categories?: readonly Category[];
};

export type Written = {
  readonly id: string;
  readonly version: number;
  readonly lastUpdated: Date;
  readonly text: string;
};

/** Creates one resource inside an open transaction of scope `act`; throws a Refusal that undoes it. */
export async function createInside(
  ground: RecordGround,
  trx: Trx,
  actor: Actor,
  draft: Draft,
  door: Door,
): Promise<Written> {
  const type = draft.resource.resourceType as ResourceType;
  const id = type === 'Patient' ? draft.resident : (draft.id ?? newResourceId(draft.resident, ground.clock));
  return writeInside(ground, trx, actor, { ...draft, id }, undefined, door);
}

/** Writes the next version of one resource inside an open transaction of scope `act`; throws a Refusal that undoes it. */
export async function updateInside(
  ground: RecordGround,
  trx: Trx,
  actor: Actor,
  draft: Draft & { readonly id: string },
  door: Door,
  ifMatch?: number,
): Promise<Written> {
  const type = draft.resource.resourceType;
  const before = await loadPresent(trx, draft.resident, type, draft.id, true);
  if (!before || before.deleted)
    throw new Refusal({
      kind: 'absent',
      text: { nl: 'Dit gegeven is er niet (meer).', en: 'This information is not here (any more).' },
    });
  if (ifMatch !== undefined && ifMatch !== before.version)
    throw new Refusal({
      kind: 'stale',
      text: `Someone wrote version ${before.version} meanwhile; you sent If-Match for version ${ifMatch}. Read it again and send your change on top of it.`,
    });
  return writeInside(ground, trx, actor, draft, before, door);
}

/** Reads a stored row as it was sent, BSN put back where `withBsn`. */
export function openRow(
  ground: RecordGround,
  row: Pick<StoredRow, 'content' | 'sealed' | 'resident_id' | 'type' | 'id'>,
  withBsn: boolean,
): string {
  if (!row.sealed) return row.content;
  const taken = JSON.parse(unseal(ground.keys, row.sealed, `${row.type}/${row.id}`)) as Sealed;
  return JSON.stringify(putBsn(parseExactly(row.content) as Record<string, unknown>, taken, withBsn));
}

async function writeInside(
  ground: RecordGround,
  trx: Trx,
  actor: Actor,
  draft: Draft & { readonly id: string },
  before: StoredRow | undefined,
  door: Door,
): Promise<Written> {
  const type = draft.resource.resourceType as ResourceType;
  const at = ground.clock.now();
  const version = (before?.version ?? 0) + 1;
  const beforeText = before && openRow(ground, before, true);
  const beforeResource = beforeText === undefined ? undefined : (JSON.parse(beforeText) as Resource);
  let change: Change = {
    kind: before ? 'update' : 'create',
    type,
    resident: draft.resident,
    id: draft.id,
    version,
    before: beforeResource,
    after: draft.resource,
    actor,
    at,
    follows: draft.follows ?? false,
  };
  let settled: Settled = {};
  for (const port of ground.ports) {
    if (!port.settle || !port.types.includes(type)) continue;
    const answer = await port.settle(ground, trx, change);
    if (!answer.ok) throw new Refusal(answer.problem);
    settled = { ...settled, ...answer.value };
    if (answer.value.resource) change = { ...change, after: answer.value.resource };
  }
  const problem = validate(change.after) ?? checkBsns(change.after);
  if (problem) throw new Refusal(problem);
  const exact = exactOf(draft, change.after, beforeText);
  const stamped = stamp(exact, draft.id, version, at);
  const text = JSON.stringify(stamped);
  const { rest, taken } = mayHoldBsn(text) ? takeBsn(stamped) : { rest: stamped, taken: undefined };
  const content = taken ? JSON.stringify(rest) : text;
  const row = rowOf(ground, actor, draft, settled, {
    type,
    version,
    at,
    content,
    taken,
    before,
    rest,
  });
  const along = alongOf(ground, actor, draft, change, row, door);
  if (type === 'Patient') await claimIdentity(ground, trx, draft.resident, taken, beforeResource);
  if (before) {
    if (!(await replaceWhole(trx, row, along)))
      throw new Refusal({
        kind: 'conflict',
        text: {
          nl: 'Iemand anders was net iets eerder. Kijk opnieuw wat er nu staat.',
          en: 'Somebody else was just a little earlier. Look again at what is there now.',
        },
      });
  } else await insertWhole(trx, row, along);
  if (type === 'Patient') {
    await followPatient(trx, draft.resident, change.after);
    if (!before) await giveSelf(ground, trx, draft.resident);
  }
  if (before && type === 'Communication')
    await followHolder(
      trx,
      { resident: draft.resident, type, id: draft.id, at },
      change.after.status === 'entered-in-error',
    );
  for (const port of ground.ports) if (port.follow && port.types.includes(type)) await port.follow(ground, trx, change);
  return {
    id: draft.id,
    version,
    lastUpdated: at,
    text,
  };
}
