import type { WorklistLine } from '../../src/pathways/index.ts';
import { openTask, worklist } from '../../src/pathways/index.ts';
import { EXPECTED } from './expected.ts';
import { FHIR, type Walk } from './walk.ts';
import { actorInRole, asOwner, type ResidentName } from './world.ts';

/** Who is offered what and has not said yes: first name, age, postcode area and need, and no more. */
const OFFERS = [
  { persona: 'provider-beweegpunt', resident: 'R1', label: 'Task:onward', given: 'Annie', age: 75, area: '7521' },
  { persona: 'coach-noord', resident: 'R6', label: 'Task:first', given: 'Zesde', age: 66, area: '7511' },
  { persona: 'coordinator-noord', resident: 'R6', label: 'Task:first', given: 'Zesde', age: 66, area: '7511' },
] as const;

/** What tells who somebody is, beyond that. */
const telling = (walk: Walk, resident: ResidentName): readonly string[] => {
  const { family, bsns } = walk.house.world;
  return resident === 'R1'
    ? [
        'Annie Voorbeeld',
        `"${family.R1}"`,
        bsns.R1,
        '1951-04-12',
        '7521AB',
        '7521 AB',
        'Voorbeeldstraat',
        '085 000 0101',
        'annie.voorbeeld',
      ]
    : [family[resident], bsns[resident], '1960-06-06', '7511AB', '7511 AB'];
};

/** The offer in the list, opened, and through FHIR. */
export async function walkOffers(walk: Walk): Promise<void> {
  const { house, failures } = walk;
  for (const { persona, resident, label, given, age, area } of OFFERS) {
    const actor = await actorInRole(house.ground, persona);
    const entry = house.world.entries.find((one) => one.resident === resident && one.label === label)!;
    const list = await worklist(house.ground, actor, { view: 'new', count: 100 }, { door: 'page' });
    const line = list.ok ? list.value.lines.find((one) => one.id === entry.id) : undefined;
    const shown = line && [line.kind, line.label, line.age, line.area];
    if (JSON.stringify(shown) !== JSON.stringify(['offer', given, age, area]))
      failures.push(`${persona}: the offer of ${resident} shows ${JSON.stringify(shown)}`);
    const opened = await openTask(house.ground, actor, entry.id, { door: 'page' });
    const fhir = await walk.ask(persona, `${FHIR}/Task/${entry.id}`);
    const found = await walk.ask(persona, `${FHIR}/ServiceRequest?patient=${house.world.ids[resident]}`);
    const seen = [visible(line), opened.ok ? JSON.stringify(opened.value) : '', fhir.text, found.text];
    if (!opened.ok || fhir.status !== 200) failures.push(`${persona} cannot open the offer of ${resident}`);
    for (const word of telling(walk, resident))
      if (seen.some((text) => text.toLowerCase().includes(word.toLowerCase())))
        failures.push(`${persona}: the offer of ${resident} tells ${word}`);
  }
}

/** A line as a list shows it; the ids in it are not shown. */
function visible(line: WorklistLine | undefined): string {
  return JSON.stringify({ ...line, resident_id: '', id: '', case_id: '' });
}

/** Whom each list names; everybody else's list is empty or not there. Typed by hand. */
const LISTS: Readonly<Record<string, readonly ResidentName[]>> = {
  'nurse-enschede': ['R1', 'R2', 'R3', 'R5', 'R6'],
  'gp-enschede': ['R1', 'R2', 'R3', 'R5', 'R6'],
  'coach-noord': ['R1', 'R2', 'R3', 'R6'],
  'coach-noord-colleague': ['R1', 'R2', 'R3', 'R6'],
  'coordinator-noord': ['R1', 'R2', 'R3', 'R6'],
  'provider-beweegpunt': ['R1', 'R2', 'R3'],
};

/** Every list of everybody at work; a list leaves a line "listed" for each resident in it. */
export async function walkLists(walk: Walk): Promise<void> {
  const { house, failures } = walk;
  const names = new Map(Object.entries(house.world.ids).map(([name, id]) => [id, name]));
  for (const persona of walk.personas) {
    const expected = EXPECTED[persona]!;
    // Systems have no list of their own.
    if (expected.role === 'resident' || expected.role.endsWith('system')) continue;
    const actor = await actorInRole(house.ground, persona.split('/').at(-1)!);
    const found = new Set<string>();
    for (const view of ['open', 'closed'] as const) {
      const requestId = `list-${persona}-${view}-${Math.random()}`;
      const list = await worklist(house.ground, actor, { view, count: 100 }, { door: 'page', requestId });
      const residents = new Set((list.ok ? list.value.lines : []).map((line) => line.resident_id));
      for (const id of residents) found.add(names.get(id) ?? id);
      const lines = await asOwner(
        house.ownerUrl,
        `select resident_id::text as resident, allowed, person from platform.audit where request_id = '${requestId}' and action = 'listed'`,
      );
      for (const id of residents)
        if (!lines.some((line) => line.resident === id && line.allowed && line.person === expected.person))
          failures.push(`${persona}: the list with ${names.get(id)} left no line`);
      if (!list.ok && !lines.some((line) => line.allowed === false))
        failures.push(`${persona}: a list that was denied left no line`);
    }
    const shown = [...found].sort().join(' ');
    if (shown !== (LISTS[persona] ?? []).join(' ')) failures.push(`${persona}: the lists show ${shown}`);
  }
}

/** Where a BSN may never be: in what is logged, audited, sent out or put in a list. */
export async function walkBsnKept(walk: Walk): Promise<void> {
  const { house, failures } = walk;
  const bsns = Object.values(house.world.bsns);
  const told = house.log.filter((line) => bsns.some((bsn) => line.includes(bsn)));
  if (told.length > 0) failures.push(`The log holds a BSN: ${told[0]}`);
  for (const table of [
    'platform.audit',
    'platform.outbox',
    'platform.message',
    'platform.session',
    'platform.once',
    'record.resource',
    'record.history',
    'record.person',
    'pathways.worklist',
    'pathways."case"',
  ]) {
    const rows = await asOwner(
      house.ownerUrl,
      `select count(*)::int as n from ${table} t where to_jsonb(t)::text ~ '${bsns.join('|')}'`,
    );
    if (rows[0]?.n !== 0) failures.push(`${table} holds a BSN that is not sealed`);
  }
}

/** How many BSNs each persona reads in what they may read. */
export async function walkBsnShown(walk: Walk): Promise<void> {
  const { house, failures } = walk;
  const bsns = Object.values(house.world.bsns);
  for (const persona of walk.personas) {
    const expected = EXPECTED[persona]!;
    const { text } = await walk.ask(persona, `${FHIR}/Patient?_count=200`);
    const shown = bsns.filter((bsn) => text.includes(bsn)).length;
    const wanted = expected.bsn
      ? Object.values(expected.sees ?? {}).filter((seen) => /(^|\s)(all|Patient)(\s|$)/.test(seen)).length
      : 0;
    if (shown !== wanted) failures.push(`${persona} reads ${shown} BSNs, expected ${wanted}`);
  }
}
