import type { Resource } from '../../fhir/index.ts';
import { type ContactDetails, contactDetailsOf, isMessage } from '../../pathways/index.ts';
import { ABSENT, type Actor, type Door, ok, type Result, withActor } from '../../platform/index.ts';
import { loadOfPerson, maySee, openRow, recordsIn } from '../../record/index.ts';
import type { OversightGround } from '../ground.ts';
import { entryOf, type OverviewEntry } from '../model/overview.ts';

/** What is read of one person for one reason: who it is, and entries in words, by kind and the newest first. */
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
  what: {
    readonly resident: string;
    readonly types: readonly string[];
    readonly detail: string;
    /** Also what the resident and a team wrote to each other. */
    readonly messages: boolean;
  },
  door: Door,
): Promise<Result<Overview>> {
  const { resident } = what;
  const read = await withActor(ground, actor, { kind: 'resident', resident }, async (trx, seenBy) => {
    const may = maySee(ground, actor, { facet: 'identity', categories: [], parties: [] }, seenBy[resident]);
    if (!may.allow) return { may, records: [resident], rows: [] };
    const records = recordsIn(seenBy, resident);
    const rows = await loadOfPerson(trx, records, what.types);
    return { may, records, rows: rows.filter((row) => maySee(ground, actor, row, seenBy[row.resident_id]).allow) };
  });
  for (const one of read.records)
    await ground.audit.write({
      actor,
      action: 'opened',
      allowed: read.may.allow,
      resident: one,
      subjectType: 'Patient',
      subjectId: one,
      purpose: read.may.allow ? read.may.purpose : 'none',
      ground: read.may.allow ? read.may.ground : 'none',
      detail: what.detail,
      ...door,
    });
  if (!read.may.allow) return { ok: false, problem: ABSENT };
  const resources = read.rows
    .map((row) => JSON.parse(openRow(ground, row, false)) as Resource)
    .filter((one) => what.messages || !isMessage(one));
  const patient = resources.find((one) => one.id === resident);
  return ok({
    resident,
    details: patient && contactDetailsOf(patient),
    entries: resources
      .filter((one) => one.resourceType !== 'Patient')
      .map(entryOf)
      .toSorted(
        (a, b) => what.types.indexOf(a.type) - what.types.indexOf(b.type) || (b.at ?? '').localeCompare(a.at ?? ''),
      ),
  });
}
