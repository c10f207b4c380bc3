import { compilePath, type PathReader } from './path.ts';

/** What a search parameter compares (R4 3.1.1.4). */
export type ParameterType =
  | 'token'
  | 'reference'
  | 'string'
  | 'date'
  | 'number'
  | 'quantity'
  | 'uri'
  | 'composite'
  | 'special';

/** A search parameter as the specification publishes it, without what searching does not need. */
export type PublishedParameter = {
  readonly url: string;
  readonly code: string;
  readonly base: readonly string[];
  readonly type: ParameterType;
  readonly expression: string;
  readonly target: readonly string[];
  readonly component: readonly { readonly definition: string; readonly expression: string }[];
};

/** One search parameter of one type, ready to read a resource with. */
export type SearchParameter = {
  readonly name: string;
  readonly type: ParameterType;
  readonly url: string;
  /** The types a reference may lead to. */
  readonly target: readonly string[];
  readonly paths: readonly PathReader[];
  /** The parts of a composite, read from each element that the paths lead to; they differ by the type of that element. */
  readonly parts: readonly {
    readonly name: string;
    readonly type: ParameterType;
    readonly pathsIn: (root: string) => readonly PathReader[];
  }[];
};

/** What stands at the base of every resource and is searched on each type; full-text and named queries are not. */
const OF_EVERY_TYPE = ['_id', '_lastUpdated', '_profile', '_security', '_source', '_tag'];

/** `Type|name` of what this server leaves out, with the reason in the CapabilityStatement's documentation. */
const LEFT_OUT = new Set([
  'Patient|phonetic',
  'Practitioner|phonetic',
  'RelatedPerson|phonetic',
  'Organization|phonetic',
]);

/** The log is no store of resources: it is searched by what its lines say. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  AuditEvent: ['_id', '_lastUpdated', 'action', 'agent', 'agent-role', 'date', 'entity', 'outcome', 'patient', 'type'],
};

/**
 * Compiles every R4 search parameter of these types, from the parameters that the specification publishes. Throws where
 * an expression is not understood.
 */
export function compileParameters(
  published: readonly PublishedParameter[],
  types: readonly string[],
): ReadonlyMap<string, ReadonlyMap<string, SearchParameter>> {
  const byUrl = new Map(published.map((one) => [one.url, one]));
  return new Map(
    types.map((type) => {
      const own = published.filter(
        (one) =>
          (one.base.includes(type) || (one.base.includes('Resource') && OF_EVERY_TYPE.includes(one.code))) &&
          !LEFT_OUT.has(`${type}|${one.code}`) &&
          (ONLY[type]?.includes(one.code) ?? true),
      );
      return [type, new Map(own.map((one) => [one.code, compileOne(one, type, byUrl)]))] as const;
    }),
  );
}

function compileOne(
  published: PublishedParameter,
  type: string,
  byUrl: ReadonlyMap<string, PublishedParameter>,
): SearchParameter {
  const { code, url, target } = published;
  const own = alternatives(published.expression).filter((one) => startsAt(one, type));
  return {
    name: code,
    type: published.type,
    url,
    target,
    paths: own.map((one) => compilePath(type, one.replace(/\bResource\./, `${type}.`))),
    parts: published.component.map((part) => {
      const found = byUrl.get(part.definition);
      if (!found) throw new Error(`${url} is made of ${part.definition}, which is not published`);
      return {
        name: found.code,
        type: found.type,
        pathsIn: partPaths(part.expression),
      };
    }),
  };
}

/** The paths of a part, compiled for each type of element it is asked of; `DateTime` is how one of them is published. */
function partPaths(expression: string): (root: string) => readonly PathReader[] {
  const known = new Map<string, readonly PathReader[]>();
  return (root) => {
    const paths =
      known.get(root) ?? alternatives(expression).map((one) => compilePath(root, one.replace('DateTime', 'dateTime')));
    known.set(root, paths);
    return paths;
  };
}

const startsAt = (expression: string, type: string) =>
  new RegExp(`^\\(?(?:${type}|Resource)(?:\\.|$|\\))`).test(expression);

/** The alternatives of an expression, apart at each bar outside brackets. */
function alternatives(expression: string): readonly string[] {
  const found: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at <= expression.length; at++) {
    if (expression[at] === '(') depth += 1;
    if (expression[at] === ')') depth -= 1;
    if (at === expression.length || (expression[at] === '|' && depth === 0)) {
      found.push(expression.slice(from, at).trim());
      from = at + 1;
    }
  }
  return found.filter(Boolean);
}
