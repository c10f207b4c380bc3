import type { Resource } from '../../fhir/index.ts';
import {
  type Actor,
  addTerm,
  type Door,
  localDate,
  type Result,
  systemActor,
  type Trx,
  ulid,
  withActor,
} from '../../platform/index.ts';
import { createInside, loadResource, openRow, updateInside } from '../../record/index.ts';
import { loadCase } from '../case-store.ts';
import {
  type CorrectedHow,
  type Correction,
  correctionDone,
  insertCorrection,
  openCorrections,
  wishOf,
} from '../correction-store.ts';
import type { PathwayGround } from '../ground.ts';
import { isMessage } from '../message-shape.ts';
import { refreshCase } from '../refresh.ts';
import { caseOf, idIn, type Request } from '../shapes.ts';
import { perform, refuse, theCase, type Why } from './perform.ts';
import { entriesOf } from './withhold.ts';

/**
 * What a team corrects after a request was granted. A goal is the resident's own and is never a mistake as a whole; an
 * answer is given again or not at all, never rewritten by somebody else.
 */
export const CORRECTABLE: Readonly<Record<string, readonly CorrectedHow[]>> = {
  Communication: ['corrected', 'entered-in-error'],
  QuestionnaireResponse: ['entered-in-error'],
  Goal: ['corrected'],
};

/** In which a team carries out what was granted, where the region says nothing: without undue delay (GDPR 16). */
const WITHIN = { amount: 14, unit: 'calendar-days' } as const;

type Asked = {
  readonly resident: string;
  readonly type: string;
  readonly entry: string;
  readonly wish: string;
  /** The request it follows from, and its number as people know it. */
  readonly request: string;
  readonly number: string;
};

/**
 * Asks the team that has the case of an entry to correct it, in the transaction of the decision. A closed case has no
 * team at work: then it is done at once. Says whether it was.
 */
export async function askCorrection(
  ground: PathwayGround,
  trx: Trx,
  actor: Actor,
  asked: Asked,
  why: Why,
  door: Door,
): Promise<{ readonly done: boolean }> {
  const { resident, type, entry } = asked;
  const row = CORRECTABLE[type] ? await loadResource(trx, resident, type, entry) : undefined;
  const resource = row && (JSON.parse(row.content) as Resource);
  const caseId = resource && !isMessage(resource) ? await caseOfEntry(trx, resident, resource) : undefined;
  const found = caseId ? await loadCase(trx, resident, caseId) : undefined;
  if (!found)
    refuse(
      'unprocessable',
      {
        nl: 'Dit gegeven hoort niet bij een team van Omzien. Spreek het zelf af met wie het opschreef.',
        en: 'This entry is not of a team in Omzien. Arrange it yourself with who wrote it.',
      },
      'wish',
    );
  const at = ground.clock.now();
  const { wish, request, number } = asked;
  const one = {
    ...{ id: ulid(ground.clock), caseId: found.id, request, number, type, entry, wish, at },
    due: addTerm(
      localDate(at),
      ground.definitions.region.oversight.requests.correctWithin ?? WITHIN,
      ground.definitions.holidays,
    ),
  };
  await insertCorrection(ground.keys, trx, resident, one);
  if (found.closed_at) {
    const how = CORRECTABLE[type]![0]!;
    await correct(
      ground,
      trx,
      actor,
      resident,
      { ...one, doneAt: null, doneBy: null, how: null },
      how,
      wish,
      why,
      door,
    );
    return { done: true };
  }
  await refreshCase(ground, trx, resident, found.id);
  return { done: false };
}

async function caseOfEntry(trx: Trx, resident: string, entry: Resource): Promise<string | undefined> {
  const refs = (entry.basedOn ?? entry.addresses ?? []) as readonly { readonly reference?: string }[];
  const request = refs.find((ref) => ref.reference?.startsWith('ServiceRequest/'));
  const row = request && (await loadResource(trx, resident, 'ServiceRequest', idIn(request.reference)));
  return row ? caseOf(JSON.parse(row.content) as Request) : undefined;
}

/**
 * The team corrects an entry: it says beside it what is right, or that it was a mistake. What stood there stays in the
 * old versions (WGBO BW 7:455 removes, GDPR 16 corrects). `text`: what is right, or why it was a mistake.
 */
export async function carryOutCorrection(
  ground: PathwayGround,
  actor: Actor,
  what: {
    readonly resident: string;
    readonly caseId: string;
    readonly correction: string;
    readonly how: string;
    readonly text: string;
  },
  door: Door,
): Promise<Result<{ readonly left: number }>> {
  const { resident, caseId } = what;
  return perform(ground, actor, { resident, act: 'contact' }, door, async (trx, why) => {
    await theCase(trx, actor, resident, caseId);
    const open = await openCorrections(ground.keys, trx, resident, caseId);
    const one = open.find(({ id }) => id === what.correction);
    if (!one) return refuse('conflict', { nl: 'Dit is al verbeterd.', en: 'This has been corrected already.' });
    const how = CORRECTABLE[one.type]?.find((may) => may === what.how);
    if (!how) return refuse('unprocessable', { nl: 'Kies wat u doet.', en: 'Choose what you do.' }, 'how');
    const text = what.text.trim();
    if (!text)
      refuse('unprocessable', { nl: 'Schrijf op wat er moet staan.', en: 'Write down what is right.' }, 'text');
    await correct(ground, trx, actor, resident, one, how, text, why, door);
    return { left: open.length - 1 };
  });
}

async function correct(
  ground: PathwayGround,
  trx: Trx,
  actor: Actor,
  resident: string,
  one: Correction,
  how: CorrectedHow,
  text: string,
  why: Why,
  door: Door,
): Promise<void> {
  const at = ground.clock.now();
  if (!(await correctionDone(trx, resident, one.id, { at, by: actor.name, how })))
    refuse('conflict', { nl: 'Dit is al verbeterd.', en: 'This has been corrected already.' });
  const rows =
    one.type === 'QuestionnaireResponse'
      ? await entriesOf(trx, { resident, entry: one.entry })
      : [await loadResource(trx, resident, one.type, one.entry, true)];
  for (const row of rows) {
    if (!row) continue;
    const present = JSON.parse(openRow(ground, row, true)) as Resource;
    const resource = how === 'corrected' ? withNote(present, one.number, text, at) : asMistake(present, text);
    const { version } = await updateInside(ground, trx, actor, { resource, resident, id: row.id, ...why }, door);
    await createInside(
      ground,
      trx,
      actor,
      {
        resource: {
          resourceType: 'Provenance',
          target: [{ reference: `${row.type}/${row.id}` }],
          recorded: at.toISOString(),
          activity: { text: `Verbeterd na verzoek ${one.number}` },
          agent: [{ who: { reference: actor.roleRef || actor.person, display: actor.name } }],
          entity: [{ role: 'revision', what: { reference: `${row.type}/${row.id}/_history/${version - 1}` } }],
        },
        resident,
        ...why,
      },
      door,
    );
  }
  await refreshCase(ground, trx, resident, one.caseId);
}

/** The entry with what is right beside what stood there. */
function withNote(present: Resource, number: string, text: string, at: Date): Resource {
  const notes = (present.note ?? []) as readonly unknown[];
  const note = { time: at.toISOString(), text: `Verbeterd (${number}): ${text}` };
  return { ...present, note: [...notes, note] } as Resource;
}

function asMistake(present: Resource, reason: string): Resource {
  const said = present.resourceType === 'Communication' ? { statusReason: { text: reason } } : {};
  return { ...present, status: 'entered-in-error', ...said } as Resource;
}

const KEEPER = systemActor('corrections');

/** What a team left when its case closed is done by Omzien, as it was granted; gives how many. Safe to run twice. */
export async function sweepCorrections(ground: PathwayGround, most = 100): Promise<number> {
  const left = await withActor(ground, KEEPER, { kind: 'region' }, async (trx) => {
    const { rows } = await trx.query<{ resident: string; case_id: string; id: string; type: string; wish: Buffer }>(
      `select c.resident_id as resident, c.case_id, c.id, c.entry_type as type, c.wish from pathways.correction c
       join pathways."case" k on k.resident_id = c.resident_id and k.id = c.case_id
       where c.done_at is null and k.closed_at is not null order by c.due, c.id limit $1`,
      [most],
    );
    return rows;
  });
  let done = 0;
  for (const { resident, case_id: caseId, id, type, wish } of left) {
    const how = CORRECTABLE[type]?.[0] ?? '';
    const what = { resident, caseId, correction: id, how, text: wishOf(ground.keys, id, wish) };
    done += (await carryOutCorrection(ground, KEEPER, what, { door: 'job' })).ok ? 1 : 0;
  }
  return done;
}
