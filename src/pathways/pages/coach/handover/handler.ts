import { ABSENT } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import { teamMembers } from '../../../read/team.ts';
import { handOverAll } from '../../../service/case.ts';
import { idIn } from '../../../shapes.ts';
import { paths, type Shown } from '../../shared/index.ts';
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
  const page = handOverPage(ask.context, await teamsOf(parts, ask), form ?? { values: (await ask.draft()) ?? {} });
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
  const errors = {
    ...(from ? {} : { [`from${suffix}`]: words.mistakes.from }),
    ...(to ? (to === from ? { [`to${suffix}`]: words.mistakes.same } : {}) : { [`to${suffix}`]: words.mistakes.to }),
  };
  if (!from || !to || Object.keys(errors).length > 0) return showHandOver(parts, ask, { values, errors });
  const done = await handOverAll(parts.ground, ask.actor, { team: team.id, from: from.person, to }, ask.door);
  if (!done.ok) return { problem: done.problem };
  const { handed, kept } = done.value;
  const told = words.done({ count: handed, name: to.name });
  return {
    to: paths.work,
    flash:
      kept.length > 0
        ? { kind: 'error', text: `${told} ${words.kept({ names: kept.join(', ') })}` }
        : { kind: 'good', text: told },
  };
}
