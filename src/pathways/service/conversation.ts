import type { QuestionnaireContent } from '../../content/index.ts';
import { OMZIEN, type Resource } from '../../fhir/index.ts';
import { type Actor, type Door, localDate, type Result, type Trx } from '../../platform/index.ts';
import { createInside } from '../../record/index.ts';
import type { CaseRow } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import { type Answers, answersByCategory, questionsOf, responseItems } from '../model/index.ts';
import { REFUSALS } from '../refusals.ts';
import { canonicalOf, SYSTEM } from '../shapes.ts';
import { begin } from './contact.ts';
import { perform, refuse, theCase, type Why } from './perform.ts';

export type Conversation = {
  readonly resident: string;
  readonly caseId: string;
  readonly answers: Answers;
  /** The well-being measure, where it was asked in the same conversation. */
  readonly measure?: Answers;
};

/**
 * Keeps the broad conversation: one QuestionnaireResponse for each category of data (so that an answer on mental
 * health or money is shown or left out by itself), one Observation for each scale, one Goal for each goal.
 */
export async function holdConversation(
  ground: PathwayGround,
  actor: Actor,
  held: Conversation,
  door: Door,
): Promise<Result<{ readonly caseId: string }>> {
  return perform(ground, actor, { resident: held.resident, act: 'converse' }, door, async (trx, why) => {
    const row = await theCase(trx, actor, held.resident, held.caseId);
    if (row.closed_at) refuse('conflict', REFUSALS.caseClosed);
    if (row.stage === 'referred') refuse('conflict', REFUSALS.acceptFirst);
    const definition = ground.definitions.pathway(row.pathway, row.pathway_version);
    const conversation = ground.definitions.questionnaire(definition.questionnaires.conversation!);
    await begin(ground, trx, actor, held.resident, held.caseId, why, door);
    await keepAnswers(ground, trx, actor, row, conversation, held.answers, why, door);
    const goals = held.answers.goal;
    for (const goal of Array.isArray(goals) ? (goals as readonly string[]) : typeof goals === 'string' ? [goals] : []) {
      const resource: Resource = {
        resourceType: 'Goal',
        lifecycleStatus: 'active',
        subject: { reference: `Patient/${held.resident}` },
        description: { text: goal },
        startDate: localDate(ground.clock.now()),
        expressedBy: { reference: `Patient/${held.resident}` },
        addresses: [{ reference: `ServiceRequest/${held.caseId}` }],
      };
      await createInside(ground, trx, actor, { resource, resident: held.resident, ...why, parties: [row.team] }, door);
    }
    if (held.measure && Object.keys(held.measure).length > 0)
      await keepAnswers(
        ground,
        trx,
        actor,
        row,
        ground.definitions.questionnaire(definition.questionnaires.measure!),
        held.measure,
        why,
        door,
      );
    return { caseId: held.caseId };
  });
}

export type Measured = {
  readonly resident: string;
  readonly caseId: string;
  readonly questionnaire: string;
  readonly answers: Answers;
};

/** Keeps one filled-in questionnaire: the measure asked again, or how the resident found it (on paper, typed in by the coach). */
export async function keepQuestionnaire(
  ground: PathwayGround,
  actor: Actor,
  measured: Measured,
  door: Door,
): Promise<Result<{ readonly caseId: string }>> {
  return perform(ground, actor, { resident: measured.resident, act: 'answer-questions' }, door, async (trx, why) => {
    const row = await theCase(trx, actor, measured.resident, measured.caseId);
    await keepAnswers(
      ground,
      trx,
      actor,
      row,
      ground.definitions.questionnaire(measured.questionnaire),
      measured.answers,
      why,
      door,
    );
    return { caseId: measured.caseId };
  });
}

/** Writes the answers to one questionnaire as FHIR, split by category. */
export async function keepAnswers(
  ground: PathwayGround,
  trx: Trx,
  actor: Actor,
  row: Pick<CaseRow, 'resident_id' | 'id' | 'team'>,
  questionnaire: QuestionnaireContent,
  answers: Answers,
  why: Why,
  door: Door,
): Promise<void> {
  const at = ground.clock.now().toISOString();
  const resident = row.resident_id;
  const author =
    actor.role === 'resident'
      ? { reference: `Patient/${resident}` }
      : {
          reference: actor.person.startsWith('Device') ? actor.person : actor.roleRef || actor.person,
          display: actor.name,
        };
  const set = {
    system: `${SYSTEM.question}/answer-set`,
    value: `${row.id.slice(33)}-${ground.clock.now().getTime()}-${questionnaire.id}`,
  };
  // The main category last: with it the whole set is there, and the clocks are told.
  const parts = [...answersByCategory(questionnaire, answers)].sort(
    ([a], [b]) => Number(a === 'support') - Number(b === 'support'),
  );
  for (const [, part] of parts) {
    const resource: Resource = {
      resourceType: 'QuestionnaireResponse',
      identifier: set,
      questionnaire: canonicalOf('Questionnaire', questionnaire),
      status: 'completed',
      basedOn: [{ reference: `ServiceRequest/${row.id}` }],
      subject: { reference: `Patient/${resident}` },
      authored: at,
      author,
      source: { reference: `Patient/${resident}` },
      item: responseItems(questionnaire, part, OMZIEN),
    };
    await createInside(ground, trx, actor, { resource, resident, ...why, parties: [row.team] }, door);
  }
  for (const question of questionsOf(questionnaire)) {
    const value = answers[question.linkId];
    if (question.type !== 'scale' || typeof value !== 'number') continue;
    const resource: Resource = {
      resourceType: 'Observation',
      status: 'final',
      category: [
        { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }] },
      ],
      code: {
        coding: [
          {
            system: SYSTEM.question,
            code: `${questionnaire.id}.${question.linkId}`,
            display: question.title ?? question.text,
          },
        ],
        text: question.title ?? question.text,
      },
      subject: { reference: `Patient/${resident}` },
      basedOn: [{ reference: `ServiceRequest/${row.id}` }],
      effectiveDateTime: at,
      valueInteger: value,
      performer: [author.reference.startsWith('Device') ? { reference: `Patient/${resident}` } : author],
    };
    await createInside(ground, trx, actor, { resource, resident, ...why, parties: [row.team] }, door);
  }
}
