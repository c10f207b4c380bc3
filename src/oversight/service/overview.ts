import type { Resource } from '../../fhir/index.ts';
import { type ContactDetails, contactDetailsOf } from '../../pathways/index.ts';
import { ABSENT, type Actor, type Door, ok, type Result, withActor } from '../../platform/index.ts';
import { loadResources, maySee, openRow } from '../../record/index.ts';
import type { OversightGround } from '../ground.ts';
import { entryOf, type OverviewEntry } from '../model/overview.ts';

/** What is read of one record for one reason: who it is, and entries in words, newest first. */
export type Overview = {
  readonly resident: string;
  readonly details: ContactDetails | undefined;
  readonly entries: readonly OverviewEntry[];
};

/**
 * Reads what an actor in one mode (treating care in need, or a request) may see now. Both locks hold: row security by
 * the grant of that mode, and `decide()` entry by entry. The line of the log is durable before this resolves.
 */
export async function readOverview(
  ground: OversightGround,
  actor: Actor,
  what: { readonly resident: string; readonly types: readonly string[]; readonly detail: string },
  door: Door,
): Promise<Result<Overview>> {
  const { resident } = what;
  const read = await withActor(ground, actor, { kind: 'resident', resident }, async (trx, seenBy) => {
    const seen = seenBy[resident];
    const may = maySee(ground, actor, { facet: 'identity', categories: [], parties: [] }, seen);
    if (!may.allow) return { may, rows: [] };
    const rows = await loadResources(trx, resident, what.types);
    return { may, rows: rows.filter((row) => maySee(ground, actor, row, seen).allow) };
  });
  await ground.audit.write({
    actor,
    action: 'opened',
    allowed: read.may.allow,
    resident,
    subjectType: 'Patient',
    subjectId: resident,
    purpose: read.may.allow ? read.may.purpose : 'none',
    ground: read.may.allow ? read.may.ground : 'none',
    detail: what.detail,
    ...door,
  });
  if (!read.may.allow) return { ok: false, problem: ABSENT };
  const resources = read.rows.map((row) => JSON.parse(openRow(ground, row, false)) as Resource);
  const patient = resources.find((one) => one.resourceType === 'Patient');
  return ok({
    resident,
    details: patient && contactDetailsOf(patient),
    entries: resources
      .filter((one) => one.resourceType !== 'Patient')
      .map(entryOf)
      .toSorted((a, b) => (b.at ?? '').localeCompare(a.at ?? '')),
  });
}
