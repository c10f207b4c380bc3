import { EXPECTED, WHO_SIGN_IN } from './expected.ts';
import {
  CALENDAR_PAGES,
  CASE_PAGES,
  CONSENT_PAGES,
  FILE_PAGES,
  OWN_PAGES,
  TASK_PAGES,
  THREAD_PAGES,
} from './expected-pages.ts';
import type { House } from './house.ts';
import { sight } from './walk.ts';
import { unused } from './walk-reads.ts';
import { asOwner, RESIDENTS, type ResidentName } from './world.ts';

type Asked = {
  readonly path: string;
  /** The same page of something that never was. */
  readonly never: string;
  readonly who: readonly string[];
  readonly resident?: ResidentName;
  readonly what: string;
};

/** Every page with what it is about filled in, and who may open it. */
function pagesOf(house: House): readonly Asked[] {
  const { entries, ids } = house.world;
  const idOf = (resident: ResidentName, ...labels: readonly string[]) =>
    entries.find((entry) => entry.resident === resident && labels.includes(entry.label))?.id;
  const about = (
    page: string,
    place: string,
    resident: ResidentName,
    id: string | undefined,
    who: readonly string[],
  ): readonly Asked[] =>
    id === undefined
      ? []
      : [
          {
            path: page.replace(place, id),
            never: page.replace(place, unused(ids.R1)),
            who,
            resident,
            what: `${page} of ${resident}`,
          },
        ];
  return [
    ...Object.entries(OWN_PAGES).map(([path, who]) => ({
      path,
      // Of a colleague or a practice: the same page about one that never was. Else beside it, so that the same link of the
      // navigation is the current one.
      never: /^\/organisatie\/(?:mensen|teams)\/[a-z-]+-/.test(path)
        ? path.replace(/(mensen|teams)\/[^/]+/, '$1/never-was')
        : path.split('/').length > 3
          ? path.replace(/[^/]*$/, 'nergens')
          : `/${path.split(/[/?]/)[1]}/nergens`,
      who,
      what: path,
    })),
    ...Object.entries(CASE_PAGES).flatMap(([page, whose]) =>
      RESIDENTS.flatMap((one) =>
        about(page, ':case', one, idOf(one, 'ServiceRequest:first', 'ServiceRequest'), whose[one] ?? []),
      ),
    ),
    ...Object.entries(TASK_PAGES).flatMap(([page, hops]) =>
      (['first', 'onward'] as const).flatMap((hop) =>
        RESIDENTS.flatMap((one) => about(page, ':task', one, idOf(one, `Task:${hop}`, 'Task'), hops[hop][one] ?? [])),
      ),
    ),
    ...Object.entries(CALENDAR_PAGES).flatMap(([page, whose]) =>
      RESIDENTS.flatMap((one) => about(page, ':appointment', one, idOf(one, 'Appointment'), whose[one] ?? [])),
    ),
    ...Object.entries(FILE_PAGES).flatMap(([page, whose]) =>
      RESIDENTS.flatMap((one) => about(page, ':file', one, house.world.files[one]?.id, whose[one] ?? [])),
    ),
    ...Object.entries(THREAD_PAGES).flatMap(([page, whose]) => {
      const [place = ''] = /:\w+/.exec(page) ?? [];
      const label = `Communication:${place.slice(1)}`;
      return RESIDENTS.flatMap((one) => about(page, place, one, idOf(one, label), whose[one] ?? []));
    }),
    ...Object.entries(CONSENT_PAGES).flatMap(([page, whose]) =>
      RESIDENTS.flatMap((one) => about(page, ':consent', one, idOf(one, 'Consent:first', 'Consent'), whose[one] ?? [])),
    ),
  ];
}

/** Every page by everybody who signed in, and by somebody who did not. */
export async function walkPages(house: House, personas = WHO_SIGN_IN): Promise<readonly string[]> {
  const failures: string[] = [];
  const pages = pagesOf(house);
  const bsns = Object.values(house.world.bsns);
  const opened = new Map<string, Opened>();
  for (const persona of personas) {
    if (persona === 'demo-system') continue;
    const visitor = await house.signIn(persona);
    const nothing = new Map<string, string>();
    const get = (path: string) => {
      // What was to be said once is not part of the page.
      for (const name of visitor.cookies.keys()) if (name.includes('flash')) visitor.cookies.delete(name);
      return visitor.get(path);
    };
    for (const { path, never, who, what, resident } of pages) {
      const answer = await get(path);
      const html = await answer.text();
      const requestId = answer.headers.get('x-request-id') ?? '';
      if (answer.status !== 303) {
        const entry = house.world.entries.find(({ id }) => path.includes(id));
        const known = entry !== undefined && sight(EXPECTED[persona]!, entry) !== 'absent';
        opened.set(requestId, { persona, what, resident, shown: answer.status === 200, known });
      }
      const shown =
        answer.status === 200 ||
        (answer.status === 303 && !/inloggen|\/rol/.test(answer.headers.get('location') ?? ''));
      if (who.includes(persona) ? !shown : answer.status !== 404)
        failures.push(`${persona} opens ${what}: ${answer.status} ${answer.headers.get('location') ?? ''}`);
      if (answer.status === 404) {
        if (!nothing.has(never)) nothing.set(never, alike(await (await get(never)).text(), never));
        if (alike(html, path) !== nothing.get(never))
          failures.push(`${persona} opens ${what}: what is denied looks otherwise than what never was`);
      }
      if (bsns.some((bsn) => html.includes(bsn))) failures.push(`${persona} opens ${what}: the page holds a BSN`);
    }
  }
  failures.push(...(await unlogged(house, opened)));
  for (const { path, what } of pages) {
    const answer = await house.ask(undefined, path);
    if (answer.status !== 303 || !answer.headers.get('location')?.startsWith('/inloggen'))
      failures.push(`Nobody opens ${what}: ${answer.status}`);
  }
  return failures;
}

type Opened = {
  readonly persona: string;
  readonly what: string;
  readonly resident: ResidentName | undefined;
  readonly shown: boolean;
  /** Not its page, but theirs to know: a team's Task with a provider. */
  readonly known: boolean;
};

/** Pages that left no line: who, in which role, where, for what purpose; or that it was denied. */
async function unlogged(house: House, opened: ReadonlyMap<string, Opened>): Promise<readonly string[]> {
  const rows = await asOwner(
    house.ownerUrl,
    `select request_id, action, allowed, person, role, organisation, purpose, ground, resident_id::text from platform.audit where door = 'page'`,
  );
  const lines = Map.groupBy(rows, (row) => row.request_id as string);
  return [...opened].flatMap(([requestId, { persona, what, resident, shown, known }]) => {
    const expected = EXPECTED[persona]!;
    const mine = (lines.get(requestId) ?? []).filter(
      (line) =>
        line.person === expected.person && line.role === expected.role && line.organisation === expected.organisation,
    );
    if (!shown)
      return mine.some((line) => line.allowed === false || known) ? [] : [`${persona}: ${what}, denied, left no line`];
    // Pages about nobody else have lines of their own (lists), tested there.
    if (resident === undefined) return [];
    const told = mine.some(
      (line) =>
        line.action === 'opened' &&
        line.allowed === true &&
        line.resident_id === house.world.ids[resident] &&
        line.purpose === expected.purpose &&
        line.ground !== 'none',
    );
    return told ? [] : [`${persona}: ${what}, opened, left no line`];
  });
}

/** A page without its own address and what differs by the moment: tokens of forms, how much is new, until when. */
export function alike(html: string, path: string): string {
  return (
    html
      // Not where it is the end of another page's address.
      .replace(new RegExp(`(?<![\\w-])${RegExp.escape(path)}`, 'g'), '')
      .replaceAll(encodeURIComponent(path), '')
      .replace(/[0-9a-f]{32}-[0-9a-z]{26}/g, '')
      .replace(/<span class="(?:omzien-person__until|utrecht-badge-counter)">[^<]*<\/span>/g, '')
      .replace(/name="(_csrf|_once)" value="[^"]*"/g, '')
  );
}
