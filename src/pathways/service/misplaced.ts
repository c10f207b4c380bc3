import type { Resource } from '../../fhir/index.ts';
import { type Actor, addDays, type Door, localDate, ok, type Result, type Trx, ulid } from '../../platform/index.ts';
import {
  createInside,
  keepFrom,
  maySee,
  openRow,
  type StoredRow,
  updateInside,
  withLabel,
} from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';
import { ENGINE } from '../ports/engine.ts';
import { auditAct, perform, refuse, theCase } from './perform.ts';
import { entriesOf } from './withhold.ts';

type Where = { readonly resident: string; readonly caseId: string };

/** What became of an entry that stood with the wrong resident. */
export type Misplaced = {
  /** Who had opened it meanwhile: name and role. */
  readonly saw: readonly string[];
  readonly moved: boolean;
};

/** What an entry says; left out of the version that says it was a mistake. */
const SAYS = ['note', 'payload', 'item', 'comment', 'description', 'valueInteger', 'valueString', 'component'] as const;

/**
 * An entry was written on the wrong resident: it is entered in error, what it says is of somebody else and no longer
 * shown to this resident, who saw it is told, and it may be moved to the right one. The privacy officer finds a row.
 */
export async function undoMisplaced(
  ground: PathwayGround,
  actor: Actor,
  what: Where & { readonly entry: string; readonly to?: Where },
  door: Door,
): Promise<Result<Misplaced>> {
  if (what.to && what.to.resident === what.resident)
    return {
      ok: false,
      problem: { kind: 'unprocessable', text: { nl: 'Dit is dezelfde inwoner.', en: 'This is the same resident.' } },
    };
  const undone = await perform(
    ground,
    actor,
    { resident: what.resident, act: 'undo' },
    door,
    async (trx, why, seen) => {
      const row = await theCase(trx, actor, what.resident, what.caseId);
      const rows = await entriesOf(trx, what);
      const [main] = rows;
      if (!main || !maySee(ground, actor, main, seen).allow)
        refuse(
          'unprocessable',
          { nl: 'Kies wat er verkeerd staat.', en: 'Choose what is in the wrong place.' },
          'entry',
        );
      const originals = rows.map((one) => JSON.parse(openRow(ground, one, true)) as Resource);
      if (originals[0]?.status === 'entered-in-error')
        refuse('conflict', { nl: 'Dit was al als vergissing gemeld.', en: 'This was marked as a mistake already.' });
      const saw = await whoSaw(trx, main, row.id);
      for (const [index, one] of rows.entries()) {
        await keepFrom(ground, trx, actor, {
          resident: what.resident,
          type: one.type,
          id: one.id,
          caseId: undefined,
          reason: 'wrong-person',
          review: addDays(localDate(ground.clock.now()), 366),
        });
        const resource = withLabel(emptied(originals[index]!), true);
        await updateInside(ground, trx, actor, { resource, resident: what.resident, id: one.id, ...why }, door);
      }
      await trx.query(
        `insert into record.misplaced (resident_id, id, resource_type, resource_id, case_id, saw, at, by_person, by_name, organisation)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          what.resident,
          ulid(ground.clock),
          main.type,
          main.id,
          what.caseId,
          saw,
          ground.clock.now(),
          actor.person,
          actor.name,
          actor.organisation,
        ],
      );
      await trx.query(
        'insert into platform.outbox (resident_id, id, at, type, subject, data) values ($1, $2, $3, $4, $5, $6)',
        [
          what.resident,
          ulid(ground.clock),
          ground.clock.now(),
          'nl.omzien.entry.misplaced',
          `ServiceRequest/${what.caseId}`,
          JSON.stringify({ status: 'misplaced', parties: main.parties }),
        ],
      );
      await auditAct(ground, trx, actor, what.resident, why, door, {
        type: 'ServiceRequest',
        id: what.caseId,
        detail: 'an entry stood with the wrong resident',
      });
      return { saw, originals, type: main.type };
    },
  );
  if (!undone.ok) return undone;
  const { saw, originals } = undone.value;
  if (!what.to) return ok({ saw, moved: false });
  const moved = await moveTo(ground, actor, what.to, originals, door);
  if (!moved.ok) return moved;
  await perform(ground, actor, { resident: what.resident, act: 'undo' }, door, (trx) =>
    trx.query('update record.misplaced set moved = true where resident_id = $1 and resource_id = $2', [
      what.resident,
      what.entry,
    ]),
  );
  return ok({ saw, moved: true });
}

/** The entry as a mistake: its place and moment, and nothing of what it says of somebody else. */
function emptied(original: Resource): Resource {
  const kept = Object.fromEntries(Object.entries(original).filter(([key]) => !SAYS.some((one) => one === key)));
  return { ...kept, resourceType: original.resourceType, status: 'entered-in-error' };
}

/** Who opened this entry, or the page of its case, since it was written: from the log. */
async function whoSaw(trx: Trx, entry: StoredRow, caseId: string): Promise<readonly string[]> {
  const { rows } = await trx.query<{ who: string }>(
    `select distinct person_name || ' (' || role || ')' as who from platform.audit
     where resident_id = $1 and allowed and action = 'opened' and role <> 'system' and subject_id = any ($2)
       and at >= coalesce((select min(h.last_updated) from record.history h
         where h.resident_id = $1 and h.type = $3 and h.id = $4), $5)
     order by 1`,
    [entry.resident_id, [entry.id, caseId], entry.type, entry.id, entry.last_updated],
  );
  return rows.map((row) => row.who);
}

/** The same entry, new, with the right resident; its Provenance says that it came from elsewhere, not from whom. */
async function moveTo(
  ground: PathwayGround,
  actor: Actor,
  to: Where,
  originals: readonly Resource[],
  door: Door,
): Promise<Result<{ readonly entry: string }>> {
  return perform(ground, actor, { resident: to.resident, act: 'contact' }, door, async (trx, why) => {
    const row = await theCase(trx, actor, to.resident, to.caseId);
    if (row.closed_at)
      refuse('conflict', { nl: 'De andere zaak is al gesloten.', en: 'The other case is closed already.' });
    let first = '';
    for (const original of originals) {
      const { id: _id, meta: _meta, ...rest } = original;
      const text = JSON.stringify(rest).replaceAll(/"Patient\/[0-9a-f-]{36}"/g, `"Patient/${to.resident}"`);
      const resource = {
        ...(JSON.parse(text) as Resource),
        basedOn: [{ reference: `ServiceRequest/${to.caseId}` }],
      };
      const written = await createInside(
        ground,
        trx,
        actor,
        { resource, resident: to.resident, parties: [row.team], ...why },
        door,
      );
      first ||= written.id;
      await createInside(
        ground,
        trx,
        ENGINE,
        {
          resource: {
            resourceType: 'Provenance',
            target: [{ reference: `${original.resourceType}/${written.id}` }],
            recorded: ground.clock.now().toISOString(),
            activity: { text: 'moved here from the record of somebody else' },
            agent: [{ who: { reference: actor.roleRef || actor.person, display: actor.name } }],
          },
          resident: to.resident,
          ...why,
        },
        { door: 'job' },
      );
    }
    return { entry: first };
  });
}
