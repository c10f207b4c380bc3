import { ABSENT, residentOf } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, many, text } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { isOpen } from '../../../model/index.ts';
import { askOtherTeam, endForMove, otherTeams, staysHere } from '../../../service/move.ts';
import { refusalOf, type Shown } from '../../shared/index.ts';
import { lifePath, type Opened, openLife } from '../parts.tsx';
import { lifeWords } from '../words.ts';
import { movePage } from './view.tsx';
import { moveWords } from './words.ts';

/** GET /werk/zaak/:case/verhuizing; of a case that is over, its own page says so. */
export async function showMove(ground: PathwayGround, ask: Ask, form?: Shown): Promise<Answer> {
  const opened = await openLife(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const on = opened.value;
  if (!on.view.row || on.view.row.closed_at) return { to: on.path() };
  const draft = form ? undefined : await ask.draft();
  const page = movePage(ask.context, on, choicesOf(ground, on), form ?? (draft ? { values: draft } : {}));
  return form ? { again: page } : page;
}

function choicesOf(ground: PathwayGround, on: Opened) {
  const { region } = ground.definitions;
  const teams = otherTeams(ground, on.view.row?.team ?? '');
  const name = (id: string) => region.municipalities.find((one) => one.id === id)?.name ?? id;
  const likely = teams.find((team) => name(team.municipality) === on.view.move?.to_place);
  return {
    teams: teams.map((team) => ({ value: team.id, label: `${team.name} (${name(team.municipality)})` })),
    likely: likely?.id ?? '',
    running: on.view.onward
      .flatMap((one) => one.tasks)
      .filter((task) => isOpen(task.status))
      .map((task) => ({ value: task.id ?? '', label: task.owner?.display ?? '' })),
  };
}

/** POST /werk/zaak/:case/verhuizing */
export async function settleMove(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { problem: ABSENT };
  const words = moveWords(ask.context.lang);
  const values = ask.posted;
  const again = (errors: Readonly<Record<string, string>>) => showMove(ground, ask, { values, errors });
  const [said, team] = [text(values, 'said'), text(values, 'team')];
  const errors = {
    ...(said ? {} : { said: words.mistakes.said }),
    ...(team || said === 'stays' ? {} : { team: words.mistakes.team }),
  };
  if (Object.keys(errors).length > 0) return again(errors);
  const where = { resident, caseId };
  const done =
    said === 'stays'
      ? await staysHere(ground, ask.actor, where, ask.door)
      : await askOtherTeam(ground, ask.actor, { ...where, said, team, stop: many(values, 'stop') }, ask.door);
  if (!done.ok) {
    const wrong = refusalOf(done.problem, ['said', 'team'], 'said', ask.context.lang);
    return wrong ? again(wrong) : { problem: done.problem };
  }
  return {
    to: lifePath(ask.actor.role, caseId),
    flash: { kind: 'good', text: said === 'stays' ? words.stays : words.asked },
  };
}

/** POST /werk/zaak/:case/verhuizing/einde: out of the region. */
export async function endMoved(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { problem: ABSENT };
  const done = await endForMove(ground, ask.actor, { resident, caseId }, ask.door);
  const back = lifePath(ask.actor.role, caseId);
  if (!done.ok) return { problem: done.problem, action: { href: back, label: lifeWords(ask.context.lang).toCase } };
  return { to: back, flash: { kind: 'good', text: moveWords(ask.context.lang).ended } };
}
