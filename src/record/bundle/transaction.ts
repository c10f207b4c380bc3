import { type ReadVersion, typeRow } from '../../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  decide,
  fail,
  ok,
  Refusal,
  type Result,
  type Seen,
  type Trx,
  withActor,
} from '../../platform/index.ts';
import { fitting } from '../conditional/index.ts';
import { createDecided, guarded, updateDecided } from '../doors.ts';
import type { RecordGround } from '../ground.ts';
import { MAY_EXIST } from '../identity.ts';
import { removeDecided } from '../remove.ts';
import { type Interaction, withinScopes } from '../scopes.ts';
import type { Elsewhere } from '../search/search.ts';
import { searchedBy } from './conditions.ts';
import type { Entry } from './entries.ts';
import { type Plan, plan, type Step } from './plan.ts';
import { together } from './together.ts';

/** What a condition of this transaction found nothing for came up meanwhile: it is planned anew. */
class Meanwhile extends Error {}
const MOST_TRIES = 4;

const INTERACTION: Readonly<Record<string, Interaction>> = { POST: 'c', PUT: 'u', DELETE: 'd' };

/**
 * A FHIR transaction (R4 3.1.0.11.2): all or nothing. `urn:uuid` full URLs and conditions become ids, also inside
 * references. POST, PUT and DELETE of residents' resources; one resident a transaction for people, more for a regional
 * system.
 */
export async function runTransaction(
  ground: RecordGround,
  actor: Actor,
  entries: readonly Entry[],
  door: Door,
  elsewhere: Elsewhere,
): Promise<Result<Record<string, unknown>>> {
  const asked = [
    ...entries.flatMap(({ request }) => {
      const interaction = INTERACTION[request.method];
      return interaction ? [{ interaction, type: request.url.split(/[/?]/)[0] ?? '' }] : [];
    }),
    ...searchedBy(entries).map((type) => ({ interaction: 's' as const, type: type as string })),
  ];
  const within = await withinScopes(ground, actor, asked, door);
  if (!within.ok) return within;
  for (let tries = 1; ; tries++) {
    const planned = await plan(ground, actor, entries, door, elsewhere);
    if (!planned.ok) return planned;
    try {
      const done = await runPlan(ground, actor, planned.value, door);
      if (!done.ok) return done;
      return ok({ resourceType: 'Bundle', type: 'transaction-response', entry: done.value });
    } catch (error) {
      if (!(error instanceof Meanwhile) || tries === MOST_TRIES) throw error;
    }
  }
}

async function runPlan(
  ground: RecordGround,
  actor: Actor,
  { steps, there }: Plan,
  door: Door,
): Promise<Result<readonly unknown[]>> {
  const entries: unknown[] = [];
  for (const [index, found] of there) entries[index] = { response: isThere(found) };
  // In one order for everybody, so that two transactions over the same residents never wait for each other.
  const residents = [...new Set(steps.map((step) => step.resident))].sort();
  if (residents.length === 0) return ok(entries);
  if (residents.length > 1 && actor.role !== 'system')
    return fail('unprocessable', 'A transaction concerns one resident. Send one transaction for each.');
  const resident = residents[0]!;
  const opens = steps.some(
    (step) =>
      step.method === 'POST' &&
      typeRow(step.type).create.some(
        (act) =>
          (act === 'refer' || act === 'register') &&
          decide(actor, { kind: 'do', act }, undefined, undefined, ground.access).allow,
      ),
  );
  return guarded(ground, actor, 'Bundle', undefined, resident, door, () =>
    withActor(ground, actor, { kind: 'act', resident, opens }, async (trx, seen) => {
      if (residents.length > 1)
        await trx.query(
          'select 1 from record.resident where resident_id = any ($1::uuid[]) order by resident_id for no key update',
          [residents],
        );
      const all = together(trx);
      for (const step of steps)
        entries[step.index] = await run(ground, all.trx, actor, step, seen[step.resident], door);
      await all.send();
      return entries;
    }),
  );
}

/** The answer for what was there before: found by a condition, or nothing that a delete would remove. */
function isThere(found: ReadVersion | undefined): Record<string, unknown> {
  if (!found) return { status: '204 No Content' };
  const { type, id, version, lastUpdated } = found;
  return {
    status: '200 OK',
    location: `${type}/${id}/_history/${version}`,
    etag: `W/"${version}"`,
    lastModified: lastUpdated.toISOString(),
  };
}

async function run(
  ground: RecordGround,
  trx: Trx,
  actor: Actor,
  step: Step,
  seen: Seen | undefined,
  door: Door,
): Promise<unknown> {
  try {
    return { response: await done(ground, trx, actor, step, seen, door) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { problem } = error;
    // Somebody else registered this person just now: the condition finds them.
    if (step.unless && problem === MAY_EXIST) throw new Meanwhile();
    const entry = `Bundle.entry[${step.index}]`;
    // Denied and absent look the same here too: which entry, and no more.
    if (problem.kind === 'absent') throw new Refusal({ ...ABSENT, at: [{ place: entry, text: ABSENT.text }] });
    const at = (problem.at ?? [{ place: step.type, text: problem.text }]).map((place) => ({
      ...place,
      place: `${entry}.resource${place.place.replace(new RegExp(`^${step.type}(?![A-Za-z])`), '')}`,
    }));
    throw new Refusal({ ...problem, at });
  }
}

async function done(
  ground: RecordGround,
  trx: Trx,
  actor: Actor,
  step: Step,
  seen: Seen | undefined,
  door: Door,
): Promise<Record<string, unknown>> {
  const { method, type, id, resident, sent, ifMatch, unless } = step;
  if (method === 'DELETE' || !sent) {
    const { version, lastUpdated } = await removeDecided(ground, trx, actor, type, id, seen, ifMatch, door);
    return { status: '204 No Content', etag: `W/"${version}"`, lastModified: lastUpdated.toISOString() };
  }
  if (unless && (await fitting(ground, trx, actor, unless, resident, seen, door))) throw new Meanwhile();
  const written =
    method === 'POST'
      ? await createDecided(ground, trx, actor, type, sent, resident, seen, door, id)
      : await updateDecided(ground, trx, actor, type, id, sent, seen, ifMatch, door);
  return {
    status: method === 'POST' ? '201 Created' : '200 OK',
    location: `${type}/${written.id}/_history/${written.version}`,
    etag: `W/"${written.version}"`,
    lastModified: written.lastUpdated.toISOString(),
  };
}
