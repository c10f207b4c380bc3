import { BSN_SYSTEM, type Resource } from '../../fhir/index.ts';
import { CATEGORIES, fail, ok, type Problem, type Trx, ulid } from '../../platform/index.ts';
import {
  type Change,
  loadResource,
  type Merged,
  mergedWith,
  noteMerged,
  noteUnmerged,
  openRow,
  replacedBy,
  replaces,
  type Settled,
  updateInside,
  type WritePort,
  withLink,
} from '../../record/index.ts';
import { closeGrants, mergingSource, openGrant } from '../access.ts';
import type { PathwayGround } from '../ground.ts';
import { shareDeath, writeDeath } from './death.ts';
import { ENGINE_WRITE } from './engine.ts';

type Answer = { readonly ok: true; readonly value: Settled } | { readonly ok: false; readonly problem: Problem };

/**
 * The port of two records of one person: `Patient.link` on the one that goes on in another (`replaced-by`) makes the
 * merging, and taken away it undoes it; the survivor's own link follows. Through every door.
 */
export function mergePort(groundOf: () => PathwayGround): WritePort {
  return {
    name: 'pathway-merge',
    types: ['Patient'],
    settle: (_record, trx, change) => settle(groundOf(), trx, change),
    follow: (_record, trx, change) => follow(groundOf(), trx, change),
  };
}

async function settle(ground: PathwayGround, trx: Trx, change: Change): Promise<Answer> {
  const [was, is] = [change.before && replacedBy(change.before), replacedBy(change.after)];
  if (was !== undefined && is !== undefined && was !== is)
    return fail('conflict', { nl: 'Haal deze dossiers eerst uit elkaar.', en: 'First take these records apart.' });
  if (is !== undefined && was === undefined) {
    const may = await mayMerge(ground, trx, change, is);
    if (!may.ok) return may;
  }
  const kept = JSON.stringify(change.before ? replaces(change.before) : []) === JSON.stringify(replaces(change.after));
  if (!kept && !change.follows)
    return fail('unprocessable', {
      nl: 'Schrijf de samenvoeging op het dossier dat vervalt; het andere volgt vanzelf.',
      en: 'Write replaced-by on the record that ends; replaces on the other follows by itself.',
    });
  return ok({});
}

async function mayMerge(ground: PathwayGround, trx: Trx, change: Change, survivor: string): Promise<Answer> {
  const row = survivor === change.resident ? undefined : await loadResource(trx, survivor, 'Patient', survivor);
  if (!row || change.kind === 'create')
    return fail('unprocessable', { nl: 'Het andere dossier is er niet.', en: 'The other record is not here.' }, [
      { place: 'Patient.link', text: 'Not another Patient of this server', code: 'not-found' },
    ]);
  const merged = [...(await mergedWith(trx, change.resident)), ...(await mergedWith(trx, survivor))];
  if (merged.length > 0)
    return fail('conflict', {
      nl: 'Een van deze dossiers is net al samengevoegd. Kijk opnieuw hoe het er nu staat.',
      en: 'One of these records has just been merged already. Look again at how it stands now.',
    });
  const other = JSON.parse(openRow(ground, row, true)) as Resource;
  if (bsnOf(other) && bsnOf(change.after) && bsnOf(other) !== bsnOf(change.after))
    return fail('conflict', {
      nl: 'Deze dossiers hebben elk een eigen BSN. Dan zijn het twee mensen. Kijk de documenten na.',
      en: 'These records have a BSN each. Then they are two people. Check the documents.',
    });
  return ok({});
}

function bsnOf(patient: Resource): string | undefined {
  const all = (patient.identifier ?? []) as readonly { readonly system?: string; readonly value?: string }[];
  return all.find((one) => one.system === BSN_SYSTEM)?.value;
}

async function follow(ground: PathwayGround, trx: Trx, change: Change): Promise<void> {
  const [was, is] = [change.before && replacedBy(change.before), replacedBy(change.after)];
  if (is !== undefined && was === undefined) {
    const wasActive = change.before?.active as boolean | undefined;
    const id = await noteMerged(ground, trx, change.actor, { loser: change.resident, survivor: is, wasActive });
    await linkSurvivor(ground, trx, change, is, true);
    await seeEachOther(ground, trx, change.resident, is, id);
    await shareDeath(ground, trx, change.resident, is);
    await tell(ground, trx, [change.resident, is], 'merged');
  }
  if (was !== undefined && is === undefined) {
    const merged = (await mergedWith(trx, change.resident)).find((one) => one.resident_id === change.resident);
    if (!merged) return;
    await noteUnmerged(ground, trx, change.actor, merged);
    await linkSurvivor(ground, trx, change, was, false);
    await partAgain(ground, trx, merged);
    // They are two people: the one of whom it only followed is alive.
    if (merged.died_along) await writeDeath(ground, trx, merged.died_along, undefined);
    await tell(ground, trx, [change.resident, was], 'unmerged');
  }
}

/** The survivor's own side of the link, written by who merged: both records have it in their log. */
async function linkSurvivor(
  ground: PathwayGround,
  trx: Trx,
  change: Change,
  survivor: string,
  linked: boolean,
): Promise<void> {
  const row = await loadResource(trx, survivor, 'Patient', survivor, true);
  if (!row) return;
  const resource = withLink(JSON.parse(openRow(ground, row, true)) as Resource, 'replaces', change.resident, linked);
  await updateInside(
    ground,
    trx,
    change.actor,
    { resource, resident: survivor, id: survivor, follows: true, ...ENGINE_WRITE },
    { door: 'job' },
  );
}

/** Whoever signs in as the one sees the other too: it is one person. */
async function seeEachOther(
  ground: PathwayGround,
  trx: Trx,
  loser: string,
  survivor: string,
  id: string,
): Promise<void> {
  for (const [of, by] of [
    [loser, survivor],
    [survivor, loser],
  ] as const)
    await openGrant(ground, trx, of, {
      grantee: `Patient/${by}`,
      relation: 'self',
      categories: CATEGORIES,
      source: mergingSource(id),
    });
}

async function partAgain(ground: PathwayGround, trx: Trx, merged: Merged): Promise<void> {
  for (const resident of [merged.resident_id, merged.survivor])
    await closeGrants(ground, trx, resident, { source: mergingSource(merged.id), reason: 'entered-in-error' });
}

/** An event of both, so that whoever has a case of either hears it. */
async function tell(ground: PathwayGround, trx: Trx, residents: readonly string[], what: string): Promise<void> {
  for (const resident of residents)
    await trx.query(
      'insert into platform.outbox (resident_id, id, at, type, subject, data) values ($1, $2, $3, $4, $5, $6)',
      [
        resident,
        ulid(ground.clock),
        ground.clock.now(),
        'nl.omzien.record.merged',
        `Patient/${resident}`,
        JSON.stringify({ status: what }),
      ],
    );
}
