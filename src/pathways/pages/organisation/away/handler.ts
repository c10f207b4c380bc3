import { setLeave } from '../../../../directory/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { handOverCases } from '../../../service/staff.ts';
import { refusalOf, type Shown } from '../../shared/index.ts';
import { openColleague } from '../colleague.ts';
import { adminPaths } from '../paths.ts';
import { refusedOn } from '../person/handler.ts';
import { adminWords } from '../words.ts';
import { readAway } from './form.ts';
import { awayPage } from './view.tsx';
import { awayWords } from './words.ts';

/** GET /organisatie/mensen/:person/afwezig */
export async function showAway(ground: PathwayGround, ask: Ask, form?: Shown): Promise<Answer> {
  const opened = await openColleague(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const page = awayPage(ask.context, opened.value, form ?? { values: (await ask.draft()) ?? {} });
  return form ? { again: page } : page;
}

/** POST /organisatie/mensen/:person/afwezig; the open cases go over in the same press where that is ticked. */
export async function keepAway(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const opened = await openColleague(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { colleague, others } = opened.value;
  const values = ask.posted;
  const read = readAway(values, ask.context.lang);
  if (!read.ok) return showAway(ground, ask, { values, errors: read.errors });
  const { leave, hand } = read.value;
  const done = await setLeave(
    ground,
    ask.actor,
    { person: colleague.person, seen: text(values, 'seen'), leave },
    ask.door,
  );
  if (!done.ok) {
    const errors = done.problem.at && refusalOf(done.problem, ['from', 'until', 'cover'], 'from', ask.context.lang);
    return errors ? showAway(ground, ask, { values, errors }) : refusedOn(ask, done.problem);
  }
  const to = adminPaths.person(ask.param('person'));
  const taker = others.find((one) => one.person === leave.cover);
  if (hand && taker) {
    const teams = colleague.roles.filter((role) => role.open).flatMap((role) => role.services);
    const takers = Object.fromEntries(
      teams.filter((team) => taker.services.includes(team)).map((team) => [team, taker.person]),
    );
    const handed = await handOverCases(
      ground,
      ask.actor,
      { person: colleague.person, takers, leave: done.value },
      ask.door,
    );
    if (!handed.ok || !handed.value.all)
      return { to, flash: { kind: 'error', text: adminWords(ask.context.lang).someStayed } };
  }
  return { to, flash: { kind: 'good', text: awayWords(ask.context.lang).saved } };
}
