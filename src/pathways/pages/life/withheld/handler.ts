import { ABSENT, addDays, asLocalDate, residentOf } from '../../../../platform/index.ts';
import { dateOfParts, readDateParts } from '../../../../ui/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { liftWithheld, withhold } from '../../../service/withhold.ts';
import { refusalOf, type Shown } from '../../shared/index.ts';
import { lifePath, openLife } from '../parts.tsx';
import { lifeWords } from '../words.ts';
import { entryRows } from './presenter.ts';
import { withheldPage } from './view.tsx';
import { withheldWords } from './words.ts';

/** The day that stands in the form: three months on. */
const USUAL_DAYS = 90;

/** GET /werk/zaak/:case/afgeschermd */
export async function showWithheld(ground: PathwayGround, ask: Ask, form?: Shown): Promise<Answer> {
  const opened = await openLife(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const on = opened.value;
  const entries = entryRows(on.view, ground.definitions, ask.context.lang);
  const draft = form ? undefined : await ask.draft();
  const review = addDays(on.today, USUAL_DAYS);
  const page = withheldPage(
    ask.context,
    on,
    { entries, held: on.view.withheld, review },
    form ?? (draft ? { values: draft } : {}),
  );
  return form ? { again: page } : page;
}

/** POST /werk/zaak/:case/afgeschermd */
export async function keepAway(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { problem: ABSENT };
  const words = withheldWords(ask.context.lang);
  const again = (errors: Readonly<Record<string, string>>) => showWithheld(ground, ask, { values: ask.posted, errors });
  const [entry, reason] = [text(ask.posted, 'entry'), text(ask.posted, 'reason')];
  const review = dateOfParts(readDateParts(ask.posted, 'review'));
  const errors = {
    ...(entry ? {} : { entry: words.mistakes.entry }),
    ...(reason ? {} : { reason: words.mistakes.reason }),
    ...(review ? {} : { review: words.mistakes.review }),
  };
  if (Object.keys(errors).length > 0) return again(errors);
  const what = { resident, caseId, entry, reason, review: asLocalDate(review!) };
  const done = await withhold(ground, ask.actor, what, ask.door);
  if (!done.ok) {
    const mistakes = refusalOf(done.problem, ['entry', 'reason', 'review'], 'entry', ask.context.lang);
    return mistakes ? again(mistakes) : { problem: done.problem };
  }
  return { to: lifePath(ask.actor.role, caseId, 'afgeschermd'), flash: { kind: 'good', text: words.done } };
}

/** POST /werk/zaak/:case/afgeschermd/:entry/tonen */
export async function showAgain(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { problem: ABSENT };
  const done = await liftWithheld(ground, ask.actor, { resident, caseId, entry: ask.param('entry') }, ask.door);
  const back = lifePath(ask.actor.role, caseId, 'afgeschermd');
  if (!done.ok) return { problem: done.problem, action: { href: back, label: lifeWords(ask.context.lang).back } };
  return { to: back, flash: { kind: 'good', text: withheldWords(ask.context.lang).lifted } };
}
