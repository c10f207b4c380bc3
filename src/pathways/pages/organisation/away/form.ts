import { LEAVE_KINDS, type NewLeave } from '../../../../directory/index.ts';
import { asLocalDate } from '../../../../platform/index.ts';
import { dateOfParts, isEmptyDate, type Language, readDateParts } from '../../../../ui/index.ts';
import { type Posted, text } from '../../../../web/index.ts';
import { mistakes, type Read } from '../../shared/index.ts';
import { awayWords } from './words.ts';

/** Reads a time away: kind, days, who takes over, and whether open cases go along now. */
export function readAway(posted: Posted, lang: Language): Read<{ readonly leave: NewLeave; readonly hand: boolean }> {
  const words = awayWords(lang).mistakes;
  const wrong = mistakes();
  const kind = LEAVE_KINDS.find((one) => one === text(posted, 'kind'));
  if (!kind) wrong.add('kind', words.kind);
  const from = dateOfParts(readDateParts(posted, 'from'));
  if (!from) wrong.add('from', words.from);
  const lastDay = readDateParts(posted, 'until');
  const until = dateOfParts(lastDay);
  if (!until && !isEmptyDate(lastDay)) wrong.add('until', words.until);
  const cover = text(posted, 'cover') || null;
  const hand = text(posted, 'hand') === 'yes';
  if (hand && cover === null) wrong.add('cover', words.cover);
  const errors = wrong.found();
  if (errors || !kind || !from) return { ok: false, errors: errors ?? {} };
  return {
    ok: true,
    value: {
      leave: { kind, from: asLocalDate(from), until: until ? asLocalDate(until) : null, cover },
      hand,
    },
  };
}
