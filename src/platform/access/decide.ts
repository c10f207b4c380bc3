import type { Actor, Facet } from './actor.ts';
import { ACCESS, type AccessRow, type Act, type Purpose, type Relation } from './table.ts';

/** What is asked for: part of a record, or an act. */
export type Asked =
  | { readonly kind: 'see'; readonly facet: Facet; readonly categories: readonly string[]; readonly ownParty: boolean }
  | { readonly kind: 'do'; readonly act: Act };

/** What the actor's grants say of one resident: the answer of the database function `platform.rights`. */
export type Seen = {
  /** Categories granted. */
  readonly c: readonly string[];
  readonly w: readonly string[];
  readonly o: readonly string[];
  /** Relations. */
  readonly r: readonly Relation[];
  readonly p: readonly string[];
  /** Until when, where every relation has ended; else null. */
  readonly u: string | null;
  /** Stored only, at the resident's request (GDPR 18): nothing is seen and nothing done. */
  readonly x?: boolean;
  /** Ids of entries that are withheld from who looks; absent where nothing is ever withheld. */
  readonly h?: readonly string[];
  /** The address of this resident is kept secret. */
  readonly s?: true;
};

export type Decision =
  | { readonly allow: true; readonly purpose: Purpose; readonly ground: string; readonly relation: Relation }
  | { readonly allow: false; readonly reason: string };

/** The relations an actor has with a resident: those of the grants, or what the role is by itself. */
export function relationsOf(actor: Actor, seen: Seen | undefined): readonly Relation[] {
  if (actor.mode) return seen && seen.u === null ? seen.r : [];
  if (actor.role === 'system') return ['agreement'];
  if (actor.role === 'privacy-officer' || actor.role === 'policy-adviser') return ['duty'];
  return seen && seen.r.length > 0 ? seen.r : ['none'];
}

/**
 * Decides, from the one table. `seen` is what the grants say (undefined: no relation).
 * A relation that has ended still sees what it had received (the database keeps the date), and does nothing by it any more.
 */
export function decide(
  actor: Actor,
  asked: Asked,
  seen: Seen | undefined,
  purpose?: Purpose,
  table: readonly AccessRow[] = ACCESS,
): Decision {
  if (seen?.x) return { allow: false, reason: 'processing is restricted' };
  // Who had a relation that has ended does what a stranger of that role may: a practice may refer somebody anew.
  const ended = asked.kind === 'do' && seen?.u != null;
  const relations = ended ? relationsOf(actor, undefined) : relationsOf(actor, seen);
  const rows = table.filter((row) => row.role === actor.role && relations.includes(row.relation));
  if (rows.length === 0)
    return { allow: false, reason: ended ? 'the relation has ended' : 'no row for this role and relation' };
  const fitting = purpose ? rows.filter((row) => row.purpose === purpose) : rows;
  if (fitting.length === 0) return { allow: false, reason: 'another purpose' };
  if (asked.kind === 'do') {
    const row = fitting.find((candidate) => candidate.acts.includes(asked.act));
    return row
      ? { allow: true, purpose: row.purpose, ground: row.ground, relation: row.relation }
      : { allow: false, reason: `not an act of this role: ${asked.act}` };
  }
  const row = fitting.find(
    (candidate) => candidate.whole.includes(asked.facet) || (asked.ownParty && candidate.own.includes(asked.facet)),
  );
  if (!row) return { allow: false, reason: `not seen by this role: ${asked.facet}` };
  const missing = actor.role === 'system' ? [] : asked.categories.filter((category) => !seen?.c.includes(category));
  if (missing.length > 0) return { allow: false, reason: `category not granted: ${missing.join(', ')}` };
  return { allow: true, purpose: row.purpose, ground: row.ground, relation: row.relation };
}

/** What a relation opens for a role: the columns of a grant. Throws when the table has no such row. */
export function grantFacets(
  relation: Relation,
  table: readonly AccessRow[] = ACCESS,
): { readonly whole: readonly Facet[]; readonly own: readonly Facet[]; readonly purpose: Purpose } {
  const rows = table.filter((row) => row.relation === relation);
  if (rows.length === 0) throw new Error(`No access row for relation ${relation}`);
  const whole = [...new Set(rows.flatMap((row) => row.whole))];
  return {
    whole,
    own: [...new Set(rows.flatMap((row) => row.own))].filter((facet) => !whole.includes(facet)),
    purpose: rows[0]!.purpose,
  };
}
