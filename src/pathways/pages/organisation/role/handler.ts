import {
  type Colleague,
  type ColleagueRole,
  changeServices,
  giveRole,
  ROLES_WITH_SERVICES,
  SAID,
  stateOf,
  takeRole,
} from '../../../../directory/index.ts';
import { ABSENT } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, roleLabel, text } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { endWithCases } from '../../../service/staff.ts';
import { refusalOf, type Shown } from '../../shared/index.ts';
import { type OnColleague, openColleague } from '../colleague.ts';
import { adminPaths } from '../paths.ts';
import { refusedOn } from '../person/handler.ts';
import { coveredTeams, missingTakers, readTakers } from '../takers.tsx';
import { servicesIn, wishesIn } from '../wish.ts';
import { adminWords } from '../words.ts';
import { giveRolePage, rolePage } from './view.tsx';
import { roleWords } from './words.ts';

/** GET /organisatie/mensen/:person/rol */
export async function showGiveRole(ground: PathwayGround, ask: Ask, form?: Shown): Promise<Answer> {
  const opened = await openColleague(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const self = opened.value.colleague.person === ask.actor.person;
  const page = giveRolePage(ask.context, opened.value, self, form ?? { values: (await ask.draft()) ?? {} });
  return form ? { again: page } : page;
}

/** POST /organisatie/mensen/:person/rol */
export async function giveColleagueRole(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const opened = await openColleague(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { colleague, organisation } = opened.value;
  const words = roleWords(ask.context.lang);
  const values = ask.posted;
  const [wish] = wishesIn(values, organisation);
  if (!wish) return showGiveRole(ground, ask, { values, errors: { role: words.mistakes.role } });
  if (ROLES_WITH_SERVICES.includes(wish.code) && wish.services.length === 0)
    return showGiveRole(ground, ask, { values, errors: { services: words.mistakes.services } });
  const done = await giveRole(
    ground,
    ask.actor,
    { person: colleague.person, seen: text(values, 'seen'), wish },
    ask.door,
  );
  if (!done.ok) {
    const errors = done.problem.at && refusalOf(done.problem, ['role', 'services'], 'role', ask.context.lang);
    return errors ? showGiveRole(ground, ask, { values, errors }) : refusedOn(ask, done.problem);
  }
  return {
    to: adminPaths.person(ask.param('person')),
    flash: {
      kind: 'good',
      text: words.given({ role: roleLabel(wish.code, ask.context.lang), name: colleague.name }),
    },
  };
}

const heldRole = (colleague: Colleague, ask: Ask): ColleagueRole | undefined =>
  colleague.roles.find((role) => role.open && role.id === ask.param('role'));

const covered = (ground: PathwayGround, on: OnColleague, role: ColleagueRole) =>
  coveredTeams(ground, on.colleague, { teams: role.services, others: on.others, nameOf: on.nameOf });

/** GET /organisatie/mensen/:person/rol/:role */
export async function showRole(ground: PathwayGround, ask: Ask, form?: Shown): Promise<Answer> {
  const opened = await openColleague(ground, ask, (colleague) => heldRole(colleague, ask) !== undefined);
  if (!opened.ok) return { problem: opened.problem };
  const role = heldRole(opened.value.colleague, ask);
  if (!role) return { problem: ABSENT };
  const page = rolePage(ask.context, {
    on: opened.value,
    role,
    covered: await covered(ground, opened.value, role),
    form: form ?? { values: (await ask.draft()) ?? { services: [...role.services] } },
  });
  return form ? { again: page } : page;
}

/** POST /organisatie/mensen/:person/rol/:role: other teams, or the role is taken; cases in what ends go over first. */
export async function changeRole(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const opened = await openColleague(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const on = opened.value;
  const role = heldRole(on.colleague, ask);
  // Taken by somebody else meanwhile: said on the page of the colleague.
  if (!role) return { to: adminPaths.person(on.id) };
  const words = roleWords(ask.context.lang);
  const values = ask.posted;
  const again = (errors: Readonly<Record<string, string>>) => showRole(ground, ask, { values, errors });
  const takes = text(values, 'act') === 'take';
  const services = takes ? [] : servicesIn(values, on.organisation);
  if (!takes && services.length === 0) return again({ services: words.mistakes.services });
  const ending = role.services.filter((one) => !services.includes(one));
  const cover = await covered(ground, on, role);
  const person = on.colleague.person;
  const change = { person, seen: text(values, 'seen'), role: role.id };
  if (change.seen !== stateOf(on.colleague)) return refusedOn(ask, OVERTAKEN);
  const done = await endWithCases(
    ground,
    ask.actor,
    { person, teams: ending, takers: readTakers(values, cover) },
    ask.door,
    () =>
      takes
        ? takeRole(ground, ask.actor, change, ask.door)
        : changeServices(ground, ask.actor, { ...change, services }, ask.door),
  );
  if (!done.ok) {
    if (done.problem.at?.some(({ place }) => place === 'cover')) {
      const missing = missingTakers(
        values,
        cover.filter(({ team }) => ending.includes(team)),
        adminWords(ask.context.lang),
      );
      return again(
        Object.keys(missing).length > 0 ? missing : { 'cover-1': adminWords(ask.context.lang).takerMissing },
      );
    }
    const errors = done.problem.at && refusalOf(done.problem, ['services'], 'services', ask.context.lang);
    return errors && role.services.length > 0 ? again(errors) : refusedOn(ask, done.problem);
  }
  return {
    to: adminPaths.person(on.id),
    flash: {
      kind: 'good',
      text: takes
        ? words.taken({ role: roleLabel(role.code, ask.context.lang), name: on.colleague.name })
        : words.saved,
    },
  };
}

const OVERTAKEN = { kind: 'conflict', text: SAID.overtaken } as const;
