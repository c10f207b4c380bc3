import { ABSENT, asLocalDate, residentOf } from '../../../../platform/index.ts';
import { dateOfParts, formatDate, isEmptyDate, readDateParts } from '../../../../ui/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import { pauseCase } from '../../../service/case.ts';
import { paths, type Shown } from '../../shared/index.ts';
import { refused, showAct } from '../act.ts';
import type { CoachParts } from '../parts.ts';
import { pauseEndWords } from './end-words.ts';
import { pausePage } from './view.tsx';
import { pauseWords } from './words.ts';

/** GET /werk/zaak/:case/pauze */
export async function showPause(parts: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  return showAct(parts, ask, (on, shown) => pausePage(ask.context, on, shown), form);
}

/** POST /werk/zaak/:case/pauze */
export async function pause(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { problem: ABSENT };
  const words = pauseWords(ask.context.lang);
  const ends = pauseEndWords(ask.context.lang);
  const again = (errors: Readonly<Record<string, string>>) => showPause(parts, ask, { values: ask.posted, errors });
  const reason = text(ask.posted, 'reason');
  if (!reason) return again({ reason: words.mistake });
  const day = readDateParts(ask.posted, 'expected');
  const expected = dateOfParts(day);
  const errors = {
    ...(reason.length > 200 ? { reason: words.tooLong } : {}),
    ...(expected || isEmptyDate(day) ? {} : { expected: ends.mistake }),
  };
  if (Object.keys(errors).length > 0) return again(errors);
  const done = await pauseCase(
    parts.ground,
    ask.actor,
    { resident, caseId, reason, ...(expected ? { expected: asLocalDate(expected) } : {}) },
    ask.door,
  );
  if (!done.ok) return refused(ask, done.problem, ['reason', 'expected'], again);
  return {
    to: paths.case(caseId),
    flash: {
      kind: 'good',
      text: expected ? ends.done({ date: formatDate(expected, 'long', ask.context.lang) }) : words.done,
    },
  };
}
