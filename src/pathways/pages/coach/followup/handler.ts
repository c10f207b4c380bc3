import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import type { Definitions } from '../../../ground.ts';
import { keepQuestionnaire } from '../../../service/conversation.ts';
import { paths, type Shown } from '../../shared/index.ts';
import { refused, showAct } from '../act.ts';
import { type CoachParts, type OpenedCase, openOwnCase } from '../parts.ts';
import { readQuestions } from '../questions.tsx';
import { followUpPage, type LookBack } from './view.tsx';
import { followUpWords } from './words.ts';

/** The questionnaires of the look back, the experience first: with the measure the look back is complete. */
export function lookBackOf(definitions: Definitions, { pathway }: OpenedCase): readonly LookBack[] {
  const { measure } = pathway.questionnaires;
  return (pathway.followUp?.questionnaires ?? []).map((id) => ({
    questionnaire: definitions.questionnaire(id),
    prefix: id === measure ? 'welzijn-' : 'ervaring-',
  }));
}

/** GET /werk/zaak/:case/terugkijken */
export async function showFollowUp(parts: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  const definitions = parts.ground.definitions.in(ask.context.lang);
  const { crisis } = definitions.region;
  return showAct(
    parts,
    ask,
    (on, shown) => followUpPage(ask.context, on, { parts: lookBackOf(definitions, on), crisis }, shown),
    form,
  );
}

/** POST /werk/zaak/:case/terugkijken: what was answered is kept, each questionnaire by itself. */
export async function keepFollowUp(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { resident, caseId } = opened.value;
  const { lang } = ask.context;
  const again = (errors: Readonly<Record<string, string>>) => showFollowUp(parts, ask, { values: ask.posted, errors });
  const asked = lookBackOf(parts.ground.definitions.in(lang), opened.value);
  const reads = asked.map((one) => ({ ...one, read: readQuestions(one.questionnaire, ask.posted, one.prefix, lang) }));
  const errors = Object.assign({}, ...reads.map(({ read }) => (read.ok ? {} : read.errors))) as Record<string, string>;
  if (Object.keys(errors).length > 0) return again(errors);
  const filled = reads.filter(({ read }) => read.ok && Object.keys(read.value).length > 0);
  const firstField = `${asked[0]?.prefix ?? ''}${asked[0]?.questionnaire.items[0]?.linkId ?? ''}`;
  if (filled.length === 0) return again({ [firstField]: followUpWords(lang).nothing });
  for (const { questionnaire, read } of filled) {
    if (!read.ok) continue;
    const done = await keepQuestionnaire(
      parts.ground,
      ask.actor,
      { resident, caseId, questionnaire: questionnaire.id, answers: read.value },
      ask.door,
    );
    if (!done.ok) return refused(ask, done.problem, [firstField], again);
  }
  return { to: paths.case(caseId), flash: { kind: 'good', text: followUpWords(lang).done } };
}
