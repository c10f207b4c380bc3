import type { Actor } from '../../../../platform/index.ts';
import type { FormState } from '../../../../ui/index.ts';
import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { answerInvitation, openInvitation } from '../../../service/follow-up.ts';
import { publicWords } from '../words.ts';
import { readQuestions } from './form.ts';
import { questionsPage, saidPage } from './view.tsx';

type Anyone = Actor | undefined;

/** Keeps this address out of search engines and out of what the browser tells the next site. */
function keepSecret(ask: Ask<Anyone>): void {
  ask.c.header('x-robots-tag', 'noindex, nofollow');
  ask.c.header('referrer-policy', 'no-referrer');
  ask.c.header('cache-control', 'no-store');
}

/** GET /vragen/:token */
export async function showQuestions(ground: PathwayGround, ask: Ask<Anyone>): Promise<Answer> {
  keepSecret(ask);
  const found = await openInvitation(ground, ask.param('token'));
  if (!found.ok) return gone(ask);
  return questionsPage(ask.context, ask.param('token'), questionnairesOf(ground, ask, found.value.questionnaires));
}

/** POST /vragen/:token */
export async function answerQuestions(ground: PathwayGround, ask: FormAsk<Anyone>): Promise<Answer> {
  keepSecret(ask);
  const token = ask.param('token');
  const found = await openInvitation(ground, token);
  if (!found.ok) return gone(ask);
  const questionnaires = questionnairesOf(ground, ask, found.value.questionnaires);
  const form = readQuestions(ask.posted, questionnaires, publicWords(ask.context.lang).questions);
  if (!form.ok) {
    const values = ask.posted as NonNullable<FormState['values']>;
    return { again: questionsPage(ask.context, token, questionnaires, { values, errors: form.errors }) };
  }
  const kept = await answerInvitation(ground, token, form.value, ask.door);
  return kept.ok ? { to: '/vragen/bedankt' } : gone(ask);
}

/** GET /vragen/bedankt */
export function showThanks(ask: Ask<Anyone>): Answer {
  keepSecret(ask);
  return saidPage(ask.context, 'thanks');
}

const questionnairesOf = (ground: PathwayGround, ask: Ask<Anyone>, ids: readonly string[]) =>
  ids.map((id) => ground.definitions.in(ask.context.lang).questionnaire(id));

function gone(ask: Ask<Anyone>): Answer {
  return ask.c.html(saidPage(ask.context, 'gone'), 410);
}
