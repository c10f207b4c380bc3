const SCOPE = /^(patient|user|system)\/(\*|[A-Z][A-Za-z]+)\.(c?r?u?d?s?|\*|read|write)$/;
const BEFORE_SMART_2: Readonly<Record<string, string>> = { '*': 'cruds', read: 'rs', write: 'cud' };

type Scope = { readonly kind: string; readonly type: string; readonly may: string };

/** Whether this is a scope that Omzien grants: SMART 2 (`system/Task.rs`) or as before (`system/Task.read`), no filter. */
export function isScope(text: string): boolean {
  return readScope(text) !== undefined;
}

/**
 * What of the scopes asked is registered (SMART App Launch 2.2, section 3.0): of `system/*.cruds` a client that may
 * read Tasks gets `system/Task.rs`. Nothing in particular asked: all that is registered. What is no scope is left out.
 */
export function commonScopes(asked: readonly string[], registered: readonly string[]): readonly string[] {
  if (asked.length === 0) return registered;
  const common = asked.flatMap((one) => registered.flatMap((other) => shared(readScope(one), readScope(other)) ?? []));
  return [...new Set(common)];
}

function shared(a: Scope | undefined, b: Scope | undefined): string | undefined {
  if (!a || !b || a.kind !== b.kind) return undefined;
  if (a.type !== b.type && a.type !== '*' && b.type !== '*') return undefined;
  const may = [...a.may].filter((letter) => b.may.includes(letter)).join('');
  return may === '' ? undefined : `${a.kind}/${a.type === '*' ? b.type : a.type}.${may}`;
}

function readScope(text: string): Scope | undefined {
  const [, kind, type, may] = SCOPE.exec(text) ?? [];
  return kind && type && may ? { kind, type, may: BEFORE_SMART_2[may] ?? may } : undefined;
}
