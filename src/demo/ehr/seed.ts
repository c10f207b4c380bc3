import { putManyRegional } from '../../directory/index.ts';
import { registerSite } from '../../platform/identity/index.ts';
import { type Ground, systemActor, withActor } from '../../platform/index.ts';
import type { Ehr } from './ehr.ts';

/** The practice whose system it is, and what Omzien is to that system. */
const PRACTICE = { id: 'voorbeeldpraktijk-de-brink-enschede', name: 'Voorbeeldpraktijk De Brink' } as const;
export const EHR_CLIENT = { id: 'omzien', secret: 'demo' } as const;

/** Who works with the practice system of the demo: personas of that practice. The nurse has not been tied to Omzien yet. */
export const EHR_USERS = [
  { id: 'gp-enschede', name: 'Hans van Voorbeeld' },
  { id: 'nurse-enschede', name: 'Petra Voorbeeld' },
] as const;
const TIED = 'gp-enschede';

/** A hospital without our screens, for who tries docs/connect.md. */
const HOSPITAL = {
  resourceType: 'Organization',
  id: 'voorbeeldziekenhuis',
  active: true,
  name: 'Voorbeeldziekenhuis',
} as const;

/** Lets the practice system open Omzien, the GP be known from there, and a hospital be somebody's. Idempotent. */
export async function seedEhr(ground: Ground, ehr: Pick<Ehr, 'issuer'>): Promise<void> {
  const { rows } = await ground.pool.query<{ name: string }>(
    'select organisation_name as name from platform.role where organisation = $1 limit 1',
    [`Organization/${PRACTICE.id}`],
  );
  const done = await registerSite(
    ground.pool,
    ground.keys,
    {
      issuer: ehr.issuer,
      name: 'Voorbeeld-HIS',
      organisation: `Organization/${PRACTICE.id}`,
      organisationName: rows[0]?.name ?? PRACTICE.name,
      clientId: EHR_CLIENT.id,
      clientSecret: EHR_CLIENT.secret,
      takesLetters: true,
    },
    { at: ground.clock.now(), signIn: '', loopback: true },
  );
  if (!done.ok) throw new Error(`The practice system of the demo: ${JSON.stringify(done.problem.text)}`);
  await withActor(ground, systemActor('demo'), { kind: 'none' }, (trx) => putManyRegional(ground, trx, [HOSPITAL]));
  await ground.pool.query(
    `insert into platform.account (issuer, subject, person, name) values ($1, $2, $3, $4) on conflict do nothing`,
    [ehr.issuer, TIED, `Practitioner/${TIED}`, EHR_USERS[0].name],
  );
}
