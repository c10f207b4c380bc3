import type { ResourceType } from '../../src/fhir/index.ts';
import { BSNS, bodyOf } from './bodies.ts';
import { EXPECTED, REGION_TYPES, RESIDENT_TYPES } from './expected.ts';
import { each, FHIR, inList, type Walk } from './walk.ts';
import { RESIDENTS } from './world.ts';

const JSON_TYPE = { 'content-type': 'application/fhir+json' };

/** What a write has to answer: done, refused with a reason to who had a relation that ended, or absent. */
function wanted(allowed: boolean, ended: boolean, done: number): number {
  return allowed ? done : ended ? 409 : 404;
}

/**
 * A bare request or Task, without pathway or agreement, is refused by the rule (422) to whom the lock lets through:
 * people refer on a pathway, with the resident's agreement. A system keeps what its partner made.
 */
function isBare(persona: string, type: string): boolean {
  return persona !== 'demo-system' && (type === 'ServiceRequest' || type === 'Task');
}

/** create of every type about every resident, alone and in a transaction. */
export async function walkCreates(walk: Walk): Promise<void> {
  const { house, failures } = walk;
  const asked = walk.personas
    .flatMap((persona) => RESIDENTS.flatMap((resident) => RESIDENT_TYPES.map((type) => ({ persona, resident, type }))))
    .filter(({ persona, resident, type }) => !walk.hunting || inList(EXPECTED[persona]!.creates?.[resident], type));
  await each(walk, asked, async ({ persona, resident, type }) => {
    if (type === 'Patient') return;
    const expected = EXPECTED[persona]!;
    const id = house.world.ids[resident];
    const allowed = inList(expected.creates?.[resident], type);
    const ended = expected.ended?.includes(resident) ?? false;
    const what = `${persona} creates ${type} of ${resident}`;
    const body = JSON.stringify(bodyOf(type, id));
    const bare = allowed && isBare(persona, type);
    const leaves = bare || (ended && !allowed) ? undefined : ({ action: 'created', allowed, resident: id } as const);
    const one = await walk.ask(persona, `${FHIR}/${type}`, {
      method: 'POST',
      headers: JSON_TYPE,
      body,
      ...(leaves ? { leaves } : {}),
    });
    if (one.status !== wanted(allowed, ended, bare ? 422 : 201))
      failures.push(`${what}: ${one.status} ${one.text.slice(0, 300)}`);
    const bundle = {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [{ resource: bodyOf(type, id), request: { method: 'POST', url: type } }],
    };
    const whole = await walk.ask(persona, FHIR, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(bundle) });
    if (whole.status !== wanted(allowed, ended, bare ? 422 : 200))
      failures.push(`${what} in a transaction: ${whole.status} ${whole.text.slice(0, 300)}`);
  });
}

/** update with If-Match of every entry: the same again, on top of the present version. */
export async function walkUpdates(walk: Walk): Promise<void> {
  const { house, failures } = walk;
  await each(walk, house.world.entries, async (entry) => {
    const path = `${FHIR}/${entry.type}/${entry.id}`;
    const look = async () => {
      const answer = await house.ask('demo-system', path);
      return { version: answer.headers.get('etag') ?? '', body: await answer.text() };
    };
    let present = await look();
    for (const persona of walk.personas) {
      const expected = EXPECTED[persona]!;
      const allowed = inList(expected.updates?.[entry.resident], entry.label);
      const ended = expected.ended?.includes(entry.resident) ?? false;
      const { version, body } = present;
      const what = `${persona} updates ${entry.resident} ${entry.label}`;
      const { status, text } = await walk.ask(persona, path, {
        method: 'PUT',
        headers: { ...JSON_TYPE, 'if-match': version },
        body,
        ...(ended ? {} : { leaves: { action: 'updated', allowed, resident: house.world.ids[entry.resident] } }),
      });
      if (status !== wanted(allowed, ended, 200)) failures.push(`${what}: ${status} ${text.slice(0, 300)}`);
      if (allowed) {
        present = await look();
        const stale = await walk.ask(persona, path, {
          method: 'PUT',
          headers: { ...JSON_TYPE, 'if-match': 'W/"999"' },
          body,
        });
        if (stale.status !== 412) failures.push(`${what} with an If-Match of another version: ${stale.status}`);
      }
    }
  });
}

/** Registering, the directory, what is read-only, and one transaction that would do a denied thing beside an allowed one. */
export async function walkOtherWrites(walk: Walk): Promise<void> {
  const { house, failures } = walk;
  const { ids } = house.world;
  await each(walk, walk.personas, async (persona) => {
    const expected = EXPECTED[persona]!;
    const send = (path: string, resource: unknown, method = 'POST') =>
      walk.ask(persona, `${FHIR}/${path}`, { method, headers: JSON_TYPE, body: JSON.stringify(resource) });
    const patient = await send('Patient', bodyOf('Patient', ''));
    if (patient.status !== (expected.registers ? 201 : 404)) failures.push(`${persona} registers: ${patient.status}`);
    if (expected.registers) {
      const again = await send('Patient', {
        ...bodyOf('Patient', ''),
        identifier: [{ system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: BSNS[0] }],
      });
      if (again.status !== 409 || again.text.includes(ids.R1) || again.text.includes(house.world.family.R1))
        failures.push(`${persona} registers somebody who is there: ${again.status} ${again.text}`);
    }
    for (const type of REGION_TYPES) {
      const { status } = await send(type, bodyOf(type as ResourceType, ''));
      if (status !== (expected.keepsDirectory ? 201 : 404)) failures.push(`${persona} creates ${type}: ${status}`);
    }
    for (const [path, method] of [
      ['AuditEvent', 'POST'],
      [`AuditEvent/${ids.R1.replaceAll('-', '')}-${'0'.repeat(26)}`, 'PUT'],
    ] as const) {
      const { status } = await send(path, bodyOf('AuditEvent', ids.R1), method);
      if (status !== 405) failures.push(`${persona} ${method} ${path}: ${status}`);
    }
    if (persona === 'demo-system') return;
    const mixed = await walk.ask(persona, FHIR, {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({
        resourceType: 'Bundle',
        type: 'transaction',
        entry: [
          { resource: bodyOf('Goal', ids.R1), request: { method: 'POST', url: 'Goal' } },
          {
            resource: { ...bodyOf('Communication', ids.R1), note: [{ text: MIXED }] },
            request: { method: 'POST', url: 'Communication' },
          },
          { resource: bodyOf('Provenance', ids.R1), request: { method: 'POST', url: 'Provenance' } },
        ],
      }),
    });
    if (mixed.status !== 404) failures.push(`${persona} sends allowed and denied in one transaction: ${mixed.status}`);
    const two = await walk.ask(persona, FHIR, {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({
        resourceType: 'Bundle',
        type: 'transaction',
        entry: [ids.R1, ids.R2].map((id) => ({
          resource: { ...bodyOf('Communication', id), note: [{ text: MIXED }] },
          request: { method: 'POST', url: 'Communication' },
        })),
      }),
    });
    if (two.status !== 422) failures.push(`${persona} writes of two residents in one transaction: ${two.status}`);
  });
  const left = await walk.ask('demo-system', `${FHIR}/Communication?patient=${ids.R1}&_count=200`);
  if (left.text.includes(MIXED)) failures.push('Half of a refused transaction was kept');
}
const MIXED = 'Half gelukt';
