import {
  confirmRoles,
  type Leave,
  leavesOf,
  oversee,
  systemsOf,
  type TiedSystem,
  untieSystem,
} from '../../../../directory/index.ts';
import { addDays, localDate, type Problem } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { casesAway, comeBack, handOverCases } from '../../../service/staff.ts';
import { type OnColleague, openColleague } from '../colleague.ts';
import { adminPaths, idIn } from '../paths.ts';
import { adminWords } from '../words.ts';
import { personPage } from './view.tsx';
import { personWords } from './words.ts';

type About = { readonly leaves: readonly Leave[]; readonly systems: readonly TiedSystem[] };

async function aboutOf(ground: PathwayGround, ask: Ask, on: OnColleague): Promise<About> {
  const { organisation } = ask.actor;
  const found = await oversee(ground, ask.actor, ask.door, { type: 'Practitioner', id: on.id }, async (trx) => ({
    leaves: await leavesOf(trx, organisation, on.colleague.person),
    systems: await systemsOf(trx, organisation, on.colleague.person),
  }));
  return found.ok ? found.value : { leaves: [], systems: [] };
}

/** GET /organisatie/mensen/:person */
export async function showPerson(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const opened = await openColleague(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { leaves, systems } = await aboutOf(ground, ask, opened.value);
  const today = localDate(ground.clock.now());
  return personPage(ask.context, {
    on: opened.value,
    today,
    quietSince: addDays(today, -90),
    systems,
    leaves: await Promise.all(
      leaves.map(async (leave) => ({ ...leave, casesAway: await casesAway(ground, leave.id) })),
    ),
  });
}

/** POST /organisatie/mensen/:person/klopt: the yearly check. */
export async function confirmPerson(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const person = `Practitioner/${ask.param('person')}`;
  const done = await confirmRoles(ground, ask.actor, { person, seen: text(ask.posted, 'seen') }, ask.door);
  if (!done.ok) return refusedOn(ask, done.problem);
  return back(ask, personWords(ask.context.lang).checkDone);
}

/** POST /organisatie/mensen/:person/overdragen: open cases go to who takes over during a leave. */
export async function handOverDuringLeave(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const opened = await openColleague(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const on = opened.value;
  const leave = (await aboutOf(ground, ask, on)).leaves.find((one) => one.id === text(ask.posted, 'leave'));
  const taker = on.others.find((one) => one.person === leave?.cover);
  if (!leave || !taker) return refusedOn(ask, GONE);
  const teams = on.colleague.roles.filter((role) => role.open).flatMap((role) => role.services);
  const takers = Object.fromEntries(
    teams.filter((team) => taker.services.includes(team)).map((team) => [team, taker.person]),
  );
  const done = await handOverCases(ground, ask.actor, { person: on.colleague.person, takers, leave }, ask.door);
  if (!done.ok) return refusedOn(ask, done.problem);
  const words = personWords(ask.context.lang);
  return done.value.all
    ? back(ask, words.handedOver({ name: taker.name }))
    : back(ask, adminWords(ask.context.lang).someStayed, 'error');
}

const GONE: Problem = {
  kind: 'conflict',
  text: {
    nl: 'Dit verlof is er niet meer, of wie waarneemt werkt niet meer in het team. Kijk wat er nu staat.',
    en: 'This time away is not there any more, or who takes over no longer works in the team. Look at what is there now.',
  },
};

/** POST /organisatie/mensen/:person/ontkoppelen: a sign-in at a system of the organisation no longer stands for this colleague. */
export async function untie(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const [issuer, subject] = [text(ask.posted, 'issuer'), text(ask.posted, 'subject')];
  const person = `Practitioner/${ask.param('person')}`;
  const done = await untieSystem(ground, ask.actor, { person, issuer, subject }, ask.door);
  if (!done.ok) return refusedOn(ask, done.problem);
  return back(ask, personWords(ask.context.lang).untied({ system: done.value.name }));
}

/** POST /organisatie/mensen/:person/terug */
export async function returnFromLeave(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const opened = await openColleague(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { person, name } = opened.value.colleague;
  const cases = text(ask.posted, 'cases') === 'back';
  const done = await comeBack(ground, ask.actor, { person, name, leave: text(ask.posted, 'leave'), cases }, ask.door);
  if (!done.ok) return refusedOn(ask, done.problem);
  const words = personWords(ask.context.lang);
  if (!done.value.all) return back(ask, adminWords(ask.context.lang).someStayed, 'error');
  return back(ask, cases ? words.backDoneCases : words.backDone);
}

function back(ask: Ask, told: string, kind: 'good' | 'error' = 'good'): Answer {
  return { to: adminPaths.person(ask.param('person')), flash: { kind, text: told } };
}

/** A refusal on a page of its own, with the way back to the colleague. */
export function refusedOn(ask: Ask, problem: Problem): Answer {
  if (problem.kind === 'absent') return { problem };
  return {
    problem,
    action: { href: adminPaths.person(idIn(ask.param('person'))), label: adminWords(ask.context.lang).back },
  };
}
