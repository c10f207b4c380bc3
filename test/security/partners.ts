import { registerClient } from '../../src/platform/identity/index.ts';
import type { Ground } from '../../src/platform/index.ts';
import { assertion, partnerKey, tokenForm } from '../support/clients.ts';
import { PARTNER_SYSTEMS } from './expected-systems.ts';
import { PUBLIC_URL } from './house.ts';

/** The services that each of them answers for; none where it refers for its organisation. */
const ANSWERS_FOR: Readonly<Record<string, 'all' | readonly string[]>> = {
  'systeem-beweegpunt': 'all',
  'systeem-welzijn': ['HealthcareService/voorbeeld-welzijn-enschede-noord'],
};

/** A token lasts five minutes by the clock on the wall: one is fetched anew well before. */
const LASTS = 120_000;

/** Registers the partners' systems as an operator would, and fetches tokens by their own key. */
export async function registerPartners(
  ground: Ground,
  fetchToken: (form: URLSearchParams) => Promise<Response>,
): Promise<{ readonly has: (id: string) => boolean; readonly tokenOf: (id: string) => Promise<string> }> {
  const key = await partnerKey('een');
  for (const [id, { organisation, bsn }] of Object.entries(PARTNER_SYSTEMS)) {
    const answersFor = ANSWERS_FOR[id] ?? [];
    const { rows } = await ground.pool.query<{ id: string }>(
      'select id from directory.service where organisation = $1 order by id',
      [organisation.slice('Organization/'.length)],
    );
    const services = answersFor === 'all' ? rows.map((row) => `HealthcareService/${row.id}`) : answersFor;
    const done = await registerClient(
      ground.pool,
      {
        ...{ id, name: id, organisation, organisationName: id, services, scopes: ['system/*.cruds'] },
        ...{ purpose: 'meedoen met verwijzingen', readsBsn: bsn ?? false, keys: { jwks: { keys: [key.shown] } } },
      },
      new Date(),
      true,
    );
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
  }
  const held = new Map<string, { readonly token: Promise<string>; readonly until: number }>();
  const fetched = async (id: string): Promise<string> => {
    const form = tokenForm(await assertion(key, id, `${PUBLIC_URL}/auth/token`, new Date()));
    const answer = await fetchToken(form);
    const { access_token: token } = (await answer.json()) as { access_token?: string };
    if (!token) throw new Error(`No token for ${id}: ${answer.status}`);
    return token;
  };
  return {
    has: (id) => id in PARTNER_SYSTEMS,
    tokenOf: (id) => {
      const now = Date.now();
      const known = held.get(id);
      if (known && known.until > now) return known.token;
      const token = fetched(id);
      held.set(id, { token, until: now + LASTS });
      return token;
    },
  };
}
