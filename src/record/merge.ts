import type { Resource } from '../fhir/index.ts';
import { type Actor, type SeenBy, type Trx, ulid } from '../platform/index.ts';
import type { RecordGround } from './ground.ts';
import { loadResources, type StoredRow } from './store.ts';

type Link = { readonly other?: { readonly reference?: string }; readonly type?: string };
const linksOf = (patient: Resource): readonly Link[] => (patient.link as readonly Link[] | undefined) ?? [];
const idOf = (link: Link): string => /^Patient\/([0-9a-f-]{36})$/.exec(link.other?.reference ?? '')?.[1] ?? '';

/** The record that a Patient says it goes on in; undefined where it says none. */
export function replacedBy(patient: Resource): string | undefined {
  const link = linksOf(patient).find((one) => one.type === 'replaced-by');
  return link ? idOf(link) : undefined;
}

/** The records that a Patient says it takes the place of. */
export function replaces(patient: Resource): readonly string[] {
  return linksOf(patient)
    .filter((one) => one.type === 'replaces')
    .map(idOf);
}

/** The same Patient with a link to the other record, or without any link to it. */
export function withLink(
  patient: Resource,
  type: 'replaced-by' | 'replaces',
  other: string,
  linked: boolean,
): Resource {
  const rest = linksOf(patient).filter((one) => !(one.type === type && idOf(one) === other));
  const link = linked ? [...rest, { other: { reference: `Patient/${other}` }, type }] : rest;
  const { link: _link, ...without } = patient;
  return (link.length > 0 ? { ...without, link } : without) as Resource;
}

/** One merging that stands: which record goes on in which. */
export type Merged = {
  readonly resident_id: string;
  readonly id: string;
  readonly survivor: string;
  readonly was_active: boolean | null;
  /** The record on which a death followed from the other, and was not recorded itself. */
  readonly died_along: string | null;
  readonly at: Date;
  readonly by_name: string;
};

/** The mergings that stand in which this record has a part, as far as the context sees them. */
export async function mergedWith(trx: Trx, resident: string): Promise<readonly Merged[]> {
  const { rows } = await trx.query<Merged>(
    `select resident_id, id, survivor, was_active, died_along, at, by_name from record.merged
     where undone_at is null and (resident_id = $1 or survivor = $1) order by at`,
    [resident],
  );
  return rows;
}

/**
 * Every record of the person whose this one is; what may be seen of each, its own grants decide. The function in the
 * database gives ids and needs no context, so that outside a transaction it is one statement (`ground.pool`).
 */
export async function samePerson(asks: Trx, residents: readonly string[]): Promise<readonly string[]> {
  const { rows } = await asks.query<{ id: string }>({
    name: 'same-person',
    text: 'select record.same_person($1::uuid[]) as id',
    values: [residents],
  });
  return rows.map((row) => row.id);
}

/**
 * The records of one person that who reads sees anything of, the one asked for first. A transaction of scope `resident`
 * has all of them in its context (`platform.enter`), each under its own grants.
 */
export function recordsIn(seen: SeenBy, resident: string): readonly string[] {
  return [resident, ...Object.keys(seen).filter((one) => one !== resident)];
}

/** What lies in these records, one record after the other. */
export async function loadOfPerson(
  trx: Trx,
  records: readonly string[],
  types: readonly string[],
): Promise<readonly StoredRow[]> {
  const rows: StoredRow[] = [];
  for (const one of records) rows.push(...(await loadResources(trx, one, types)));
  return rows;
}

/** Ids of several records in the order in which they were made: what follows the resident is a ulid. */
export const madeOrder = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id.slice(32) < b.id.slice(32) ? -1 : 1;

/**
 * In a decided act on one record: the person's other records, which what follows from the act (a death, a consent
 * withdrawn) may reach from here on. The act holds them already.
 */
export async function alongWith(trx: Trx, resident: string): Promise<readonly string[]> {
  const { rows } = await trx.query<{ id: string }>('select platform.along($1) as id', [resident]);
  return rows.map((row) => row.id);
}

/** Notes on which record of a merging a death followed from the other; `undefined` where that is no longer so. */
export async function noteDiedAlong(
  trx: Trx,
  records: readonly [string, string],
  along: string | undefined,
): Promise<void> {
  await trx.query(
    `update record.merged set died_along = $2 where undone_at is null and resident_id = any ($1::uuid[]) and survivor = any ($1::uuid[])`,
    [[...records], along ?? null],
  );
}

/** Notes that one record goes on in another; in the transaction that locked both. Gives the id of the merging. */
export async function noteMerged(
  ground: RecordGround,
  trx: Trx,
  actor: Actor,
  what: { readonly loser: string; readonly survivor: string; readonly wasActive: boolean | undefined },
): Promise<string> {
  const id = ulid(ground.clock);
  await trx.query(
    `insert into record.merged (resident_id, id, survivor, was_active, at, by_person, by_name)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [what.loser, id, what.survivor, what.wasActive ?? null, ground.clock.now(), actor.person, actor.name],
  );
  return id;
}

/** Notes that two records are of two people after all. */
export async function noteUnmerged(ground: RecordGround, trx: Trx, actor: Actor, merged: Merged): Promise<void> {
  await trx.query(
    'update record.merged set undone_at = $3, undone_by = $4 where resident_id = $1 and id = $2 and undone_at is null',
    [merged.resident_id, merged.id, ground.clock.now(), actor.name],
  );
}
