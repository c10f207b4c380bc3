import {
<<<<<<< HEAD
  BSN_SYSTEM,
  facetOf,
  indexRow,
  isBsn,
  isDelicate,
=======
>>>>>>> d8e765e (A resource is removed by a version that says so; what belongs to a case is taken back by its status, and the answer says which)
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
<<<<<<< HEAD

/**
 * What is written, with every number spelled as it was: elements that the rules left alone come from the text that was
 * sent, or, where the rules themselves write on, from the version before.
 */
function exactOf(draft: Draft, after: Resource, beforeText: string | undefined): Resource {
  const text = draft.text ?? beforeText;
  if (text === undefined) return after;
  if (draft.text !== undefined && after === draft.resource) return parseExactly(text) as Resource;
  if (!isDelicate(text)) return after;
  const [plain, exact] = [JSON.parse(text) as Resource, parseExactly(text) as Resource];
  return Object.fromEntries(
    Object.entries(after).map(([key, value]) => [key, isDeepStrictEqual(value, plain[key]) ? exact[key] : value]),
  ) as Resource;
}

function stamp(resource: Resource, id: string, version: number, at: Date): Resource {
  const { resourceType, id: _id, meta, ...rest } = resource;
  return {
    resourceType,
    id,
    meta: { ...meta, versionId: String(version), lastUpdated: at.toISOString() },
    ...rest,
  } as Resource;
}

function rowOf(
  ground: RecordGround,
  actor: Actor,
  draft: Draft & { readonly id: string },
  settled: Settled,
  what: {
    readonly type: ResourceType;
    readonly version: number;
    readonly at: Date;
    readonly content: string;
    readonly taken: Sealed | undefined;
    readonly before: StoredRow | undefined;
    readonly rest: Resource;
  },
): RowToWrite {
  const known = typeRow(what.type);
  const index = indexRow(what.type, what.rest);
  const author = what.before?.author ?? authorOf(actor);
  const parties = new Set([
    author,
    authorOf(actor),
    ...(what.type === 'ServiceRequest' ? [] : partiesIn(what.rest)),
    ...(settled.parties ?? []),
    ...(draft.parties ?? []),
    ...(what.before?.parties ?? []),
  ]);
  return {
    resident_id: draft.resident,
    type: what.type,
    id: draft.id,
    version: what.version,
    last_updated: what.at,
    content: what.content,
    sealed: what.taken ? seal(ground.keys, JSON.stringify(what.taken), `${what.type}/${draft.id}`) : null,
    facet: facetOf(what.type, what.rest),
    categories: [
      ...new Set(settled.categories ?? draft.categories ?? what.before?.categories ?? known.categories ?? []),
    ],
    parties: [...parties].filter((party) => party !== ''),
    author,
    index,
  };
}

function alongOf(ground: RecordGround, actor: Actor, draft: Draft, change: Change, row: RowToWrite, door: Door): Along {
  const status = row.index.status ?? undefined;
  return {
    event: {
      id: ulid(ground.clock),
      type: `nl.omzien.${change.type}.${change.kind === 'create' ? 'created' : 'updated'}`,
      subject: `${change.type}/${row.id}`,
      data: { version: row.version, status, by: actor.role },
    },
    timeline: {
      id: timelineId(change.at, change.type, row.id, row.version),
      kind: timelineKind(change.type, row.index.status),
    },
    audit: {
      id: ulid(ground.clock),
      person: actor.person,
      personName: nameInLog(actor),
      role: actor.role,
      organisation: actor.organisation,
      action: change.kind === 'create' ? 'created' : 'updated',
      purpose: draft.purpose,
      ground: draft.ground,
      door: door.door,
      place: door.place,
      requestId: door.requestId,
    },
  };
}

function checkBsns(resource: Resource): Problem | undefined {
  if (!mayHoldBsn(JSON.stringify(resource))) return undefined;
  const { taken } = takeBsn(resource);
  const wrong = Object.entries(taken ?? {}).filter(([, value]) => !isBsn(value));
  return wrong.length === 0
    ? undefined
    : {
        kind: 'unprocessable',
        text: {
          nl: 'Dit is geen geldig BSN. Een BSN heeft negen cijfers; kijk het na op het document.',
          en: 'This is not a valid BSN. A BSN has nine digits; check it on the document.',
        },
        at: wrong.map(([pointer]) => ({
          place: `${resource.resourceType}${pointer.replace(/\/(\d+)/g, '[$1]').replaceAll('/', '.')}.value`,
          text: 'Not a valid BSN',
          code: 'value',
        })),
      };
}

/** A resident sees their own record from the moment there is one. */
async function giveSelf(ground: RecordGround, trx: Trx, resident: string): Promise<void> {
  const { whole, own, purpose } = grantFacets('self', ground.access);
  await trx.query({
    name: 'give',
    text: 'select platform.give($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, null)',
    values: [
      resident,
      ulid(ground.clock),
      `Patient/${resident}`,
      'self',
      CATEGORIES,
      whole,
      own,
      purpose,
      resident,
      ground.clock.now(),
    ],
  });
}

/** A Patient's BSN is claimed before the Patient is written; who comes second learns only to check the document. */
async function claim(
  ground: RecordGround,
  trx: Trx,
  resident: string,
  taken: Sealed | undefined,
  before: Resource | undefined,
): Promise<void> {
  const now = new Set(Object.values(taken ?? {}));
  const then = new Set(Object.values(before ? (takeBsn(before).taken ?? {}) : {}));
  for (const bsn of now) {
    if (then.has(bsn)) continue;
    const { rows } = await trx.query({
      name: 'claim',
      text: 'select record.claim_identity($1, $2, $3) as mine',
      values: [BSN_SYSTEM, findHash(ground.keys, BSN_SYSTEM, bsn), resident],
    });
    if (!rows[0].mine) throw new Refusal(MAY_EXIST);
  }
  for (const bsn of then) {
    if (!now.has(bsn))
      await trx.query('select record.release_identity($1, $2, $3)', [
        BSN_SYSTEM,
        findHash(ground.keys, BSN_SYSTEM, bsn),
        resident,
      ]);
  }
}

/** Said where a person may exist already; shows nobody (LAW 5). */
export const MAY_EXIST: Problem = {
  kind: 'conflict',
  text: {
    nl: 'Deze persoon staat misschien al in Omzien. Kijk het document en het BSN na en zoek opnieuw.',
    en: 'This person may be in Omzien already. Check the document and the BSN and search again.',
  },
};
=======
>>>>>>> d8e765e (A resource is removed by a version that says so; what belongs to a case is taken back by its status, and the answer says which)
