import { localDate } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, type Posted, text } from '../../../../web/index.ts';
import type { CaseRow } from '../../../case-store.ts';
import type { PathwayGround } from '../../../ground.ts';
import { organisationBehind } from '../../../messages/recipients.ts';
import { ownCases } from '../../../read/case.ts';
import { openThread, ownThreads } from '../../../read/messages.ts';
import { markRead, sendMessage } from '../../../service/messages.ts';
import { idIn } from '../../../shapes.ts';
import { messageViews, readMessage, refusalOf, type Shown } from '../../shared/index.ts';
import { messagesPage, type NewMessagePage, newMessagePage, nobodyPage, threadPage } from './view.tsx';
import { messagesWords } from './words.ts';

/** GET /mijn/berichten */
export async function showMessages(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const threads = await ownThreads(ground, ask.actor, ask.door);
  if (!threads.ok) return { problem: threads.problem };
  const rows = threads.value.map((thread) => ({ thread, team: teamName(ground, thread.team) }));
  return messagesPage(ask.context, rows);
}

const teamName = (ground: PathwayGround, team: string | null): string | undefined =>
  team ? ground.definitions.organisationName(idIn(team)) : undefined;

/** GET /mijn/berichten/:thread; what was written to the resident is read from now on. */
export async function showThread(ground: PathwayGround, ask: Ask, form?: Shown): Promise<Answer> {
  const id = ask.param('thread');
  const opened = await openThread(ground, ask.actor, id, ask.door);
  if (!opened.ok || !opened.value) return { problem: opened.ok ? ABSENT_THREAD : opened.problem };
  const { thread, messages } = opened.value;
  if (thread.unread_resident > 0) await markRead(ground, ask.actor, { thread: thread.id }, ask.door);
  const draft = form ? undefined : await ask.draft();
  const organisation = thread.team ? organisationBehind(ground.definitions, thread.team) : undefined;
  const page = threadPage(ask.context, {
    thread,
    team: teamName(ground, thread.team),
    phone: organisation?.phone,
    messages: messageViews(messages, 'resident', ask.context.lang),
    crisis: ground.definitions.in(ask.context.lang).region.crisis,
    form: form ?? (draft ? { values: draft } : {}),
  });
  return form ? { again: page } : page;
}

const ABSENT_THREAD = { kind: 'absent', text: '' } as const;

/** POST /mijn/berichten/:thread */
export async function reply(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const id = ask.param('thread');
  const { lang } = ask.context;
  const opened = await openThread(ground, ask.actor, id, ask.door);
  if (!opened.ok || !opened.value) return { problem: opened.ok ? ABSENT_THREAD : opened.problem };
  const { thread } = opened.value;
  const again = (errors: Readonly<Record<string, string>>) => showThread(ground, ask, { values: ask.posted, errors });
  const read = readMessage(ask.posted, lang);
  if (!read.ok) return again(read.errors);
  const message = { resident: thread.resident_id, caseId: thread.case_id ?? '', text: read.value.text };
  const done = await sendMessage(ground, ask.actor, message, ask.door);
  if (!done.ok) {
    const errors = refusalOf(done.problem, ['text'], 'text', lang);
    return errors ? again(errors) : { problem: done.problem };
  }
  return { to: `/mijn/berichten/${id}`, flash: { kind: 'good', text: messagesWords(lang).sent } };
}

/** The cases in which a team reads now, newest first. */
async function writable(ground: PathwayGround, ask: Ask): Promise<readonly CaseRow[]> {
  const cases = await ownCases(ground, ask.actor, ask.door);
  if (!cases.ok) return [];
  return cases.value.filter((row) => row.closed_at === null && row.stage !== 'referred');
}

/** GET /mijn/berichten/nieuw; `dienst` names a service of the directory that it is about. */
export async function showNewMessage(ground: PathwayGround, ask: Ask, form?: Shown): Promise<Answer> {
  const cases = await writable(ground, ask);
  if (cases.length === 0) return nobodyPage(ask.context);
  const { lang } = ask.context;
  const asked = form ? text(form.values ?? {}, 'dienst') : (ask.query('dienst') ?? '');
  const service = asked ? ground.definitions.service(asked) : undefined;
  const draft = form ? undefined : await ask.draft();
  const words = messagesWords(lang);
  const begun = service
    ? words.aboutText({ service: service.name })
    : ask.query('over') === 'dag'
      ? words.otherDay
      : undefined;
  const typed: Posted = begun ? { text: begun } : {};
  const view: NewMessagePage = {
    cases: cases.map((row) => ({ id: row.id, number: row.number, team: teamName(ground, row.team) ?? '' })),
    phone: organisationBehind(ground.definitions, cases[0]!.team)?.phone,
    service: service && { id: service.id, name: service.name },
    crisis: ground.definitions.in(ask.context.lang).region.crisis,
    form: form ?? { values: draft ?? typed },
    today: localDate(ground.clock.now()),
  };
  const page = newMessagePage(ask.context, view);
  return form ? { again: page } : page;
}

/** POST of the same. */
export async function sendNewMessage(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const cases = await writable(ground, ask);
  if (cases.length === 0) return { to: '/mijn/berichten/nieuw' };
  const { lang } = ask.context;
  const again = (errors: Readonly<Record<string, string>>) =>
    showNewMessage(ground, ask, { values: ask.posted, errors });
  const named = cases.length === 1 ? cases[0]! : cases.find((row) => row.id === text(ask.posted, 'zaak'));
  const read = readMessage(ask.posted, lang);
  if (!read.ok || !named)
    return again({
      ...(named ? {} : { zaak: messagesWords(lang).chooseCase }),
      ...(read.ok ? {} : read.errors),
    });
  const service = ground.definitions.service(text(ask.posted, 'dienst'))?.id;
  const message = { resident: named.resident_id, caseId: named.id, text: read.value.text, service };
  const done = await sendMessage(ground, ask.actor, message, ask.door);
  if (!done.ok) {
    const errors = refusalOf(done.problem, ['text'], 'text', lang);
    return errors ? again(errors) : { problem: done.problem };
  }
  return { to: '/mijn/berichten', flash: { kind: 'good', text: messagesWords(lang).sent } };
}
