import { changeTie, organisationOf, oversee, staffByService, type Tie, tiesOf } from '../../../../directory/index.ts';
import { ABSENT, type Result } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { refusalOf, type Shown } from '../../shared/index.ts';
import { adminPaths, idIn, serviceNames } from '../paths.ts';
import { adminWords } from '../words.ts';
import { type TeamsPage, teamsPage, tiePage } from './view.tsx';
import { teamWords } from './words.ts';

async function teamsFor(
  ground: PathwayGround,
  ask: Ask,
  practice?: string,
): Promise<Result<TeamsPage & { readonly tie: Tie | undefined }>> {
  const what = { type: 'HealthcareService', ...(practice ? { id: practice, action: 'opened' as const } : {}) };
  return oversee(ground, ask.actor, ask.door, what, async (trx) => {
    const organisation = await organisationOf(trx, ask.actor.organisation);
    if (!organisation) return undefined;
    const own = organisation.services.map(({ reference }) => idIn(reference));
    const welfare = organisation.kind === 'welfare';
    const ties = await tiesOf(trx, {
      teams: welfare ? own : [],
      practices: organisation.kind === 'gp-practice' ? [idIn(ask.actor.organisation)] : [],
    });
    const tie = ties.find((one) => one.practice === practice);
    // A practice sees its tie, and the welfare organisation changes it.
    if (practice !== undefined && !(tie && welfare)) return undefined;
    const { organisationName } = ground.definitions;
    return {
      organisation,
      staff: await staffByService(ground, trx, ask.actor),
      ties,
      tie,
      nameOf: (id: string) => organisationName(id),
      ownerOf: (team: string) =>
        ground.definitions.region.organisations.find((one) => one.teams.some(({ id }) => id === team))?.name ??
        organisationName(team),
      serviceName: serviceNames(organisation),
    };
  });
}

/** GET /organisatie/teams */
export async function showTeams(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const page = await teamsFor(ground, ask);
  return page.ok ? teamsPage(ask.context, page.value) : { problem: page.problem };
}

async function openTie(
  ground: PathwayGround,
  ask: Ask,
): Promise<Result<{ readonly page: TeamsPage; readonly tie: Tie }>> {
  const page = await teamsFor(ground, ask, ask.param('practice'));
  if (!page.ok) return page;
  const { tie } = page.value;
  return tie ? { ok: true, value: { page: page.value, tie } } : { ok: false, problem: ABSENT };
}

/** GET /organisatie/teams/:practice */
export async function showTie(ground: PathwayGround, ask: Ask, form?: Shown): Promise<Answer> {
  const opened = await openTie(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { page, tie } = opened.value;
  const values = form ?? {
    values: (await ask.draft()) ?? { team: tie.team, ...(tie.coach ? { coach: tie.coach } : {}) },
  };
  const html = tiePage(ask.context, page, tie, values);
  return form ? { again: html } : html;
}

/** POST /organisatie/teams/:practice */
export async function keepTie(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const opened = await openTie(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { tie, page } = opened.value;
  const words = teamWords(ask.context.lang);
  const values = ask.posted;
  const team = text(values, 'team');
  if (!team) return showTie(ground, ask, { values, errors: { team: words.mistake } });
  const done = await changeTie(
    ground,
    ask.actor,
    {
      practice: tie.practice,
      version: Number(text(values, 'version')),
      team,
      coach: text(values, 'coach') || null,
    },
    ask.door,
  );
  if (!done.ok) {
    const errors = done.problem.at && refusalOf(done.problem, ['team', 'coach'], 'team', ask.context.lang);
    if (errors) return showTie(ground, ask, { values, errors });
    return done.problem.kind === 'absent'
      ? { problem: done.problem }
      : { problem: done.problem, action: { href: adminPaths.teams, label: adminWords(ask.context.lang).back } };
  }
  return {
    to: adminPaths.teams,
    flash: {
      kind: 'good',
      text: words.saved({
        practice: page.nameOf(tie.practice),
        team: page.serviceName(`HealthcareService/${done.value.team}`),
      }),
    },
  };
}
