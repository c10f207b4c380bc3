import {
  type AccessRow,
  type Actor,
  type Asked,
  decide,
  type Relation,
  type RoleCode,
  type Seen,
} from '../../src/platform/index.ts';
import { ACTS, DECISIONS, FACETS, RELATIONS, ROLES } from './expected.ts';
import { inList, words } from './walk.ts';

/** What the role itself is to everybody, whatever the grants say; typed by hand. */
const BY_ITSELF: Readonly<Record<string, string>> = {
  system: 'agreement',
  'privacy-officer': 'duty',
  'policy-adviser': 'duty',
};

/** Asks `decide()` every role × relation × facet × act and compares with the answers typed by hand. */
export function decideFailures(table: readonly AccessRow[]): readonly string[] {
  return words(ROLES).flatMap((role) => roleFailures(table, role));
}

/** Whether some answer of this table is not as typed by hand; this role is asked first, the others when it notices nothing. */
export function decideNotices(table: readonly AccessRow[], first: string): boolean {
  const others = words(ROLES).filter((role) => role !== first);
  return [first, ...others].some((role) => roleFailures(table, role).length > 0);
}

function roleFailures(table: readonly AccessRow[], role: string): readonly string[] {
  const failures: string[] = [];
  const expect = (what: string, allowed: boolean, wanted: boolean) => {
    if (allowed !== wanted) failures.push(`${what}: ${allowed ? 'allowed' : 'denied'}, expected the other`);
  };
  for (const relation of words(RELATIONS)) {
    // Two relations count for somebody who looks for that one reason only, on a page of its own.
    const mode: Actor['mode'] = relation === 'emergency' || relation === 'request' ? relation : undefined;
    const counted = mode ?? BY_ITSELF[role] ?? relation;
    const expected = DECISIONS[`${role}, ${counted}`];
    const actor = { ...NOBODY, role: role as RoleCode, ...(mode ? { mode } : {}) };
    const seen = relation === 'none' ? undefined : seenBy(relation as Relation, null);
    const ask = (asked: Asked, given = seen) => decide(actor, asked, given, undefined, table);
    for (const facet of words(FACETS)) {
      const see = (ownParty: boolean, categories: readonly string[] = []) =>
        ask({ kind: 'see', facet: facet as never, categories, ownParty });
      expect(`${role}, ${relation}, sees ${facet}`, see(false).allow, inList(expected?.whole, facet));
      const own = inList(expected?.whole, facet) || inList(expected?.own, facet);
      const mine = see(true);
      expect(`${role}, ${relation}, sees ${facet} that names its party`, mine.allow, own);
      if (mine.allow && (mine.purpose !== expected?.purpose || mine.ground.length < 5))
        failures.push(`${role}, ${relation}: sees ${facet} for purpose ${mine.purpose} on ground ${mine.ground}`);
      // A category that was not granted hides the entry, for people.
      const money = see(true, ['support', 'income-debt']);
      expect(
        `${role}, ${relation}, sees ${facet} on debts without that category`,
        money.allow,
        own && role === 'system' && !mode,
      );
    }
    for (const act of words(ACTS)) {
      const asked = { kind: 'do', act: act as never } as const;
      const done = ask(asked);
      expect(`${role}, ${relation}, does ${act}`, done.allow, inList(expected?.acts, act));
      if (done.allow && (done.purpose !== expected?.purpose || done.ground.length < 5))
        failures.push(`${role}, ${relation}: does ${act} for purpose ${done.purpose} on ground ${done.ground}`);
      // A relation that has ended does what somebody without one may, and no more.
      if (relation === 'none' || BY_ITSELF[role] || mode) continue;
      const afterwards = ask(asked, seenBy(relation as Relation, '2026-11-01T00:00:00Z'));
      expect(
        `${role}, ended ${relation}, does ${act}`,
        afterwards.allow,
        inList(DECISIONS[`${role}, none`]?.acts, act),
      );
    }
  }
  return failures;
}

const NOBODY: Actor = {
  person: 'Practitioner/x',
  name: 'X',
  role: 'provider',
  roleRef: '',
  organisation: '',
  organisationName: '',
  services: [],
};

const seenBy = (relation: Relation, until: string | null): Seen => ({
  c: ['support'],
  w: [],
  o: [],
  r: [relation],
  p: [],
  u: until,
});
