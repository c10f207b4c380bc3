/**
 * The NL API Design Rules (ADR 2.x, Logius) as checks of our own: each rule by its id, over the description
 * (`openapi.json`) and over what the running API answers. A check gives sentences; none is a good API. Rules that only
 * people can judge (`/core/transition-period`, `/core/deprecation-schedule`) are held by docs/api.md.
 */

// biome-ignore lint/suspicious/noExplicitAny: the description is looked at as it comes
type Any = any;

/** One answer of the running API. */
export type Answered = {
  readonly what: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Whether this is open data, for pages elsewhere too. */
  readonly open?: boolean;
};

export type Looked = { readonly document: Any; readonly answers: readonly Answered[]; readonly changes: string };

type Rule = (looked: Looked) => readonly string[];

const VERBS = /^(?:haal|maak|zoek|lees|geef|stuur|verwijder|wijzig|get|list|create|read|update|delete|search|find)/;
/** The words of this API, typed by hand: Dutch nouns. */
const DUTCH = `zaken abonnementen gebeurtenissen diensten gemeenten ketenaanpakken na aantal afgesloten vanaf gemeente
  behoefte id gebieden indicatoren waarden stappen vooruitzichten thema gebied jaar bron variant totalen`.split(/\s+/);
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

const paths = ({ document }: Looked): readonly (readonly [path: string, item: Any])[] =>
  Object.entries(document.paths ?? {});
const operations = (
  looked: Looked,
): readonly (readonly [what: string, operation: Any, method: string, path: string])[] =>
  paths(looked).flatMap(([path, item]) =>
    Object.entries<Any>(item)
      .filter(([method]) => method !== 'parameters')
      .map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation, method, path] as const),
  );
const segments = (path: string) => path.split('/').filter((one) => one !== '');
const named = (path: string) => segments(path).filter((one) => !one.startsWith('{'));
const resolved = (document: Any, value: Any): Any =>
  value?.$ref
    ? String(value.$ref)
        .replace(/^#\//, '')
        .split('/')
        .reduce((at, key) => at?.[key], document)
    : value;
const walk = (value: Any, see: (key: string, value: Any) => void): void => {
  if (value === null || typeof value !== 'object') return;
  for (const [key, one] of Object.entries(value)) {
    see(key, one);
    walk(one, see);
  }
};
const isList = (document: Any, operation: Any) =>
  resolved(document, operation.responses?.['200']?.content?.['application/json']?.schema)?.properties?.resultaten !==
  undefined;

export const RULES: Readonly<Record<string, Rule>> = {
  '/core/naming-resources': (looked) =>
    paths(looked).flatMap(([path]) =>
      named(path).flatMap((one) => (/^[a-z]+(?:-[a-z]+)*$/.test(one) && !VERBS.test(one) ? [] : [`${path}: ${one}`])),
    ),
  '/core/naming-collections': (looked) =>
    operations(looked).flatMap(([what, operation, , path]) => {
      const parts = segments(path);
      const collections = parts.filter((one, place) => !one.startsWith('{') && parts[place + 1]?.startsWith('{'));
      if (isList(looked.document, operation)) collections.push(parts.at(-1) ?? '');
      return collections.filter((one) => !/(?:en|s)$/.test(one)).map((one) => `${what}: ${one} is no plural`);
    }),
  '/core/nested-child': (looked) =>
    paths(looked).flatMap(([path]) => {
      const parts = segments(path);
      return parts.some((one, place) => !one.startsWith('{') && place > 0 && !parts[place - 1]?.startsWith('{'))
        ? [path]
        : [];
    }),
  '/core/interface-language': (looked) => [
    ...paths(looked).flatMap(([path]) =>
      named(path)
        .filter((one) => !DUTCH.includes(one))
        .map((one) => `${path}: ${one}`),
    ),
    ...operations(looked).flatMap(([what, { parameters = [] }]) =>
      parameters.filter((one: Any) => !DUTCH.includes(one.name)).map((one: Any) => `${what}: ${one.name}`),
    ),
  ],
  '/core/no-trailing-slash': (looked) => [
    ...paths(looked).flatMap(([path]) => (path !== '/' && path.endsWith('/') ? [path] : [])),
    ...looked.answers.flatMap(({ what, status }) =>
      /^GET .+\/$/.test(what) && status !== 404 ? [`${what}: ${status}`] : [],
    ),
  ],
  '/core/hide-implementation': (looked) =>
    looked.answers.flatMap(({ what, headers, text }) =>
      headers.has('x-powered-by') || headers.has('server') || /node_modules|\bat .+\.ts:|SQLSTATE|postgres/i.test(text)
        ? [what]
        : [],
    ),
  '/core/date-time': (looked) => {
    const wrong: string[] = [];
    walk(looked.document.components?.schemas, (key, value) => {
      if (/^(?:tijdstip|begonnen|gewijzigd)$/.test(key) && value?.format !== 'date-time') wrong.push(key);
      if (key === 'uiterlijk' && value?.format !== 'date') wrong.push(key);
    });
    for (const { what, text } of looked.answers)
      for (const [, moment] of text.matchAll(/"(\d{4}-\d\d-\d\dT[^"]*)"/g))
        if (!moment?.endsWith('Z')) wrong.push(`${what}: ${moment}`);
    return wrong;
  },
  '/core/http-methods': (looked) => [
    ...operations(looked).flatMap(([what, , method]) => (METHODS.includes(method) ? [] : [what])),
    ...looked.answers.flatMap(({ what, status, headers }) =>
      status === 405 && !headers.get('allow') ? [`${what}: no Allow`] : [],
    ),
  ],
  '/core/http-safety': (looked) =>
    operations(looked).flatMap(([what, operation, method]) =>
      method === 'get' && operation.requestBody ? [what] : [],
    ),
  '/core/stateless': (looked) => [
    ...operations(looked).flatMap(([what, { parameters = [] }]) =>
      parameters.some((one: Any) => one.in === 'cookie') ? [what] : [],
    ),
    ...looked.answers.flatMap(({ what, headers }) => (headers.has('set-cookie') ? [what] : [])),
  ],
  '/core/doc-openapi': ({ document }) => {
    const wrong: string[] = [];
    if (!/^3\.\d+\.\d+$/.test(document.openapi ?? '')) wrong.push('no OpenAPI 3');
    if (Object.keys(document.paths ?? {}).length === 0) wrong.push('no paths');
    walk(document, (key, value) => {
      if (key === '$ref' && resolved(document, { $ref: value }) === undefined) wrong.push(`${value} leads nowhere`);
    });
    return wrong;
  },
  '/core/doc-openapi-contact': ({ document }) => (document.info?.contact?.name ? [] : ['no contact']),
  '/core/doc-language': (looked) =>
    operations(looked).flatMap(([what, { summary }]) =>
      typeof summary === 'string' && !/\b(?:the|your|list of)\b/i.test(summary) ? [] : [what],
    ),
  '/core/publish-openapi': ({ answers }) => {
    const found = answers.find(({ what }) => what === 'GET /openapi.json');
    if (found?.status !== 200) return ['not at /api/v1/openapi.json without a token'];
    if (found.headers.get('access-control-allow-origin') !== '*') return ['not readable from elsewhere'];
    return found.headers.get('content-type')?.startsWith('application/json') ? [] : ['not JSON'];
  },
  '/core/uri-version': ({ document }) => {
    const major = String(document.info?.version).split('.')[0];
    const servers = (document.servers ?? []) as readonly { url: string }[];
    return [
      ...(servers.length === 0 ? ['no server'] : []),
      ...servers.flatMap(({ url }) => (new RegExp(`/v${major}$`).test(url) ? [] : [url])),
      ...Object.keys(document.paths ?? {}).filter((path) => /\/v\d/.test(path)),
    ];
  },
  '/core/semver': ({ document }) =>
    /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-[0-9a-z.-]+)?$/.test(document.info?.version ?? '')
      ? []
      : [String(document.info?.version)],
  '/core/changelog': ({ document, changes }) =>
    changes.includes(`## ${document.info?.version}`) ? [] : ['this version has no changes'],
  '/core/version-header': ({ document, answers }) =>
    answers.flatMap(({ what, headers }) => (headers.get('api-version') === document.info?.version ? [] : [what])),
  '/core/transport/tls': ({ document }) =>
    ((document.servers ?? []) as readonly { url: string }[])
      .filter(({ url }) => !/^https:\/\/|^http:\/\/localhost(?::|\/)/.test(url))
      .map(({ url }) => url),
  '/core/transport/no-sensitive-uris': (looked) =>
    operations(looked).flatMap(([what, { parameters = [] }]) =>
      parameters
        .filter((one: Any) => /bsn|naam|geboorte|token|geheim|adres|postcode/i.test(one.name))
        .map((one: Any) => `${what}: ${one.name}`),
    ),
  '/core/transport/security-headers': ({ document, answers }) =>
    answers.flatMap(({ what, status, headers, open }) => {
      const https = String(document.servers?.[0]?.url).startsWith('https:');
      const wanted: readonly (readonly [string, RegExp])[] = [
        ['cache-control', open ? /no-store|^public, max-age=\d+$/ : /no-store/],
        ['content-security-policy', /frame-ancestors 'none'/],
        ['x-content-type-options', /^nosniff$/],
        ['x-frame-options', /^DENY$/],
        ...(status === 204 ? [] : ([['content-type', /^application\/(?:problem\+)?json/]] as const)),
        ...(https ? ([['strict-transport-security', /max-age/]] as const) : []),
      ];
      return wanted.filter(([name, value]) => !value.test(headers.get(name) ?? '')).map(([name]) => `${what}: ${name}`);
    }),
  '/core/transport/cors': ({ answers }) =>
    answers.flatMap(({ what, headers, open }) =>
      !open && headers.get('access-control-allow-origin') === '*' ? [what] : [],
    ),
  '/core/error-handling/problem-details': (looked) => [
    ...looked.answers.flatMap(({ what, status, headers, text }) => {
      if (status < 400) return [];
      if (!headers.get('content-type')?.startsWith('application/problem+json'))
        return [`${what}: ${headers.get('content-type')}`];
      const body = JSON.parse(text) as { status?: number; title?: string };
      return body.status === status && body.title ? [] : [what];
    }),
    ...operations(looked).flatMap(([what, { responses }]) =>
      Object.entries<Any>(responses)
        .filter(([status, one]) => Number(status) >= 400 && !one.content?.['application/problem+json'])
        .map(([status]) => `${what}: ${status}`),
    ),
  ],
};

/** What is wrong, each with the id of its rule. */
export function violations(looked: Looked): readonly string[] {
  return Object.entries(RULES).flatMap(([id, rule]) => rule(looked).map((what) => `${id} ${what}`));
}
