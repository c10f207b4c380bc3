import {
  type Condition,
  indexRow,
  parseExactly,
  type ReadVersion,
  type Resource,
  type ResourceType,
  SEVERAL_FIT,
  type Sent,
  type Shelf,
  takeBsn,
  validate,
} from '../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  type Ground,
  ok,
  type Problem,
  Refusal,
  type Result,
  residentOf,
  type Trx,
  ulid,
} from '../platform/index.ts';
import { type Row, searchDirectory, versionOf } from './fhir-search.ts';
import { typeHistory } from './history.ts';
import { GONE, kept } from './kept.ts';
import { remove } from './remove.ts';
import { followNames, putRole } from './role.ts';
import { followService } from './upkeep/follow.ts';

/** The region's own FHIR resources; readable by everyone who is signed in, written under an agreement. */
export function directoryShelf(ground: Ground): Shelf {
  return {
    read: async (_actor, type, id) => {
      const { rows } = await ground.pool.query<Row>({
        name: 'directory-read',
        text: 'select id, type, version, last_updated, content, deleted from directory.resource where type = $1 and id = $2',
        values: [type, id],
      });
      if (!rows[0]) return { ok: false, problem: ABSENT };
      return rows[0].deleted ? { ok: false, problem: GONE } : ok(versionOf(rows[0]));
    },
    versions: async (_actor, type, id, _door, version) => {
      const { rows } = await ground.pool.query<Row>(
        `select id, type, version, last_updated, content, deleted from directory.resource where type = $1 and id = $2
         union all select id, type, version, last_updated, content, deleted from directory.history where type = $1 and id = $2 order by version desc`,
        [type, id],
      );
      const found = rows.filter((row) => version === undefined || row.version === version).map(versionOf);
      if (found.length === 0) return { ok: false, problem: ABSENT };
      return version !== undefined && found[0]!.deleted ? { ok: false, problem: GONE } : ok(found);
    },
    history: (_actor, type, page) => typeHistory(ground, type, page),
    search: (_actor, search) => searchDirectory(ground, search),
    create: (actor, type, sent, door, unless) => write(ground, actor, type, undefined, sent, undefined, door, unless),
    update: (actor, type, id, sent, ifMatch, door) => write(ground, actor, type, id, sent, ifMatch, door),
    remove: (actor, type, id, ifMatch, door) => remove(ground, actor, type, id, ifMatch, door),
  };
}

async function write(
  ground: Ground,
  actor: Actor,
  type: ResourceType,
  id: string | undefined,
  sent: Sent,
  ifMatch: number | undefined,
  door: Door,
  unless?: Condition,
): Promise<Result<ReadVersion & { readonly found?: true }>> {
  return kept(ground, actor, { type, id, action: id ? 'updated' : 'created' }, door, async (trx, audited) => {
    // As the CapabilityStatement says (updateCreate: false): an update is of something that is there.
    if (id !== undefined && !(await isThere(trx, type, id))) throw new Refusal(ABSENT);
    const there = unless && (await fitting(ground, trx, unless));
    if (there) return { ...there, found: true as const };
    const written = await putRegional(ground, trx, sent.resource, sent.text, id, ifMatch);
    await audited(written.id);
    return written;
  });
}

/**
 * Writes one regional resource (a new one under a given or new id, or the next version) and what follows from it: a
 * PractitionerRole is the role that sign-in reads. Throws a Refusal.
 */
export async function putRegional(
  ground: Ground,
  trx: Trx,
  resource: Resource,
  text: string,
  id: string | undefined,
  ifMatch?: number,
): Promise<ReadVersion> {
  const type = resource.resourceType as ResourceType;
  const problem =
    validate(resource) ??
    withoutBsn(resource) ??
    withoutResident(resource) ??
    (id === undefined ? undefined : checkId(resource, id));
  if (problem) throw new Refusal(problem);
  const at = ground.clock.now();
  const key = id ?? ulid(ground.clock);
  const { rows } = await trx.query<{ version: number }>(
    'select version from directory.resource where type = $1 and id = $2 for update',
    [type, key],
  );
  const present = rows[0]?.version ?? 0;
  if (id && present === 0 && ifMatch !== undefined) throw new Refusal(ABSENT);
  if (ifMatch !== undefined && ifMatch !== present)
    throw new Refusal({
      kind: 'stale',
      text: `Version ${present} is the present one; you sent If-Match for version ${ifMatch}.`,
    });
  const { resourceType, id: _id, meta, ...rest } = parseExactly(text) as Resource;
  const content = JSON.stringify({
    resourceType,
    id: key,
    meta: { ...meta, versionId: String(present + 1), lastUpdated: at.toISOString() },
    ...rest,
  });
  const index = indexRow(type, resource);
  if (present > 0)
    await trx.query(
      'insert into directory.history (type, id, version, last_updated, content, deleted) select type, id, version, last_updated, content, deleted from directory.resource where type = $1 and id = $2',
      [type, key],
    );
  const { rowCount } = await trx.query(
    `insert into directory.resource (type, id, version, last_updated, content, status, tokens, refs, terms, name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (type, id) do update set version = excluded.version, last_updated = excluded.last_updated, content = excluded.content, status = excluded.status,
       tokens = excluded.tokens, refs = excluded.refs, terms = excluded.terms, name = excluded.name, deleted = false
     where directory.resource.version = excluded.version - 1`,
    [
      type,
      key,
      present + 1,
      at,
      content,
      index.status,
      index.tokens,
      index.refs,
      JSON.stringify(index.terms),
      index.name,
    ],
  );
  if (rowCount !== 1)
    throw new Refusal({
      kind: 'conflict',
      text: {
        nl: 'Iemand anders was net iets eerder. Kijk opnieuw wat er nu staat.',
        en: 'Somebody else was just a little earlier. Look again at what is there now.',
      },
    });
  if (type === 'PractitionerRole') await putRole(ground, trx, key, resource);
  else if (type === 'HealthcareService') await followService(ground, trx, key, resource);
  else await followNames(ground, trx, key, resource);
  return { text: content, id: key, type, version: present + 1, lastUpdated: at };
}

/** The one that fits a condition; writes under the same condition follow one another. Throws a Refusal where several fit. */
async function fitting(ground: Ground, trx: Trx, { key, search }: Condition): Promise<ReadVersion | undefined> {
  await trx.query('select pg_advisory_xact_lock(hashtextextended($1, 37))', [key]);
  const found = await searchDirectory(ground, { ...search, results: { ...search.results, count: 2 } }, trx);
  if (!found.ok) throw new Refusal(found.problem);
  const [one, other] = found.value.entries;
  if (other) throw new Refusal(SEVERAL_FIT);
  return one;
}

async function isThere(trx: Trx, type: ResourceType, id: string): Promise<boolean> {
  const { rows } = await trx.query('select from directory.resource where type = $1 and id = $2 and not deleted', [
    type,
    id,
  ]);
  return rows.length > 0;
}

/** Nothing of the region has a BSN: not its people at work either (LAW 4). */
function withoutBsn(resource: Resource): Problem | undefined {
  const { taken } = takeBsn(resource);
  return taken
    ? {
        kind: 'unprocessable',
        text: 'A resource of the region holds no BSN.',
        at: Object.keys(taken).map((pointer) => ({
          place: `${resource.resourceType}${pointer.replace(/\/(\d+)/g, '[$1]').replaceAll('/', '.')}`,
          text: 'A BSN has no place here',
          code: 'business-rule',
        })),
      }
    : undefined;
}

/** Everybody who is signed in reads what is regional: it names no resident and no entry of one (decision 39). */
function withoutResident(resource: Resource): Problem | undefined {
  const at = [...residentsNamed(resource, resource.resourceType)];
  return at.length > 0
    ? {
        kind: 'unprocessable',
        text: 'A resource of the region names no resident.',
        at: at.map((place) => ({ place, text: 'A resident has no place here', code: 'business-rule' })),
      }
    : undefined;
}

function* residentsNamed(value: unknown, place: string): Generator<string> {
  if (value === null || typeof value !== 'object') return;
  for (const [key, item] of Object.entries(value)) {
    const at = Array.isArray(value) ? `${place}[${key}]` : `${place}.${key}`;
    if (key !== 'reference' || typeof item !== 'string') yield* residentsNamed(item, at);
    else if (/(?:^|\/)Patient\//.test(item) || residentOf(item.split('/').at(-1) ?? '')) yield place;
  }
}

function checkId(resource: Resource, id: string): Problem | undefined {
  const place = `${resource.resourceType}.id`;
  if (!/^[A-Za-z0-9.-]{1,64}$/.test(id))
    return {
      kind: 'invalid',
      text: 'An id has 1 to 64 letters, digits, dashes or dots.',
      at: [{ place, text: 'Not an id' }],
    };
  return resource.id !== undefined && resource.id !== id
    ? {
        kind: 'invalid',
        text: `The id in the body (${resource.id}) is not the one in the address.`,
        at: [{ place, text: 'Differs from the address' }],
      }
    : undefined;
}
