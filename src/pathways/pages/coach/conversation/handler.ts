import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import type { Definitions } from '../../../ground.ts';
import { REFUSALS } from '../../../refusals.ts';
import { holdConversation } from '../../../service/conversation.ts';
import { paths, type Shown } from '../../shared/index.ts';
import { refused, showAct } from '../act.ts';
import { type CoachParts, type OpenedCase, openOwnCase } from '../parts.ts';
import { readQuestions } from '../questions.tsx';
import { type Asked, conversationPage, MEASURE } from './view.tsx';
import { conversationWords } from './words.ts';

function askedIn(definitions: Definitions, { pathway }: OpenedCase): Asked | undefined {
  const { conversation, measure } = pathway.questionnaires;
  if (!conversation) return undefined;
  return {
    conversation: definitions.questionnaire(conversation),
    measure: measure ? definitions.questionnaire(measure) : undefined,
    crisis: definitions.region.crisis,
  };
}

/** GET /werk/zaak/:case/gesprek */
export async function showConversation(parts: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  return showAct(
    parts,
    ask,
    (on, shown) => {
      const asked = askedIn(parts.ground.definitions.in(ask.context.lang), on);
      if (!asked) throw new Error('This pathway has no conversation.');
      return conversationPage(ask.context, on, asked, shown);
    },
    form,
  );
}

/** POST /werk/zaak/:case/gesprek: kept whole, or shown again whole. */
export async function keepConversation(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { resident, caseId } = opened.value;
  const asked = askedIn(parts.ground.definitions.in(ask.context.lang), opened.value);
  if (!asked)
    return {
      problem: {
        kind: 'absent',
        text: REFUSALS.noConversation,
      },
    };
  const { lang } = ask.context;
  const again = (errors: Readonly<Record<string, string>>) =>
    showConversation(parts, ask, { values: ask.posted, errors });
  const talk = readQuestions(asked.conversation, ask.posted, '', lang);
  const measure = asked.measure
    ? readQuestions(asked.measure, ask.posted, MEASURE, lang)
    : ({ ok: true, value: {} } as const);
  if (!talk.ok || !measure.ok) return again({ ...(talk.ok ? {} : talk.errors), ...(measure.ok ? {} : measure.errors) });
  const done = await holdConversation(
    parts.ground,
    ask.actor,
    { resident, caseId, answers: talk.value, measure: measure.value },
    ask.door,
  );
  if (!done.ok) return refused(ask, done.problem, ['matters'], again);
  return { to: paths.case(caseId), flash: { kind: 'good', text: conversationWords(lang).done } };
}
