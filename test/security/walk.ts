import { Client } from 'pg';
import { EXPECTED, type Expected } from './expected.ts';
import type { House } from './house.ts';
import { type Entry, RESIDENTS, type ResidentName } from './world.ts';

/** One walk through a door gathers what was not as expected, in sentences; an empty list is a good house. */
export type Walk = {
  readonly house: House;
  readonly failures: string[];
  readonly personas: readonly string[];
  /** Only what was to be allowed is asked, until something is not as expected: how a house is walked that lost a right. */
  readonly hunting: boolean;
  /** Sends a request as a persona and keeps what the audit has to say of it. */
  readonly ask: (persona: string, path: string, init?: Asked) => Promise<Answer>;
  /** Looks afterwards whether every request left the line it had to. */
  readonly checkAudit: () => Promise<void>;
};
export type Asked = RequestInit & { readonly leaves?: Line };
export type Answer = { readonly status: number; readonly text: string };

/** The line a request has to leave. */
export type Line = {
  readonly action: 'opened' | 'searched' | 'created' | 'updated' | 'deleted';
  readonly allowed: boolean;
  readonly resident?: string;
  readonly subject?: string;
};

export const FHIR = '/fhir/r4';

/** A walk by these personas (all unless named). */
export function startWalk(
  house: House,
  personas: readonly string[] = Object.keys(EXPECTED),
  { hunting = false }: { readonly hunting?: boolean } = {},
): Walk {
  const failures: string[] = [];
  const lines = new Map<string, { readonly persona: string; readonly what: string; readonly line: Line }>();
  const began = `${process.pid}-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  const bsns = Object.values(house.world.bsns);
  return {
    house,
    failures,
    personas,
    hunting,
    ask: async (persona, path, { leaves, ...init } = {}) => {
      const requestId = `${began}-${lines.size}-${Math.random().toString(36).slice(2, 8)}`;
      if (leaves) lines.set(requestId, { persona, what: `${persona} ${init.method ?? 'GET'} ${path}`, line: leaves });
      const headers = { 'x-request-id': requestId, ...(init.headers as Record<string, string> | undefined) };
      const answer = await house.ask(persona, path, { ...init, headers });
      const text = await answer.text();
      if (answer.status >= 500) failures.push(`${persona} ${init.method ?? 'GET'} ${path}: ${answer.status} ${text}`);
      const told = bsns.filter((bsn) => text.includes(bsn));
      if (told.length > 0 && !EXPECTED[persona]?.bsn) failures.push(`${persona} ${path}: the answer holds a BSN`);
      return { status: answer.status, text };
    },
    checkAudit: async () => {
      const found = await logged(house.ownerUrl, began);
      for (const [requestId, { persona, what, line }] of lines) {
        const rows = found.get(requestId) ?? [];
        const fitting = rows.find(
          (row) =>
            row.action === line.action &&
            row.allowed === line.allowed &&
            (line.resident === undefined || row.resident_id === line.resident) &&
            (line.subject === undefined || row.subject_id === line.subject),
        );
        const expected = EXPECTED[persona]!;
        if (!fitting) {
          failures.push(`${what}: no line ${JSON.stringify(line)} in the audit, but ${JSON.stringify(rows)}`);
          continue;
        }
        const { person, role, organisation } = expected;
        if (fitting.person !== person || fitting.role !== role || fitting.organisation !== organisation)
          failures.push(`${what}: the audit names ${fitting.person} as ${fitting.role} at ${fitting.organisation}`);
        if (line.allowed && (fitting.purpose !== expected.purpose || !fitting.ground || fitting.ground === 'none'))
          failures.push(`${what}: the audit gives purpose ${fitting.purpose} and ground ${fitting.ground}`);
      }
    },
  };
}

type Logged = Readonly<Record<string, string>> & { readonly allowed: boolean };

async function logged(ownerUrl: string, began: string): Promise<ReadonlyMap<string, readonly Logged[]>> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select request_id, action, allowed, person, role, organisation, purpose, ground, resident_id::text, subject_id
       from platform.audit where request_id like $1`,
      [`${began}%`],
    );
    const found = new Map<string, Logged[]>();
    for (const row of rows) found.set(row.request_id, [...(found.get(row.request_id) ?? []), row]);
    return found;
  } finally {
    await client.end();
  }
}

/** How an entry answers a persona: as it stands, in the version received before the relation ended, or not at all. */
export function sight(expected: Expected, entry: Pick<Entry, 'resident' | 'label'>): 'present' | 'received' | 'absent' {
  const labels = words(expected.sees?.[entry.resident]);
  if (labels.includes('all') || labels.includes(entry.label)) return 'present';
  return labels.includes(`${entry.label}*`) ? 'received' : 'absent';
}

/** Whether a label or type is in a list of them; 'all' holds every one. */
export function inList(list: string | undefined, label: string): boolean {
  const labels = words(list);
  return labels.includes('all') || labels.includes(label);
}

export function words(text: string | undefined): readonly string[] {
  return (text ?? '').split(/\s+/).filter(Boolean);
}

/** Every label that the expected answers name exists in the world; a slip of the pen would else pass unseen. */
export function unknownLabels(entries: readonly Entry[]): readonly string[] {
  const known = new Set(entries.map((entry) => `${entry.resident} ${entry.label}`));
  return Object.entries(EXPECTED).flatMap(([persona, { sees, updates }]) =>
    [sees, updates].flatMap((given) =>
      RESIDENTS.flatMap((resident: ResidentName) =>
        words(given?.[resident])
          .filter((label) => label !== 'all' && !known.has(`${resident} ${label.replace('*', '')}`))
          .map((label) => `${persona}: ${resident} has no ${label}`),
      ),
    ),
  );
}

/** Runs work over items, a few at a time; a walk that hunts ends with the first failure. */
export async function each<T>(
  walk: Walk,
  items: readonly T[],
  work: (item: T) => Promise<void>,
  most = 8,
): Promise<void> {
  const waiting = [...items];
  const enough = () => walk.hunting && walk.failures.length > 0;
  await Promise.all(
    Array.from({ length: most }, async () => {
      for (let item = waiting.shift(); item !== undefined && !enough(); item = waiting.shift()) await work(item);
    }),
  );
}
