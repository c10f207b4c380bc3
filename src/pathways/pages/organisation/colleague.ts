import {
  type Colleague,
  colleagueIn,
  type OwnOrganisation,
  organisationOf,
  othersIn,
  oversee,
} from '../../../directory/index.ts';
import type { Result } from '../../../platform/index.ts';
import type { Ask } from '../../../web/index.ts';
import type { PathwayGround } from '../../ground.ts';
import { serviceNames } from './paths.ts';

/** A colleague of the administrator, as the pages about one person stand on them. */
export type OnColleague = {
  readonly id: string;
  readonly colleague: Colleague;
  readonly organisation: OwnOrganisation;
  readonly nameOf: (reference: string) => string;
  /** Who else works in the same teams or services. */
  readonly others: readonly { readonly person: string; readonly name: string; readonly services: readonly string[] }[];
};

/**
 * Opens the colleague that the address names; somebody of another organisation is not there, and neither is one for whom
 * the page does not hold.
 */
export async function openColleague(
  ground: PathwayGround,
  ask: Ask,
  holds: (colleague: Colleague) => boolean = () => true,
): Promise<Result<OnColleague>> {
  const id = ask.param('person');
  const person = `Practitioner/${id}`;
  return oversee(ground, ask.actor, ask.door, { type: 'Practitioner', id, action: 'opened' }, async (trx) => {
    const colleague = await colleagueIn(ground, trx, ask.actor, person);
    const organisation = await organisationOf(trx, ask.actor.organisation);
    if (!colleague || !organisation || !holds(colleague)) return undefined;
    const services = colleague.roles.filter((role) => role.open).flatMap((role) => role.services);
    return {
      id,
      colleague,
      organisation,
      nameOf: serviceNames(organisation),
      others: await othersIn(ground, trx, ask.actor, services, person),
    };
  });
}
