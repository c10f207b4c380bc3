import { EXPECTED, RESIDENT_TYPES } from './expected.ts';
import { each, FHIR, sight, type Walk } from './walk.ts';
import { type Entry, RESIDENTS, type ResidentName } from './world.ts';

type Bundle = {
  readonly total?: number;
  readonly entry?: readonly {
    readonly resource: { readonly id: string; readonly resourceType: string };
    readonly search?: { readonly mode: string };
  }[];
};

/**
 * The ways by which a search looks further than its own type: what comes along (`_include`, `_revinclude`), what is
 * chained over, what is counted and sorted. By each of them everybody finds what they may read, and nobody can tell from
 * an answer what they may not.
 */
export async function walkChains(walk: Walk): Promise<void> {
  const pairs = walk.personas.flatMap((persona) => RESIDENTS.map((resident) => ({ persona, resident })));
  await each(walk, pairs, async ({ persona, resident }) => {
    await comesAlong(walk, persona, resident);
    await isChained(walk, persona, resident);
    await isCounted(walk, persona, resident);
  });
}

/** The entries of a resident that a persona reads as they stand. */
function seen(walk: Walk, persona: string, resident: ResidentName): readonly Entry[] {
  return walk.house.world.entries.filter(
    (entry) => entry.resident === resident && sight(EXPECTED[persona]!, entry) === 'present',
  );
}

async function comesAlong(walk: Walk, persona: string, resident: ResidentName): Promise<void> {
  const { house, failures } = walk;
  const id = house.world.ids[resident];
  const may = new Set(seen(walk, persona, resident).map((entry) => `${entry.type}/${entry.id}`));
  const known = new Set(house.world.entries.map((entry) => `${entry.type}/${entry.id}`));
  const back = RESIDENT_TYPES.filter((type) => type !== 'Patient').map((type) => `_revinclude=${type}:patient`);
  for (const query of [
    `Patient?_id=${id}&${back.slice(0, 10).join('&')}`,
    `Patient?_id=${id}&${back.slice(10, 20).join('&')}`,
    `Patient?_id=${id}&${back.slice(20).join('&')}`,
    `Task?patient=${id}&_include=Task:focus&_include=Task:patient&_include=Task:owner`,
    `ServiceRequest?patient=${id}&_include:iterate=ServiceRequest:based-on&_include=ServiceRequest:subject&_revinclude:iterate=Task:focus`,
    `QuestionnaireResponse?patient=${id}&_include=QuestionnaireResponse:*`,
  ]) {
    const { status, text } = await walk.ask(persona, `${FHIR}/${query}`);
    const what = `${persona} GET ${query}`;
    if (status !== 200) {
      failures.push(`${what}: ${status}`);
      continue;
    }
    const found = ((JSON.parse(text) as Bundle).entry ?? []).map(
      ({ resource }) => `${resource.resourceType}/${resource.id}`,
    );
    for (const one of found) if (known.has(one) && !may.has(one)) failures.push(`${what}: ${one} comes along`);
  }
}

/** A chain over what somebody may not see answers the same whether it fits or not. */
async function isChained(walk: Walk, persona: string, resident: ResidentName): Promise<void> {
  const { house, failures } = walk;
  const id = house.world.ids[resident];
  const entries = seen(walk, persona, resident);
  const has = (type: string) => entries.some((entry) => entry.type === type);
  const wanted = (type: string) => entries.filter((entry) => entry.type === type).map((entry) => entry.id);
  const family = encodeURIComponent(house.world.family[resident]);
  const cases: readonly { readonly query: string; readonly over: string; readonly finds: readonly string[] }[] = [
    { query: `Task?patient=${id}&patient.family=${family}`, over: 'Patient', finds: wanted('Task') },
    { query: `Task?patient=${id}&subject:Patient.family=x`, over: 'Patient', finds: [] },
    {
      query: `ServiceRequest?subject:Patient.family=${family}&patient=${id}`,
      over: 'Patient',
      finds: wanted('ServiceRequest'),
    },
    { query: `Patient?_id=${id}&_has:Observation:patient:status=final`, over: 'Observation', finds: wanted('Patient') },
    { query: `Patient?_id=${id}&_has:Consent:patient:status=active`, over: 'Consent', finds: wanted('Patient') },
  ];
  for (const { query, over, finds } of cases) {
    const { status, text } = await walk.ask(persona, `${FHIR}/${query}`);
    const what = `${persona} GET ${query}`;
    if (status !== 200) {
      failures.push(`${what}: ${status}`);
      continue;
    }
    const found = ((JSON.parse(text) as Bundle).entry ?? []).map(({ resource }) => resource.id);
    if (!has(over) && found.length > 0) failures.push(`${what}: tells of a ${over} that may not be seen`);
    for (const one of found) if (!finds.includes(one)) failures.push(`${what}: finds ${one}`);
    // What is seen on both sides is found, or the test would pass on an empty house.
    if (over === 'Patient' && has(over) && finds.some((one) => !found.includes(one)))
      failures.push(`${what}: misses some`);
  }
}

async function isCounted(walk: Walk, persona: string, resident: ResidentName): Promise<void> {
  const { house, failures } = walk;
  const id = house.world.ids[resident];
  await each(
    walk,
    ['Patient', 'ServiceRequest', 'Task', 'QuestionnaireResponse', 'Communication'],
    async (type) => {
      const by = type === 'Patient' ? '_id' : 'patient';
      const wanted = seen(walk, persona, resident).filter((entry) => entry.type === type);
      const counted = await walk.ask(persona, `${FHIR}/${type}?${by}=${id}&_summary=count`);
      const sorted = await walk.ask(persona, `${FHIR}/${type}?${by}=${id}&_sort=-_lastUpdated,_id&_total=accurate`);
      const what = `${persona} counts ${type} of ${resident}`;
      if (counted.status !== 200 || sorted.status !== 200) {
        failures.push(`${what}: ${counted.status}, ${sorted.status}`);
        return;
      }
      const [count, page] = [JSON.parse(counted.text) as Bundle, JSON.parse(sorted.text) as Bundle];
      const known = new Set(house.world.entries.map((entry) => entry.id));
      const found = (page.entry ?? []).map(({ resource }) => resource.id);
      if (count.entry !== undefined) failures.push(`${what}: a count shows entries`);
      if (count.total !== page.total) failures.push(`${what}: ${count.total} in one way, ${page.total} in another`);
      if (count.total !== found.length) failures.push(`${what}: ${count.total} counted, ${found.length} shown`);
      const missing = wanted.filter((entry) => !found.includes(entry.id));
      const beyond = found.filter((one) => known.has(one) && !wanted.some((entry) => entry.id === one));
      if (missing.length + beyond.length > 0) failures.push(`${what}: ${missing.length} missing, ${beyond} too many`);
    },
    2,
  );
}
