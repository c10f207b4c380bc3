import { bodyOf, LATER } from './bodies.ts';
import { EXPECTED } from './expected.ts';
import { each, FHIR, inList, sight, type Walk } from './walk.ts';
import { type Entry, RESIDENTS, type ResidentName } from './world.ts';

type Resource = { readonly id: string; readonly resourceType: string; readonly meta?: { readonly versionId?: string } };
type Bundle = {
  readonly link?: readonly { readonly relation: string; readonly url: string }[];
  readonly entry?: readonly {
    readonly resource?: Resource;
    readonly response?: { readonly status: string; readonly outcome?: unknown };
  }[];
};

const bundleIn = (text: string): Bundle => JSON.parse(text) as Bundle;
const keysIn = (text: string): readonly string[] =>
  (bundleIn(text).entry ?? []).flatMap(({ resource }) => (resource ? [`${resource.resourceType}/${resource.id}`] : []));
const keyOf = (entry: Entry) => `${entry.type}/${entry.id}`;

/** The ways to read much at once: a whole record, a compartment, the history of a type, a batch of reads. */
export async function walkWhole(walk: Walk): Promise<void> {
  const never = (await walk.ask('demo-system', `${FHIR}/Patient/11111111-1111-4111-8111-111111111111`)).text;
  const pairs = walk.personas.flatMap((persona) => RESIDENTS.map((resident) => ({ persona, resident })));
  await each(walk, pairs, async ({ persona, resident }) => {
    await wholeRecord(walk, persona, resident, never);
    await batchOfReads(walk, persona, resident, never);
  });
  const types = ['Patient', 'ServiceRequest', 'Task', 'QuestionnaireResponse', 'Goal', 'Communication'] as const;
  await each(
    walk,
    walk.personas.flatMap((persona) => types.map((type) => ({ persona, type }))),
    ({ persona, type }) => historyOf(walk, persona, type),
  );
}

async function wholeRecord(walk: Walk, persona: string, resident: ResidentName, never: string): Promise<void> {
  const { house, failures } = walk;
  const id = house.world.ids[resident];
  const entries = house.world.entries.filter((entry) => entry.resident === resident);
  const known = new Set(house.world.entries.map(keyOf));
  const present = entries.filter((entry) => sight(EXPECTED[persona]!, entry) === 'present').map(keyOf);
  const may = present.includes(`Patient/${id}`);
  const leaves = { action: 'opened', allowed: may, resident: id, subject: id } as const;
  for (const [what, path] of [
    ['everything', '$everything'],
    ['the compartment', '*?_count=1000'],
  ] as const) {
    const { status, text } = await walk.ask(persona, `${FHIR}/Patient/${id}/${path}`, { leaves });
    const said = `${persona}, ${what} of ${resident}`;
    if (!may) {
      if (status !== 404 || text !== never)
        failures.push(`${said}: answers ${status} where the Patient is not theirs to see`);
      continue;
    }
    const found = status === 200 ? keysIn(text).filter((one) => known.has(one)) : [];
    const beyond = found.filter((one) => !present.includes(one));
    const missing = path === '$everything' ? present.filter((one) => !found.includes(one)) : [];
    if (status !== 200 || beyond.length + missing.length > 0)
      failures.push(`${said}: ${status}, ${missing.length} missing, ${beyond.length} too many`);
  }
  for (const type of ['Observation', 'Communication'] as const) {
    const wanted = present.filter((one) => one.startsWith(`${type}/`)).sort();
    const { status, text } = await walk.ask(persona, `${FHIR}/Patient/${id}/${type}?_count=200`, {
      leaves: { action: 'searched', allowed: wanted.length > 0, resident: id },
    });
    const found = status === 200 ? keysIn(text).filter((one) => known.has(one)) : [];
    if (status !== 200 || found.toSorted().join() !== wanted.join())
      failures.push(
        `${persona} searches ${type} in the compartment of ${resident}: ${status}, ${found.length} of ${wanted.length}`,
      );
  }
}

async function batchOfReads(walk: Walk, persona: string, resident: ResidentName, never: string): Promise<void> {
  const { house, failures } = walk;
  const entries = house.world.entries.filter((entry) => entry.resident === resident);
  const { status, text } = await send(
    walk,
    persona,
    entries.map((entry) => ({ request: { method: 'GET', url: keyOf(entry) } })),
  );
  const answers = status === 200 ? (bundleIn(text).entry ?? []) : [];
  for (const [index, entry] of entries.entries()) {
    const expected = sight(EXPECTED[persona]!, entry);
    const { resource, response } = answers[index] ?? {};
    const what = `${persona} reads ${entry.resident} ${entry.label} in a batch`;
    if (expected === 'absent' ? resource !== undefined : !response?.status.startsWith('200'))
      failures.push(`${what}: ${response?.status}, expected ${expected}`);
    if (expected === 'absent' && JSON.stringify(response?.outcome) !== never)
      failures.push(`${what}: what is denied reads otherwise than what never was`);
    if (expected === 'received' && JSON.stringify(resource).includes(LATER))
      failures.push(`${what}: shows what was written after the relation ended`);
  }
}

async function historyOf(walk: Walk, persona: string, type: string): Promise<void> {
  const { house, failures } = walk;
  const entries = new Map(house.world.entries.filter((entry) => entry.type === type).map((entry) => [entry.id, entry]));
  const found = new Set<string>();
  const what = `${persona}, the history of ${type}`;
  const leaves = {
    action: 'searched',
    allowed: [...entries.values()].some((one) => sight(EXPECTED[persona]!, one) !== 'absent'),
  } as const;
  for (let path: string | undefined = `${FHIR}/${type}/_history?_count=200`, first = true; path; first = false) {
    const { status, text } = await walk.ask(persona, path, first ? { leaves } : {});
    if (status !== 200) return void failures.push(`${what}: ${status}`);
    const bundle = bundleIn(text);
    if (/"total"/.test(text)) failures.push(`${what}: a count tells of what may not be seen`);
    for (const { resource } of bundle.entry ?? []) {
      const entry = resource && entries.get(resource.id);
      if (!entry) continue;
      found.add(entry.id);
      const expected = sight(EXPECTED[persona]!, entry);
      if (expected === 'absent') failures.push(`${what}: shows ${entry.resident} ${entry.label}`);
      if (expected === 'received' && JSON.stringify(resource).includes(LATER))
        failures.push(`${what}: shows ${entry.label} as it was written after the relation ended`);
    }
    const next: string | undefined = bundle.link?.find((link) => link.relation === 'next')?.url;
    path = next?.slice(next.indexOf(FHIR));
  }
  for (const entry of entries.values())
    if (sight(EXPECTED[persona]!, entry) !== 'absent' && !found.has(entry.id))
      failures.push(`${what}: misses ${entry.resident} ${entry.label}`);
}

const send = (walk: Walk, persona: string, entry: readonly unknown[]) =>
  walk.ask(persona, FHIR, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ resourceType: 'Bundle', type: 'batch', entry }),
  });

const PATCH = 'application/json-patch+json';
const fits = (type: string) => JSON.stringify([{ op: 'test', path: '/resourceType', value: type }]);

/**
 * The other ways to change: a patch that leaves all as it is, removing (in earnest where it is denied, else as a trial),
 * a trial of each create. Who may not, gets what they would get of what never was. R1 is under way, R3 has ended.
 */
export async function walkChanges(walk: Walk): Promise<void> {
  const { house } = walk;
  const entries = house.world.entries.filter(({ resident }) => resident === 'R1' || resident === 'R3');
  const of = walk.personas.flatMap((persona) => entries.map((entry) => ({ persona, entry })));
  await each(walk, of, async ({ persona, entry }) => {
    await patches(walk, persona, entry);
    await removes(walk, persona, entry);
  });
}

function mayChange(persona: string, entry: Entry): { readonly allowed: boolean; readonly ended: boolean } {
  const { updates, ended } = EXPECTED[persona]!;
  return { allowed: inList(updates?.[entry.resident], entry.label), ended: ended?.includes(entry.resident) ?? false };
}

async function patches(walk: Walk, persona: string, entry: Entry): Promise<void> {
  const { allowed, ended } = mayChange(persona, entry);
  const { status, text } = await walk.ask(persona, `${FHIR}/${keyOf(entry)}`, {
    method: 'PATCH',
    headers: { 'content-type': PATCH },
    body: fits(entry.type),
    ...(ended ? {} : { leaves: { action: 'updated', allowed, resident: walk.house.world.ids[entry.resident] } }),
  });
  if (status !== (allowed ? 200 : ended ? 409 : 404))
    walk.failures.push(`${persona} patches ${entry.resident} ${entry.label}: ${status} ${text.slice(0, 200)}`);
  if (status === 404 && !/not-found/.test(text)) walk.failures.push(`${persona} patches ${entry.label}: ${text}`);
}

async function removes(walk: Walk, persona: string, entry: Entry): Promise<void> {
  const { allowed, ended } = mayChange(persona, entry);
  const path = `${FHIR}/${keyOf(entry)}`;
  const what = `${persona} removes ${entry.resident} ${entry.label}`;
  if (allowed) {
    const { status, text } = await walk.ask(persona, `${path}/$validate?mode=delete`);
    if (status !== 200 || /not-found/.test(text)) walk.failures.push(`${what}, as a trial: ${status} ${text}`);
    return;
  }
  const resident = walk.house.world.ids[entry.resident];
  const { status, text } = await walk.ask(persona, path, {
    method: 'DELETE',
    ...(ended ? {} : { leaves: { action: 'deleted', allowed: false, resident } }),
  });
  // What somebody reads and may change in part, they may know of: that they do not remove it is said.
  const known = status === 403 && sight(EXPECTED[persona]!, entry) !== 'absent';
  if (!known && status !== (ended ? 409 : 404)) walk.failures.push(`${what}: ${status} ${text.slice(0, 200)}`);
}

/** A condition is answered to who may create, from what they may see; to anybody else nothing is there. */
export async function walkConditions(walk: Walk): Promise<void> {
  const { house, failures } = walk;
  const types = ['RelatedPerson', 'Goal', 'Consent'] as const;
  const asked = walk.personas.flatMap((persona) =>
    (['R1', 'R2', 'R4'] as const).flatMap((resident) => types.map((type) => ({ persona, resident, type }))),
  );
  await each(walk, asked, async ({ persona, resident, type }) => {
    const { creates, ended } = EXPECTED[persona]!;
    const allowed = inList(creates?.[resident], type);
    const id = house.world.ids[resident];
    const value = `${persona}-${resident}-${type}`;
    const body = JSON.stringify({ ...bodyOf(type, id), identifier: [{ system: 'urn:walk', value }] });
    const make = (query: string) =>
      walk.ask(persona, `${FHIR}/${type}`, {
        method: 'POST',
        headers: { 'content-type': 'application/fhir+json', 'if-none-exist': query },
        body,
      });
    const [first, second] = [await make(`identifier=urn:walk|${value}`), await make(`identifier=urn:walk|${value}`)];
    const wanted = allowed ? '201 200' : ended?.includes(resident) ? '409 409' : '404 404';
    const got = `${first.status} ${second.status}`;
    if (got !== wanted)
      failures.push(
        `${persona} creates ${type} of ${resident} once: ${got}, expected ${wanted} ${first.text.slice(0, 200)}`,
      );
  });
}
