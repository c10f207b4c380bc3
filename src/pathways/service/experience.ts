import type { Resource } from '../../fhir/index.ts';
import type { Actor, Door, Result, Trx } from '../../platform/index.ts';
import { loadResources } from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';
import type { Answers } from '../model/index.ts';
import { idIn } from '../shapes.ts';
import { keepAnswers } from './conversation.ts';
import { perform, refuse, theCase } from './perform.ts';

/** The stages in which somebody can look back on the help: it is ending, or has ended. */
export const LOOKS_BACK: readonly string[] = ['follow-up', 'closing', 'closed', 'withdrawn'];

/** Whether the resident has told already how they found the help of this case, through whichever door. */
export async function hasToldExperience(
  trx: Trx,
  resident: string,
  caseId: string,
  questionnaire: string,
): Promise<boolean> {
  const rows = await loadResources(trx, resident, ['QuestionnaireResponse']);
  return rows.some((row) => {
    const response = JSON.parse(row.content) as Resource & {
      readonly questionnaire?: string;
      readonly basedOn?: readonly { readonly reference?: string }[];
    };
    const asked = new RegExp(`/Questionnaire/${questionnaire}(\\||$)`).test(response.questionnaire ?? '');
    return asked && (response.basedOn ?? []).some((ref) => idIn(ref.reference) === caseId);
  });
}

/** A resident tells how they found the help of one case, once. */
export async function tellExperience(
  ground: PathwayGround,
  actor: Actor,
  told: { readonly resident: string; readonly caseId: string; readonly answers: Answers },
  door: Door,
): Promise<Result<{ readonly caseId: string }>> {
  return perform(ground, actor, { resident: told.resident, act: 'answer-questions' }, door, async (trx, why) => {
    const row = await theCase(trx, actor, told.resident, told.caseId);
    const { questionnaires } = ground.definitions.pathway(row.pathway, row.pathway_version);
    const id = questionnaires.experience;
    if (!id || !LOOKS_BACK.includes(row.stage)) refuse('conflict', NOT_YET);
    if (await hasToldExperience(trx, told.resident, told.caseId, id)) refuse('conflict', TOLD);
    const questionnaire = ground.definitions.questionnaire(id);
    await keepAnswers(ground, trx, actor, row, questionnaire, told.answers, why, door);
    return { caseId: told.caseId };
  });
}

const NOT_YET = {
  nl: 'De hulp loopt nog. Wij vragen het u als het klaar is.',
  en: 'The help is still under way. We ask you when it is done.',
};
const TOLD = {
  nl: 'U vertelde ons al hoe u de hulp vond. Dank u wel.',
  en: 'You have told us already how you found the help. Thank you.',
};
