import { depart, SAID, stateOf } from '../../../../directory/index.ts';
import { asLocalDate, localDate } from '../../../../platform/index.ts';
import { dateOfParts, formatDate, readDateParts } from '../../../../ui/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { endWithCases } from '../../../service/staff.ts';
import { refusalOf, type Shown } from '../../shared/index.ts';
import { type OnColleague, openColleague } from '../colleague.ts';
import { adminPaths } from '../paths.ts';
import { refusedOn } from '../person/handler.ts';
import { type Covered, coveredTeams, missingTakers, readTakers } from '../takers.tsx';
import { adminWords } from '../words.ts';
import { departurePage } from './view.tsx';
import { departureWords } from './words.ts';

const teamsOf = (on: OnColleague) => [
  ...new Set(on.colleague.roles.filter((role) => role.open).flatMap((role) => role.services)),
];
const covered = (ground: PathwayGround, on: OnColleague): Promise<readonly Covered[]> =>
  coveredTeams(ground, on.colleague, { teams: teamsOf(on), others: on.others, nameOf: on.nameOf });

/** GET /organisatie/mensen/:person/vertrek */
export async function showDeparture(ground: PathwayGround, ask: Ask, form?: Shown): Promise<Answer> {
  const opened = await openColleague(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  if (!opened.value.colleague.active) return { to: adminPaths.person(opened.value.id) };
  const page = departurePage(ask.context, {
    on: opened.value,
    covered: await covered(ground, opened.value),
    form: form ?? { values: (await ask.draft()) ?? {} },
  });
  return form ? { again: page } : page;
}

/** POST /organisatie/mensen/:person/vertrek: cases go over first, in the same press. */
export async function recordDeparture(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const opened = await openColleague(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const on = opened.value;
  const { lang } = ask.context;
  const words = departureWords(lang);
  const values = ask.posted;
  const again = (errors: Readonly<Record<string, string>>) => showDeparture(ground, ask, { values, errors });
  const day = dateOfParts(readDateParts(values, 'lastDay'));
  if (!day) return again({ lastDay: words.mistakes.lastDay });
  const lastDay = asLocalDate(day);
  const today = localDate(ground.clock.now());
  if (lastDay < today) return again({ lastDay: SAID.dayGone[lang] });
  if (text(values, 'seen') !== stateOf(on.colleague)) return refusedOn(ask, { kind: 'conflict', text: SAID.overtaken });
  const cover = await covered(ground, on);
  const { person, name } = on.colleague;
  const done = await endWithCases(
    ground,
    ask.actor,
    { person, teams: teamsOf(on), takers: readTakers(values, cover) },
    ask.door,
    () => depart(ground, ask.actor, { person, seen: text(values, 'seen'), lastDay }, ask.door),
  );
  if (!done.ok) {
    if (done.problem.at?.some(({ place }) => place === 'cover')) {
      const missing = missingTakers(values, cover, adminWords(lang));
      return again(Object.keys(missing).length > 0 ? missing : { 'cover-1': adminWords(lang).takerMissing });
    }
    const errors = done.problem.at && refusalOf(done.problem, ['lastDay'], 'lastDay', lang);
    return errors ? again(errors) : refusedOn(ask, done.problem);
  }
  return {
    to: lastDay === today ? adminPaths.people : adminPaths.person(on.id),
    flash: {
      kind: 'good',
      text:
        lastDay === today
          ? words.doneNow({ name })
          : words.doneLater({ name, date: formatDate(lastDay, 'long', lang) }),
    },
  };
}
