import type { Answer, Ask } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { colleagues } from '../../../read/organisation.ts';
import { organisationPage } from './view.tsx';

/** GET /organisatie */
export async function showOrganisation(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const people = await colleagues(ground, ask.actor, ask.door);
  if (!people.ok) return { problem: people.problem };
  const { region, organisationName } = ground.definitions.in(ask.context.lang);
  const id = ask.actor.organisation.slice(ask.actor.organisation.indexOf('/') + 1);
  const teams = new Set(region.organisations.find((one) => one.id === id)?.teams.map((team) => team.id));
  return organisationPage(ask.context, {
    name: ask.actor.organisationName || organisationName(id),
    people: people.value,
    ties: region.ties.filter((tie) => tie.practice === id || teams.has(tie.team)),
    nameOf: (reference) => organisationName(reference.slice(reference.indexOf('/') + 1)),
  });
}
