import { type Actor, type Door, fail, isSystem, type Result } from '../platform/index.ts';
import type { RecordGround } from './ground.ts';
import { lineOf } from './read.ts';

/** An interaction as SMART App Launch 2.2 (section 3.0) spells it: create, read, update, delete, search. */
export type Interaction = 'c' | 'r' | 'u' | 'd' | 's';

const SCOPE = /^(patient|user|system)\/(\*|[A-Z][A-Za-z]+)\.(c?r?u?d?s?|\*|read|write)$/;
const BEFORE_SMART_2: Readonly<Record<string, string>> = { '*': 'cruds', read: 'rs', write: 'cud' };

/**
 * Whether the scopes of an actor's token cover an interaction on a type. Who came without a token (signed in, or a
 * work of our own) has no scopes and is not limited by any. A scope with a search in it covers nothing: its filter is
 * not supported here.
 */
export function scopesCover(actor: Actor, interaction: Interaction, type: string): boolean {
  if (actor.scopes === undefined) return true;
  const kinds = isSystem(actor) ? ['system'] : actor.role === 'resident' ? ['user', 'patient'] : ['user'];
  return actor.scopes.some((scope) => {
    const [, kind = '', named, may = ''] = SCOPE.exec(scope) ?? [];
    return (
      kinds.includes(kind) && (named === '*' || named === type) && (BEFORE_SMART_2[may] ?? may).includes(interaction)
    );
  });
}

/** Refuses what a token was not made for (403; it says nothing of any data), and records that. */
export async function withinScopes(
  ground: RecordGround,
  actor: Actor,
  asked: readonly { readonly interaction: Interaction; readonly type: string }[],
  door: Door,
): Promise<Result<undefined>> {
  const beyond = asked.find(({ interaction, type }) => !scopesCover(actor, interaction, type));
  if (!beyond) return { ok: true, value: undefined };
  const { interaction, type } = beyond;
  await ground.audit.write({
    ...lineOf(actor, 'opened', type, undefined, undefined, { allow: false, reason: 'scope' }, door),
    action: ACTION[interaction],
    detail: 'not in the scopes of the token',
  });
  return fail('forbidden', `This token may not do that: it needs the scope ${KIND(actor)}/${type}.${interaction}.`);
}

const KIND = (actor: Actor) => (isSystem(actor) ? 'system' : 'user');
const ACTION = { c: 'created', r: 'opened', u: 'updated', d: 'deleted', s: 'searched' } as const;
