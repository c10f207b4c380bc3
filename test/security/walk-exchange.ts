import { subscriptionOf } from '../support/partners.ts';
import { EXPECTED } from './expected.ts';
import { FHIR, type Walk } from './walk.ts';

const API = '/api/v1';
/** A demo may tell itself, and nobody else is on its list. */
const ENDPOINT = 'http://localhost:8080/demo/niemand';
const JSON_FHIR = { 'content-type': 'application/fhir+json' };

/** Doors for other systems: systems may come in, each sees its own; to everybody else nothing is there. */
export async function walkExchange(walk: Walk): Promise<void> {
  const { house, failures } = walk;
  const body = JSON.stringify(subscriptionOf('Task', ENDPOINT));
  const made = await walk.ask('demo-system', `${FHIR}/Subscription`, {
    method: 'POST',
    headers: JSON_FHIR,
    body,
    leaves: { action: 'created', allowed: true },
  });
  if (made.status !== 201) return void failures.push(`demo-system subscribes: ${made.status} ${made.text}`);
  const { id } = JSON.parse(made.text) as { id: string };
  const [line] = house.world.entries.filter((one) => one.resident === 'R1' && one.label === 'Task:first');
  const open: readonly string[] = [
    `${API}`,
    `${API}/openapi.json`,
    `${API}/diensten`,
    `${API}/gemeenten`,
    `${API}/gebieden`,
    `${API}/indicatoren`,
    `${API}/indicatoren/grijze-druk`,
    `${API}/indicatoren/grijze-druk/waarden`,
    `${API}/ketenaanpakken/welzijn-op-recept/stappen`,
    `${API}/vooruitzichten`,
    '/openapi.json',
  ];
  for (const path of open) {
    const { status } = await house.ask(undefined, path);
    if (status !== 200) failures.push(`Without a token ${path} answers ${status}`);
  }
  const closed = [
    `${FHIR}/Subscription`,
    `${FHIR}/Subscription/$status`,
    `${FHIR}/Subscription/${id}/$status`,
    `${FHIR}/Subscription/${id}/$events`,
    `${API}/zaken`,
    `${API}/zaken/${line!.id}`,
    `${API}/abonnementen`,
    `${API}/abonnementen/${id}/gebeurtenissen`,
  ];
  for (const path of closed) {
    const { status } = await house.ask(undefined, path);
    if (status !== 401) failures.push(`Without a token ${path} answers ${status}`);
  }
  for (const persona of walk.personas) {
    const system = EXPECTED[persona]!.role.endsWith('system');
    const expect = async (path: string, wanted: number, init: Parameters<Walk['ask']>[2] = {}) => {
      const { status, text } = await walk.ask(persona, path, init);
      if (status !== wanted) failures.push(`${persona} ${init.method ?? 'GET'} ${path}: ${status}, expected ${wanted}`);
      if (!system && text.includes(line!.id)) failures.push(`${persona} ${path}: tells of a case`);
    };
    // A Subscription is of the system that made it; to another one it is not there.
    const own = EXPECTED[persona]!.role === 'system';
    const hidden = own ? 200 : 404;
    await expect(`${FHIR}/Subscription/${id}`, hidden);
    await expect(`${FHIR}/Subscription/${id}/_history`, hidden);
    await expect(`${FHIR}/Subscription/${id}/$status`, hidden);
    await expect(`${FHIR}/Subscription/${id}/$events`, hidden);
    await expect(`${FHIR}/Subscription/${id}`, hidden, {
      method: 'PUT',
      headers: JSON_FHIR,
      body: JSON.stringify({ ...JSON.parse(body), id }),
    });
    if (!own) {
      await expect(`${FHIR}/Subscription/${id}`, 404, { method: 'DELETE' });
      await expect(`${FHIR}/Subscription`, system ? 201 : 404, {
        method: 'POST',
        headers: JSON_FHIR,
        body,
        leaves: { action: 'created', allowed: system },
      });
      const listed = await walk.ask(persona, `${FHIR}/Subscription`);
      if (listed.status !== 200 || listed.text.includes(id))
        failures.push(`${persona} finds a Subscription of a system`);
    }
    await expect(`${API}/zaken`, system ? 200 : 404);
    // Cases are read by the system of the team that has them, and of the region.
    await expect(`${API}/zaken/${line!.id}`, own || persona === 'systeem-welzijn' ? 200 : 404);
    await expect(`${API}/abonnementen`, system ? 200 : 404);
    const asked = {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ adres: ENDPOINT, soorten: ['Task'] }),
    };
    await expect(`${API}/abonnementen`, system ? 201 : 404, { method: 'POST', ...asked });
  }
}
