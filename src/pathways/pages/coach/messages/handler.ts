import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import { openCaseThread, teamThreads } from '../../../read/messages.ts';
import { markRead, sendMessage } from '../../../service/messages.ts';
import { messageViews, paths, readMessage, type Shown } from '../../shared/index.ts';
import { refused } from '../act.ts';
import { type CoachParts, openOwnCase } from '../parts.ts';
import { caseMessagesPage, teamMessagesPage } from './view.tsx';
import { coachMessagesWords } from './words.ts';

/** GET /werk/berichten */
export async function showTeamMessages({ ground }: CoachParts, ask: Ask): Promise<Answer> {
  const threads = await teamThreads(ground, ask.actor, ask.door);
  return threads.ok ? teamMessagesPage(ask.context, threads.value) : { problem: threads.problem };
}

/** GET /werk/zaak/:case/berichten; what the resident wrote is read from now on. */
export async function showCaseMessages(parts: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  const { ground } = parts;
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const on = opened.value;
  if (on.view.firstTask?.status === 'requested') return { to: paths.case(on.caseId) };
  const found = await openCaseThread(ground, ask.actor, on, ask.door);
  const thread = found.ok ? found.value : undefined;
  if (thread && thread.thread.unread_other > 0)
    await markRead(ground, ask.actor, { thread: thread.thread.id }, ask.door);
  const draft = form ? undefined : await ask.draft();
  const messages = messageViews(thread?.messages ?? [], 'other', ask.context.lang);
  const closed = !found.ok || !on.view.row || on.view.row.closed_at !== null || (thread?.thread.closed ?? false);
  const page = caseMessagesPage(ask.context, on, {
    messages,
    closed,
    crisis: ground.definitions.in(ask.context.lang).region.crisis,
    form: form ?? (draft ? { values: draft } : {}),
  });
  return form ? { again: page } : page;
}

/** POST /werk/zaak/:case/berichten */
export async function sendCaseMessage(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { resident, caseId } = opened.value;
  const { lang } = ask.context;
  const again = (errors: Readonly<Record<string, string>>) =>
    showCaseMessages(parts, ask, { values: ask.posted, errors });
  const read = readMessage(ask.posted, lang);
  if (!read.ok) return again(read.errors);
  const done = await sendMessage(parts.ground, ask.actor, { resident, caseId, text: read.value.text }, ask.door);
  if (!done.ok) return refused(ask, done.problem, ['text'], again);
  return { to: paths.case(caseId, 'berichten'), flash: { kind: 'good', text: coachMessagesWords(lang).sent } };
}
