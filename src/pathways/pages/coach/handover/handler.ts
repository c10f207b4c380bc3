import { ABSENT, asLocalDate, localDate } from '../../../../platform/index.ts';
import { dateOfParts, isEmptyDate, readDateParts } from '../../../../ui/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import { teamMembers } from '../../../read/team.ts';
import {
  HAND_OVER_REASONS,
  type HandedOver,
  handBack,
  handOver as handOverCases,
  lentCases,
} from '../../../service/hand-over.ts';
import { idIn } from '../../../shapes.ts';
import { paths, refusalOf, type Shown } from '../../shared/index.ts';
import type { CoachParts } from '../parts.ts';
import { handOverPage, type Team } from './view.tsx';
import { handOverWords } from './words.ts';

async function teamsOf({ ground }: CoachParts, ask: Ask): Promise<readonly Team[]> {
  return Promise.all(
    ask.actor.services.map(async (id) => ({
      id,
      name: ground.definitions.organisationName(idIn(id)),
      members: await teamMembers(ground, ask.actor, id),
    })),
  );
}

/** GET /werk/overdragen */
export async function showHandOver(parts: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  const [teams, lent] = [await teamsOf(parts, ask), await lentCases(parts.ground, ask.actor)];
  const today = localDate(parts.ground.clock.now());
  const page = handOverPage(ask.context, { teams, lent, today }, form ?? { values: (await ask.draft()) ?? {} });
  return form ? { again: page } : page;
}

/** POST /werk/overdragen: leave or illness; one that cannot go over does not hold the others. */
export async function handOver(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const words = handOverWords(ask.context.lang);
  const values = ask.posted;
  const suffix = /^-\d$/.test(text(values, 'suffix')) ? text(values, 'suffix') : '';
  const team = (await teamsOf(parts, ask)).find((one) => one.id === text(values, 'team'));
  if (!team) return { problem: ABSENT };
  const named = (field: string) => team.members.find((member) => member.person === text(values, `${field}${suffix}`));
  const [from, to] = [named('from'), named('to')];
  const reason = HAND_OVER_REASONS.find((one) => one === text(values, `reason${suffix}`));
  const day = readDateParts(values, `until${suffix}`);
  const until = dateOfParts(day);
  const errors = {
    ...(from ? {} : { [`from${suffix}`]: words.mistakes.from }),
    ...(to ? (to === from ? { [`to${suffix}`]: words.mistakes.same } : {}) : { [`to${suffix}`]: words.mistakes.to }),
    ...(reason ? {} : { [`reason${suffix}`]: words.mistakes.reason }),
    ...(until || isEmptyDate(day) ? {} : { [`until${suffix}`]: words.mistakes.until }),
  };
  if (!from || !to || !reason || Object.keys(errors).length > 0) return showHandOver(parts, ask, { values, errors });
  const forATime = (reason === 'leave' || reason === 'illness') && until;
  const done = await handOverCases(
    parts.ground,
    ask.actor,
    { team: team.id, from, to, reason, ...(forATime ? { until: asLocalDate(until) } : {}) },
    ask.door,
  );
  if (!done.ok) {
    const wrong = refusalOf(done.problem, ['until'], 'until', ask.context.lang);
    if (!wrong) return { problem: done.problem };
    const placed = Object.fromEntries(Object.entries(wrong).map(([name, said]) => [`${name}${suffix}`, said]));
    return showHandOver(parts, ask, { values, errors: placed });
  }
  return {
    to: paths.work,
    flash: told(done.value, words.done({ count: done.value.handed, name: to.name }), words.kept),
  };
}

/** POST /werk/overdragen/terug: who was away is back. */
export async function giveBack(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const words = handOverWords(ask.context.lang);
  const lent = (await lentCases(parts.ground, ask.actor)).find(
    (one) =>
      one.team === text(ask.posted, 'team') &&
      one.from.person === text(ask.posted, 'from') &&
      one.to.person === text(ask.posted, 'to'),
  );
  if (!lent) return { problem: ABSENT };
  const done = await handBack(parts.ground, ask.actor, lent, ask.door);
  if (!done.ok) return { problem: done.problem };
  const went = words.backDone({ count: done.value.handed, name: lent.from.name });
  return { to: paths.handOver, flash: told(done.value, went, words.kept) };
}

function told({ kept }: HandedOver, went: string, words: (p: { names: string }) => string) {
  return kept.length > 0
    ? { kind: 'error' as const, text: `${went} ${words({ names: kept.map(({ label }) => label).join(', ') })}` }
    : { kind: 'good' as const, text: went };
}
