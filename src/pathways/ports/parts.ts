import { type Category, ok, type Trx } from '../../platform/index.ts';
import { type Change, loadResource, type WritePort } from '../../record/index.ts';
import { followAppointment } from '../agenda.ts';
import { loadCase, loadHappenings } from '../case-store.ts';
import { isUndone, takeBackContact } from '../contact-undone.ts';
import type { PathwayGround } from '../ground.ts';
import { partEvents, questionnaireOf } from '../happenings.ts';
import { questionsOf } from '../model/index.ts';
import { happened, refreshCase } from '../refresh.ts';
import { caseOf, codesIn, idIn, type Request, SYSTEM } from '../shapes.ts';

type Ref = { readonly reference?: string };
type Part = {
  readonly basedOn?: readonly Ref[];
  readonly questionnaire?: string;
  readonly status?: string;
  readonly item?: readonly Item[];
  readonly code?: { readonly coding?: readonly { readonly system?: string; readonly code?: string }[] };
  readonly reasonCode?: readonly {
    readonly coding?: readonly { readonly system?: string; readonly code?: string }[];
  }[];
};
type Item = { readonly linkId?: string; readonly item?: readonly Item[] };

/**
 * The port of what belongs to a case without being a referral: contact, appointments, answers, measures. It sets the
 * category each entry is guarded by (never who sends it), and tells the clocks what happened.
 */
export function partsPort(groundOf: () => PathwayGround): WritePort {
  return {
    name: 'pathway-parts',
    types: ['Communication', 'Appointment', 'QuestionnaireResponse', 'Observation'],
    settle: async (_record, trx, change) => {
      const categories = await categoriesOf(groundOf(), trx, change);
      return ok(categories ? { categories } : {});
    },
    follow: (_record, trx, change) => follow(groundOf(), trx, change),
  };
}

async function requestOf(
  trx: Trx,
  change: Change,
): Promise<{ readonly request: Request; readonly categories: readonly Category[] } | undefined> {
  const ref = (change.after as Part).basedOn?.find((one) => one.reference?.startsWith('ServiceRequest/'));
  if (!ref) return undefined;
  const row = await loadResource(trx, change.resident, 'ServiceRequest', idIn(ref.reference));
  return row ? { request: JSON.parse(row.content) as Request, categories: row.categories as Category[] } : undefined;
}

async function categoriesOf(ground: PathwayGround, trx: Trx, change: Change): Promise<readonly Category[] | undefined> {
  const part = change.after as Part;
  if (change.type === 'QuestionnaireResponse') {
    const definition = questionnaireOf(ground.definitions, part.questionnaire);
    if (!definition) return undefined;
    const asked = new Map(questionsOf(definition).map((question) => [question.linkId, question.category as Category]));
    const answered = linkIds(part.item).flatMap((linkId) => asked.get(linkId) ?? []);
    return answered.length > 0 ? [...new Set(answered)] : ['support'];
  }
  if (change.type === 'Observation') {
    const [code] = codesIn(part.code ? [part.code] : undefined, SYSTEM.question);
    const [id, linkId] = code?.split('.') ?? [];
    const definition = id && linkId ? questionnaireOf(ground.definitions, id) : undefined;
    const category = definition && questionsOf(definition).find((question) => question.linkId === linkId)?.category;
    return category ? [category as Category] : undefined;
  }
  return (await requestOf(trx, change))?.categories;
}

function linkIds(items: readonly Item[] | undefined): readonly string[] {
  return (items ?? []).flatMap((item) => [...(item.linkId ? [item.linkId] : []), ...linkIds(item.item)]);
}

async function follow(ground: PathwayGround, trx: Trx, change: Change): Promise<void> {
  if (change.type === 'Observation') return;
  if (change.type === 'Appointment') await followAppointment(trx, change.resident, change.id, change.after);
  const found = await requestOf(trx, change);
  if (!found) return;
  const caseId = caseOf({ ...found.request, id: found.request.id } as Request);
  const row = await loadCase(trx, change.resident, caseId);
  if (!row) return;
  if (isUndone(change.type, change.before, change.after)) {
    await takeBackContact(ground, trx, { resident: change.resident, caseId, id: change.id, at: change.at });
    await refreshCase(ground, trx, change.resident, caseId);
    return;
  }
  const known = new Set((await loadHappenings(trx, change.resident, caseId)).map((one) => one.event));
  const definition = ground.definitions.pathway(row.pathway, row.pathway_version);
  const events = partEvents(ground.definitions, definition, change, known);
  for (const event of events)
    await happened(trx, { resident: change.resident, caseId, event, at: change.at, told: change });
  if (events.length > 0) await refreshCase(ground, trx, change.resident, caseId);
}
