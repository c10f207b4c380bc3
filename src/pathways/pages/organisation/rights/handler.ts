import { organisationOf, oversee } from '../../../../directory/index.ts';
import type { Language, RoleCode } from '../../../../platform/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { openRelations } from '../../../read/open-relations.ts';
import { type RoleRights, rightsPage } from './view.tsx';

/** GET /organisatie/rechten: what the table that decides says of the roles of this organisation, and how often it holds. */
export async function showRights(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const organisation = await oversee(ground, ask.actor, ask.door, { type: 'Organization' }, (trx) =>
    organisationOf(trx, ask.actor.organisation),
  );
  if (!organisation.ok) return { problem: organisation.problem };
  const relations = await openRelations(ground, ask.actor, ask.door);
  if (!relations.ok) return { problem: relations.problem };
  return rightsPage(ask.context, {
    roles: organisation.value.roles.map((role) => rightsOf(ground, role, ask.context.lang)),
    relations: relations.value,
  });
}

/** Straight from the table that `decide()` reads, with what the pathways say of the same role. */
function rightsOf(ground: PathwayGround, role: RoleCode, lang: Language): RoleRights {
  const { region, pathway } = ground.definitions.in(lang);
  return {
    role,
    rows: ground.access.filter((row) => row.role === role),
    grounds: region.pathways
      .map(({ id }) => pathway(id))
      .flatMap((one) =>
        one.grounds
          .filter((found) => found.role === role)
          .map((found) => ({
            pathway: one.title,
            may: found.may,
            articles: found.articles,
            sure: found.status === 'sure',
            consents: region.consents
              .filter((text) => text.kind === found.consent && text.asked)
              .filter((text) => one.hops.some((hop) => hop.consentText === text.id && hop.requesters.includes(role)))
              .map((text) => text.title),
          })),
      ),
  };
}
