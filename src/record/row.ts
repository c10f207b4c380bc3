import { isDeepStrictEqual } from 'node:util';
import {
  facetOf,
  indexRow,
  isDelicate,
  parseExactly,
  partiesIn,
  type Resource,
  type ResourceType,
  type Sealed,
  typeRow,
} from '../fhir/index.ts';
import { type Actor, authorOf, type Door, nameInLog, seal, ulid } from '../platform/index.ts';
import type { RecordGround } from './ground.ts';
import type { Change, Settled } from './ports.ts';
import type { Along, RowToWrite, StoredRow } from './store.ts';
import { timelineId, timelineKind } from './timeline.ts';
import type { Draft } from './write.ts';

/**
 * What is written, with every number spelled as it was: elements that the rules left alone come from the text that was
 * sent, or, where the rules themselves write on, from the version before.
 */
export function exactOf(draft: Draft, after: Resource, beforeText: string | undefined): Resource {
  const text = draft.text ?? beforeText;
  if (text === undefined) return after;
  if (!isDelicate(text)) return after;
  if (draft.text !== undefined && after === draft.resource) return parseExactly(text) as Resource;
  const [plain, exact] = [JSON.parse(text) as Resource, parseExactly(text) as Resource];
  return Object.fromEntries(
    Object.entries(after).map(([key, value]) => [key, isDeepStrictEqual(value, plain[key]) ? exact[key] : value]),
  ) as Resource;
}

/** A resource as a version of this server: its id, version and moment in front. */
export function stamp(resource: Resource, id: string, version: number, at: Date): Resource {
  const { resourceType, id: _id, meta, ...rest } = resource;
  return {
    resourceType,
    id,
    meta: { ...meta, versionId: String(version), lastUpdated: at.toISOString() },
    ...rest,
  } as Resource;
}

/** The row of a version: what guards it and what it is found by. */
export function rowOf(
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

/** What is written in the same statement as a version. */
export function alongOf(
  ground: RecordGround,
  actor: Actor,
  draft: Draft,
  change: Change,
  row: RowToWrite,
  door: Door,
): Along {
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
