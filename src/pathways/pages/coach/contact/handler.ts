import { localDate } from '../../../../platform/index.ts';
import { formatDate, type Language } from '../../../../ui/index.ts';
import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import { nextTry } from '../../../model/index.ts';
import { recordContact } from '../../../service/contact.ts';
import { paths, readFiles, type Shown } from '../../shared/index.ts';
import { refused, showAct } from '../act.ts';
import { contactRows } from '../case/presenter.ts';
import { type CoachParts, type OpenedCase, openOwnCase } from '../parts.ts';
import { readContact } from './form.ts';
import { contactPage } from './view.tsx';
import { contactWords } from './words.ts';

/** GET /werk/zaak/:case/contact */
export async function showContact(parts: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  const { crisis } = parts.ground.definitions.in(ask.context.lang).region;
  const { lang } = ask.context;
  return showAct(
    parts,
    ask,
    (on, shown) => contactPage(ask.context, on, { crisis, advice: adviceOf(parts, on, lang) }, shown),
    form,
  );
}

/** What was tried, and what to try next, in words; nothing once the resident was reached. */
function adviceOf({ ground }: CoachParts, on: OpenedCase, lang: Language): readonly string[] {
  const words = contactWords(lang);
  const tried = contactRows(on, lang).flatMap((row) => row.tried ?? []);
  const next = nextTry(on.pathway, tried, ground.definitions.holidays);
  if (!next) return [];
  const today = localDate(ground.clock.now());
  const said =
    next.kind === 'again'
      ? words.suggest.again({ day: formatDate([next.by, today].toSorted().at(-1)!, 'weekday', lang) })
      : words.suggest[next.kind];
  return [...(tried.length > 0 ? [words.tries({ count: tried.length, most: on.pathway.contact.attempts })] : []), said];
}

/** POST /werk/zaak/:case/contact */
export async function addContact(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { resident, caseId, pathway } = opened.value;
  const { lang } = ask.context;
  const words = contactWords(lang);
  const again = (errors: Readonly<Record<string, string>>) => showContact(parts, ask, { values: ask.posted, errors });
  const read = readContact(ask.posted, pathway, lang);
  const files = await readFiles(ask.files, lang);
  if (!read.ok) return again({ ...read.errors, ...(files.ok ? {} : { files: files.mistake }) });
  if (!files.ok) return again({ files: files.mistake });
  const { reached, ...attempt } = read.value;
  const what = { resident, caseId, ...attempt, files: files.value };
  const done = await recordContact(parts.ground, ask.actor, what, ask.door);
  if (!done.ok) return refused(ask, done.problem, ['kind', 'outcome', 'note', 'files'], again);
  return { to: paths.case(caseId), flash: { kind: 'good', text: reached ? words.reached : words.notReached } };
}
