import { OMZIEN, type Resource } from '../../fhir/index.ts';
import type { Trx } from '../../platform/index.ts';
import { type Change, createInside, loadResource, loadResources, updateInside } from '../../record/index.ts';
import type { Held } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import { ENGINE, ENGINE_WRITE } from '../ports/engine.ts';
import type { ReferralTask, Request } from '../shapes.ts';
import { letterHtml, type OutcomeLetter, outcomeLetter } from './letter.ts';
import { letterWords } from './words.ts';

/** Letters of Omzien, by the Task that they answer. */
export const LETTER_SYSTEM = `${OMZIEN}/NamingSystem/letter`;

/** The language of what is written into the record and sent to another system: that of the region. */
const WRITTEN_IN = 'nl';

/**
 * Writes the letter to who referred, in the transaction of the step that answers them: a relation that ends by that step
 * still has received it.
 */
export async function writeLetter(
  ground: PathwayGround,
  trx: Trx,
  change: Change,
  request: Held<Request>,
): Promise<void> {
  const task = { ...(change.after as ReferralTask), id: change.id };
  const patient = await loadResource(trx, change.resident, 'Patient', change.resident);
  if (!patient) return;
  const letter = outcomeLetter(
    ground.definitions,
    { request: request.resource, task, patient: JSON.parse(patient.content) as Resource, at: change.at },
    WRITTEN_IN,
  );
  if (!letter) return;
  await createInside(
    ground,
    trx,
    ENGINE,
    {
      resource: documentOf(letter, {
        resident: change.resident,
        request: request.row.id,
        task: change.id,
        at: change.at,
      }),
      resident: change.resident,
      categories: request.row.categories as never,
      parties: [request.row.author],
      follows: true,
      ...ENGINE_WRITE,
    },
    { door: 'job' },
  );
}

/** The letter told of a referral that should never have been: it stays readable to who had it, marked as a mistake. */
export async function markLetter(ground: PathwayGround, trx: Trx, change: Change): Promise<void> {
  for (const row of await loadResources(trx, change.resident, ['DocumentReference'])) {
    const letter = JSON.parse(row.content) as Resource & { readonly identifier?: readonly Identifier[] };
    const ours = letter.identifier?.some(({ system, value }) => system === LETTER_SYSTEM && value === change.id);
    if (!ours || letter.status === 'entered-in-error') continue;
    const resource = { ...letter, status: 'entered-in-error' } as Resource;
    const draft = { resource, resident: change.resident, id: row.id, follows: true, ...ENGINE_WRITE };
    await updateInside(ground, trx, ENGINE, draft, { door: 'job' });
  }
}

type Identifier = { readonly system?: string; readonly value?: string };

/** The letter as FHIR DocumentReference, whole in its attachment. */
export function documentOf(
  letter: OutcomeLetter,
  of: { readonly resident: string; readonly request: string; readonly task: string; readonly at: Date },
): Resource {
  const at = of.at.toISOString();
  const data = Buffer.from(letterHtml(letter), 'utf8').toString('base64');
  return {
    resourceType: 'DocumentReference',
    identifier: [{ system: LETTER_SYSTEM, value: of.task }],
    status: 'current',
    docStatus: 'final',
    type: {
      coding: [{ system: 'http://loinc.org', code: '11488-4', display: 'Consult note' }],
      text: letterWords(letter.language).title,
    },
    subject: { reference: `Patient/${of.resident}` },
    date: at,
    author: [{ display: letter.from }],
    description: letterWords(letter.language).title,
    content: [
      {
        attachment: {
          contentType: 'text/html; charset=utf-8',
          language: letter.language,
          data,
          title: letter.subject,
          creation: at,
        },
      },
    ],
    context: { related: [{ reference: `ServiceRequest/${of.request}` }] },
  } as Resource;
}
