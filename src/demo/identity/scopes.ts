const SCOPE = /^(patient|user|system)\/(\*|[A-Z][A-Za-z]+)\.(c?r?u?d?s?|\*|read|write)$/;
const OLD: Readonly<Record<string, string>> = { '*': 'cruds', read: 'rs', write: 'cud' };

/**
 * Is a SMART on FHIR scope covered by another? Both spellings count: `user/Patient.rs` and, as before SMART 2,
 * `user/Patient.read`. A scope with a search in it (`?category=…`) is never covered: it would promise a filter.
 */
export function isWithin(asked: string, allowed: string): boolean {
  const a = parse(asked);
  const b = parse(allowed);
  if (!a || !b) return false;
  return (
    a.who === b.who && (b.type === '*' || a.type === b.type) && [...a.may].every((letter) => b.may.includes(letter))
  );
}

/** The scopes of `asked` that `allowed` covers; all of `allowed` when nothing in particular is asked. */
export function grantedScopes(asked: string | undefined, allowed: readonly string[]): readonly string[] {
  const wanted = asked?.split(' ').filter(Boolean) ?? [];
  if (wanted.length === 0) return allowed;
  return wanted.filter((scope) => allowed.some((cover) => isWithin(scope, cover)));
}

function parse(scope: string): { readonly who: string; readonly type: string; readonly may: string } | undefined {
  const [, who, type, may] = SCOPE.exec(scope) ?? [];
  if (!who || !type || !may) return undefined;
  return { who, type, may: OLD[may] ?? may };
}
