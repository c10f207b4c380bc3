import { ABSENT } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import { removeFile, undoContact } from '../../../service/contact-mistake.ts';
import { paths, type Shown } from '../../shared/index.ts';
import { refused } from '../act.ts';
import { contactRows } from '../case/presenter.ts';
import { type CoachParts, openOwnCase } from '../parts.ts';
import { contactMistakePage } from './view.tsx';
import { contactMistakeWords } from './words.ts';

/** GET /werk/zaak/:case/contact/:contact/herstel */
export async function showContactMistake(parts: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const row = contactRows(opened.value, ask.context.lang).find((one) => one.key === ask.param('contact') && !one.fixed);
  if (!row || !opened.value.view.row) return { problem: ABSENT };
  if (row.wrong !== undefined) return { to: paths.case(opened.value.caseId) };
  const draft = form ? undefined : await ask.draft();
  const page = contactMistakePage(ask.context, opened.value, row, form ?? (draft ? { values: draft } : {}));
  return form ? { again: page } : page;
}

/** POST /werk/zaak/:case/contact/:contact/herstel */
export async function sayContactMistake(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { resident, caseId } = opened.value;
  const words = contactMistakeWords(ask.context.lang);
  const again = (errors: Readonly<Record<string, string>>) =>
    showContactMistake(parts, ask, { values: ask.posted, errors });
  const reason = text(ask.posted, 'reason');
  if (!reason) return again({ reason: words.mistake });
  if (reason.length > 200) return again({ reason: words.tooLong });
  const what = { resident, caseId, contact: ask.param('contact'), reason };
  const done = await undoContact(parts.ground, ask.actor, what, ask.door);
  if (!done.ok) return refused(ask, done.problem, ['reason'], again);
  return { to: paths.case(caseId), flash: { kind: 'good', text: words.done } };
}

/** POST /werk/zaak/:case/contact/:contact/bijlage/:file/weg */
export async function removeContactFile(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { resident, caseId } = opened.value;
  const what = { resident, caseId, contact: ask.param('contact'), file: ask.param('file') };
  const done = await removeFile(parts.ground, ask.actor, what, ask.door);
  const back = paths.case(caseId, `contact/${what.contact}/herstel`);
  if (!done.ok)
    return { problem: done.problem, action: { href: back, label: contactMistakeWords(ask.context.lang).title } };
  return { to: back, flash: { kind: 'good', text: contactMistakeWords(ask.context.lang).removed } };
}
