import { BSN_SYSTEM } from '../../src/fhir/index.ts';
import { LATER } from './bodies.ts';
import { EXPECTED, REGION_TYPES, RESIDENT_TYPES } from './expected.ts';
import { each, FHIR, sight, type Walk } from './walk.ts';
import { type Entry, RESIDENTS, type ResidentName } from './world.ts';

type Bundle = {
  readonly entry?: readonly { readonly resource: { readonly id: string; readonly meta?: { versionId?: string } } }[];
};
const idsIn = (text: string): readonly string[] =>
  ((JSON.parse(text) as Bundle).entry ?? []).map(({ resource }) => resource.id);

/** read, vread and history of every entry by every persona: present, as received, or absent like what never was. */
export async function walkEntries(walk: Walk): Promise<void> {
  const { house, failures } = walk;
  const never = await walk.ask('demo-system', `${FHIR}/Goal/${unused(house.world.ids.R1)}`);
  if (never.status !== 404) failures.push(`What never was answers ${never.status}`);
  const pairs = walk.personas
    .flatMap((persona) => house.world.entries.map((entry) => ({ persona, entry })))
    .filter(({ persona, entry }) => !walk.hunting || sight(EXPECTED[persona]!, entry) !== 'absent');
  await each(walk, pairs, ({ persona, entry }) => walkEntry(walk, persona, entry, never.text));
}

async function walkEntry(walk: Walk, persona: string, entry: Entry, never: string): Promise<void> {
  const { failures } = walk;
  const expected = sight(EXPECTED[persona]!, entry);
  const path = `${FHIR}/${entry.type}/${entry.id}`;
  const resident = walk.house.world.ids[entry.resident];
  const what = `${persona}, ${entry.resident} ${entry.label}`;
  const leaves = { action: 'opened', allowed: expected !== 'absent', resident, subject: entry.id } as const;
  const read = await walk.ask(persona, path, { leaves });
  const first = await walk.ask(persona, `${path}/_history/1`, { leaves });
  const history = await walk.ask(persona, `${path}/_history`, { leaves });
  for (const [door, answer] of [
    ['read', read],
    ['vread', first],
    ['history', history],
  ] as const) {
    if (expected === 'absent' ? answer.status !== 404 : answer.status !== 200)
      failures.push(`${what}: ${door} answers ${answer.status}, expected ${expected}`);
    if (expected === 'absent' && answer.text !== never)
      failures.push(`${what}: ${door} of what is denied reads otherwise than of what never was: ${answer.text}`);
    if (expected === 'received' && answer.text.includes(LATER))
      failures.push(`${what}: ${door} shows what was written after the relation ended`);
  }
  if (expected === 'received') {
    const version = 1 + Math.max(...versionsIn(history.text), 0);
    const later = await walk.ask(persona, `${path}/_history/${version}`, { leaves: { ...leaves, allowed: false } });
    if (later.status !== 404) failures.push(`${what}: the version after the relation ended answers ${later.status}`);
  }
}

function versionsIn(text: string): readonly number[] {
  return ((JSON.parse(text) as Bundle).entry ?? []).map(({ resource }) => Number(resource.meta?.versionId));
}

/** An id of this resident that nothing has. */
export function unused(resident: string): string {
  return `${resident.replaceAll('-', '')}-${'0'.repeat(26)}`;
}

/** Search of every type, by patient and without: exactly what may be read, and nothing that hints at the rest. */
export async function walkSearches(walk: Walk): Promise<void> {
  const { house, failures } = walk;
  const known = new Set(house.world.entries.map(({ id }) => id));
  const asked = walk.personas.flatMap((persona) =>
    RESIDENT_TYPES.flatMap((type) => [...RESIDENTS, undefined].map((resident) => ({ persona, type, resident }))),
  );
  await each(walk, asked, async ({ persona, type, resident }) => {
    const by = type === 'Patient' ? '_id' : 'patient';
    const query = resident ? `&${by}=${house.world.ids[resident]}` : '';
    const wanted = house.world.entries
      .filter((entry) => entry.type === type && (resident === undefined || entry.resident === resident))
      .filter((entry) => sight(EXPECTED[persona]!, entry) === 'present')
      .map(({ id }) => id)
      .sort();
    const leaves = {
      action: 'searched',
      allowed: wanted.length > 0,
      ...(resident ? { resident: house.world.ids[resident] } : {}),
    } as const;
    const { status, text } = await walk.ask(persona, `${FHIR}/${type}?_count=200${query}`, { leaves });
    const what = `${persona} searches ${type} of ${resident ?? 'everybody'}`;
    if (status !== 200) return void failures.push(`${what}: ${status}`);
    const found = idsIn(text)
      .filter((id) => known.has(id))
      .sort();
    if (JSON.stringify(found) !== JSON.stringify(wanted))
      failures.push(`${what}: found ${found.length} of ${wanted.length}: ${[...labelsOf(walk, found)]}`);
    if (/"total"/.test(text)) failures.push(`${what}: a count tells of what may not be seen`);
  });
}

const labelsOf = (walk: Walk, ids: readonly string[]) =>
  ids.map((id) => {
    const entry = walk.house.world.entries.find((one) => one.id === id);
    return entry ? `${entry.resident} ${entry.label}` : id;
  });

/** What is not supported is refused with 400, for who may see and for who may not, and tells nothing. */
export async function walkUnsupported(walk: Walk): Promise<void> {
  const { house, failures } = walk;
  const { ids, bsns, family } = house.world;
  const queries = [
    `Task?patient=${ids.R1}&_include=Task:whatever`,
    `Patient?_id=${ids.R1}&_revinclude=Observation:patient:Whatever`,
    `Observation?subject:Patient.maiden-name=${encodeURIComponent(family.R1)}`,
    `Observation?subject.patient.subject.patient.name=${encodeURIComponent(family.R1)}`,
    `Patient?_has:Observation:code=x`,
    `Patient?family:sounds-like=${encodeURIComponent(family.R1)}`,
    `Patient?_content=${encodeURIComponent(family.R1)}`,
    `Observation?subject.identifier=${bsns.R1}`,
    `Patient?_has:Observation:subject:patient.identifier=${bsns.R1}`,
    `Patient?identifier=${encodeURIComponent(`${BSN_SYSTEM}|${bsns.R1}`)}`,
    `Patient?identifier=${bsns.R1}`,
  ];
  // How somebody is reached is no way to find them, nor to tell where they live; systems may.
  const reach = ['address-postalcode=7511', 'address:missing=false', 'phone=0530000000', '_sort=address-city'].map(
    (asked) => `Patient?_id=${ids.R1}&${asked}`,
  );
  reach.push(`Task?patient=${ids.R1}&patient.address-city=Enschede`);
  await each(
    walk,
    walk.personas
      .filter((persona) => EXPECTED[persona]!.role !== 'system')
      .flatMap((persona) => reach.map((query) => ({ persona, query }))),
    async ({ persona, query }) => {
      const { status } = await walk.ask(persona, `${FHIR}/${query}`);
      if (status !== 400) failures.push(`${persona} GET ${query}: ${status}, expected 400`);
    },
  );
  await each(
    walk,
    walk.personas.flatMap((persona) => queries.map((query) => ({ persona, query }))),
    async ({ persona, query }) => {
      const { status, text } = await walk.ask(persona, `${FHIR}/${query}`);
      if (status !== 400) failures.push(`${persona} GET ${query}: ${status}, expected 400`);
      if (text.includes(family.R1) || text.includes(ids.R1))
        failures.push(`${persona} GET ${query}: the refusal tells`);
    },
  );
  await each(walk, walk.personas, async (persona) => {
    const inUrl = await walk.ask(
      persona,
      `${FHIR}/Patient/_search?identifier=${encodeURIComponent(`${BSN_SYSTEM}|${bsns.R1}`)}`,
      { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: '' },
    );
    if (inUrl.status !== 400)
      failures.push(`${persona}: a BSN in the address of a POST _search answers ${inUrl.status}`);
  });
}

/** POST _search by BSN: a look-up. The whole record with a relation, a glimpse without, nothing for other roles. */
export async function walkByBsn(walk: Walk): Promise<void> {
  const { house, failures } = walk;
  for (const persona of walk.personas)
    for (const resident of ['R1', 'R4'] as const) {
      const wanted = EXPECTED[persona]!.findsByBsn?.[resident] ?? 'nothing';
      const { status, text } = await walk.ask(persona, `${FHIR}/Patient/_search`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ identifier: `${BSN_SYSTEM}|${house.world.bsns[resident]}` }).toString(),
      });
      const what = `${persona} looks ${resident} up by BSN`;
      if (status !== 200) failures.push(`${what}: ${status}`);
      const found = (JSON.parse(text) as { entry?: { resource: Record<string, unknown> }[] }).entry ?? [];
      const [one] = found;
      const shown =
        found.length === 0 ? 'nothing' : JSON.stringify(one?.resource.meta).includes('SUBSETTED') ? 'glimpse' : 'whole';
      if (shown !== wanted) failures.push(`${what}: ${shown}, expected ${wanted}`);
      if (shown === 'glimpse' && Object.keys(one!.resource).sort().join() !== GLIMPSE)
        failures.push(`${what}: a glimpse shows ${Object.keys(one!.resource)}`);
      if (shown === 'glimpse' && text.includes(house.world.bsns[resident]))
        failures.push(`${what}: it repeats the BSN`);
    }
}
const GLIMPSE = 'address,birthDate,id,meta,name,resourceType';

function mayReadLog({ house }: Walk, persona: string, resident: ResidentName): boolean {
  const { audit, person } = EXPECTED[persona]!;
  return audit === 'every' || (audit === 'own' && person === `Patient/${house.world.ids[resident]}`);
}

/** AuditEvents: one's own for a resident, everybody's for the privacy officer, under their duty, and for systems. */
export async function walkAudit(walk: Walk): Promise<void> {
  const { house, failures } = walk;
  await each(
    walk,
    walk.personas
      .flatMap((persona) =>
        RESIDENTS.map((resident) => ({ persona, resident, may: mayReadLog(walk, persona, resident) })),
      )
      .filter(({ may }) => !walk.hunting || may),
    async ({ persona, resident, may }) => {
      const id = house.world.ids[resident];
      const list = await walk.ask(persona, `${FHIR}/AuditEvent?patient=${id}&_count=3`);
      const [known] = idsIn((await walk.ask('demo-system', `${FHIR}/AuditEvent?patient=${id}&_count=1`)).text);
      const read = await walk.ask(persona, `${FHIR}/AuditEvent/${known}`);
      const what = `${persona}, the log of ${resident}`;
      if (list.status !== 200 || idsIn(list.text).length > 0 !== may)
        failures.push(`${what}: the list answers ${list.status} with ${idsIn(list.text).length}`);
      if (read.status !== (may ? 200 : 404)) failures.push(`${what}: one line answers ${read.status}`);
    },
  );
  for (const persona of walk.personas) {
    const every = await walk.ask(persona, `${FHIR}/AuditEvent?_count=5`);
    const count = every.status === 200 ? idsIn(every.text).length : 0;
    if (EXPECTED[persona]!.audit !== 'every' && count > 0)
      failures.push(`${persona} reads ${count} lines of the log of nobody in particular`);
    const odd = await walk.ask(persona, `${FHIR}/AuditEvent?patient=nobody`);
    if (odd.status !== 400) failures.push(`${persona}: AuditEvent of a patient that cannot be answers ${odd.status}`);
  }
}

/** The region's own types are for everyone who is signed in, and for nobody who is not. */
export async function walkRegion(walk: Walk): Promise<void> {
  const { house, failures } = walk;
  for (const type of REGION_TYPES) {
    const [id] = idsIn((await walk.ask('demo-system', `${FHIR}/${type}?_count=1`)).text);
    await each(walk, walk.personas, async (persona) => {
      for (const path of [`${type}/${id}`, `${type}/${id}/_history`, `${type}/${id}/_history/1`, `${type}?_count=1`]) {
        const { status } = await walk.ask(persona, `${FHIR}/${path}`);
        if (status !== 200) failures.push(`${persona} GET ${path}: ${status}`);
      }
    });
  }
  for (const type of [...RESIDENT_TYPES, ...REGION_TYPES, 'AuditEvent']) {
    const answer = await house.ask(undefined, `${FHIR}/${type}`);
    if (answer.status !== 401) failures.push(`Without a token ${type} answers ${answer.status}`);
  }
}

/** A case number finds the request by POST and by GET for who may read it, and nothing for anybody else. */
export async function walkByCaseNumber(walk: Walk): Promise<void> {
  const { house, failures } = walk;
  for (const resident of RESIDENTS) {
    const number = house.world.caseNumber[resident];
    if (!number) continue;
    const first = house.world.entries.find((one) => one.resident === resident && one.label === 'ServiceRequest:first')!;
    await each(walk, walk.personas, async (persona) => {
      const posted = await walk.ask(persona, `${FHIR}/ServiceRequest/_search`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ identifier: `https://omzien.example/fhir/case-number|${number}` }).toString(),
      });
      const found = posted.status === 200 ? idsIn(posted.text) : [];
      const wanted = sight(EXPECTED[persona]!, first) === 'present' ? [first.id] : [];
      if (posted.status !== 200 || found.join() !== wanted.join())
        failures.push(`${persona} searches the case number of ${resident}: ${posted.status}, ${found.length} found`);
    });
  }
}
