type Json = Readonly<Record<string, unknown>>;

/** What a resource contains: the type of each by its id. */
export type Contained = ReadonlyMap<string, string>;

const LITERAL = /(?:^|\/)([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]{1,64}(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/;

/**
 * Why a reference leads where its element cannot lead to (R4 2.3.0, 2.3.0.2): a type that does not fit, a contained
 * resource that is not there, a `type` that says otherwise. Undefined where nothing is wrong, or it cannot be told: an
 * address that names no type, a `urn:`, a search (conditional reference).
 */
export function misleads(
  reference: Json,
  targets: ReadonlySet<string> | undefined,
  contained: Contained,
): { readonly element: 'reference' | 'type'; readonly text: string } | undefined {
  const { reference: to, type: said } = reference;
  if (typeof said === 'string' && targets && !targets.has(said)) return { element: 'type', text: leadsTo(targets) };
  if (typeof to !== 'string') return undefined;
  if (to.startsWith('#') && to.length > 1) {
    const found = contained.get(to.slice(1));
    if (found === undefined) return { element: 'reference', text: `Nothing with the id ${to.slice(1)} is contained` };
    return targets && !targets.has(found) ? { element: 'reference', text: leadsTo(targets) } : undefined;
  }
  const type = to.includes('?') ? undefined : LITERAL.exec(to)?.[1];
  if (type === undefined) return undefined;
  if (targets && !targets.has(type)) return { element: 'reference', text: leadsTo(targets) };
  return typeof said === 'string' && said !== type && /^[A-Z][A-Za-z]+$/.test(said)
    ? { element: 'type', text: `Says ${said}, leads to ${type}` }
    : undefined;
}

const leadsTo = (targets: ReadonlySet<string>) => `Leads to ${[...targets].join(', ')} only`;
