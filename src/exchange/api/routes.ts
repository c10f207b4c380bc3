import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import type { Region } from '../../content/index.ts';
import { listedService, listedServices } from '../../directory/index.ts';
import { followedCase, followedCases, type PathwayGround } from '../../pathways/index.ts';
import { ABSENT, type Actor, type Problem, type Result } from '../../platform/index.ts';
import { type Interaction, withinScopes } from '../../record/index.ts';
import { type ApiAsk, type Kit, problemJson, type WebContext, type WebEnv } from '../../web/index.ts';
import { eventsOf, MOST_EVENTS } from '../fhir/operations.ts';
import type { ReceiverRules } from '../send/address.ts';
import { API_VERSION } from './describe.ts';
import { documentOf, ROUTES, securityOf } from './described.ts';
import { figureRoutes } from './figures.ts';
import type { OpenFigures } from './open-figures.ts';
import { abonnement, dienst, gebeurtenis, zaak, zaakInLijst } from './shapes.ts';
import { valid } from './valid.ts';
import { addWebhook, removeWebhook, webhooksOf } from './webhooks.ts';

export type ApiParts = {
  readonly ground: PathwayGround;
  readonly region: Region;
  readonly rules: ReceiverRules;
  readonly figures: OpenFigures;
};
type Ask<Who extends Actor | undefined> = ApiAsk<Who>;
type Open = Ask<Actor | undefined>;

const SYSTEMS = ['system', 'partner-system'] as const;

/** `/api/v1` by the Dutch API Design Rules (ADR 2): what it does is what `openapi.json` says, from the same description. */
export function apiRoutes(
  app: ReturnType<Kit['routes']>,
  kit: Kit,
  { ground, region, rules, figures }: ApiParts,
): void {
  const { publicUrl } = kit.config;
  const at = { api: `${publicUrl}/api/v1`, fhir: `${publicUrl}/fhir/r4` };
  const api = new OpenAPIHono<WebEnv>({
    defaultHook: (read, c) => (read.success ? undefined : problemJson(c, unread(read.error.issues))),
  });
  // /core/version-header, on whatever is answered here.
  api.use('*', async (c, next) => {
    await next();
    c.header('API-Version', API_VERSION);
  });
  const send = (c: WebContext, done: Result<object | undefined>, status: 200 | 201 = 200, location?: string) => {
    if (!done.ok) return problemJson(c, done.problem);
    if (done.value === undefined) return c.body(null, 204);
    return c.json(done.value, status, location ? { location } : {});
  };
  const open = (route: RouteConfig, work: (ask: Open) => Promise<Result<object>>) =>
    api.openapi(route, kit.publicApi(async (ask) => send(ask.c, await work(ask))) as never);
  const closed = (
    route: RouteConfig,
    needs: readonly (readonly [Interaction, string])[],
    work: (ask: Ask<Actor>) => Promise<Response>,
  ) =>
    api.openapi(
      route,
      kit.api({ roles: SYSTEMS }, async (ask) => {
        const asked = needs.map(([interaction, type]) => ({ interaction, type }));
        const within = await withinScopes(ground, ask.actor, asked, ask.door);
        return within.ok ? work(ask) : problemJson(ask.c, within.problem);
      }) as never,
    );
  const list = (
    path: string,
    results: readonly object[],
    next: Readonly<Record<string, string | undefined>> | undefined,
  ) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(next ?? {})) if (value !== undefined) query.set(name, value);
    return {
      ok: true as const,
      value: { resultaten: results, ...(next ? { volgende: `${at.api}${path}?${query}` } : {}) },
    };
  };

  open(ROUTES.begin, async () => ({
    ok: true,
    value: {
      naam: 'Omzien API',
      versie: API_VERSION,
      beschrijving: `${at.api}/openapi.json`,
      wegwijzers: WAYS.map((name) => `${at.api}/${name}`),
    },
  }));
  closed(
    ROUTES.zaken,
    [
      ['s', 'ServiceRequest'],
      ['s', 'Task'],
    ],
    async ({ c, actor, door }) => {
      const { na, aantal, afgesloten } = valid<{ na?: string; aantal: number; afgesloten?: string }>(c, 'query');
      const closedOnly = afgesloten === undefined ? undefined : afgesloten === 'true';
      const found = await followedCases(ground, actor, { after: na, count: aantal, closed: closedOnly }, door);
      if (!found.ok) return send(c, found);
      const { lines, next } = found.value;
      const more = next && { na: next, aantal: String(aantal), afgesloten };
      return send(
        c,
        list(
          '/zaken',
          lines.map((line) => zaakInLijst(at, line)),
          more || undefined,
        ),
      );
    },
  );
  closed(
    ROUTES.zaak,
    [
      ['r', 'ServiceRequest'],
      ['r', 'Task'],
    ],
    async ({ c, actor, door }) => {
      const found = await followedCase(ground, actor, valid<{ id: string }>(c, 'param').id, door);
      return send(c, found.ok ? { ok: true, value: zaak(at, found.value) } : found);
    },
  );
  closed(ROUTES.abonnementen, [['s', 'Subscription']], async ({ c, actor }) => {
    const { na, aantal } = valid<{ na?: string; aantal: number }>(c, 'query');
    const { receivers, next } = await webhooksOf(ground, actor, { after: na, count: aantal });
    const more = next ? { na: next, aantal: String(aantal) } : undefined;
    return send(
      c,
      list(
        '/abonnementen',
        receivers.map((one) => abonnement(at, one)),
        more,
      ),
    );
  });
  closed(ROUTES.nieuwAbonnement, [['c', 'Subscription']], async ({ c, actor, door }) => {
    const asked = valid<{ adres: string; soorten: string[]; standen?: string[] }>(c, 'json');
    if (asked === undefined) return problemJson(c, NOT_JSON);
    const { adres: endpoint, soorten: types, standen: statuses } = asked;
    const made = await addWebhook(ground, rules, actor, { endpoint, types: [...new Set(types)], statuses }, door);
    if (!made.ok) return send(c, made);
    const shown = abonnement(at, made.value.receiver);
    return send(c, { ok: true, value: { ...shown, geheim: made.value.secret } }, 201, shown.url);
  });
  const own = async (c: WebContext, actor: Actor) =>
    (await webhooksOf(ground, actor, { count: 1, id: valid<{ id: string }>(c, 'param').id })).receivers[0];
  closed(ROUTES.abonnement, [['r', 'Subscription']], async ({ c, actor }) => {
    const receiver = await own(c, actor);
    return send(c, receiver ? { ok: true, value: abonnement(at, receiver) } : GONE);
  });
  closed(ROUTES.weg, [['d', 'Subscription']], async ({ c, actor, door }) =>
    send(c, await removeWebhook(ground, actor, valid<{ id: string }>(c, 'param').id, door)),
  );
  closed(ROUTES.gebeurtenissen, [['r', 'Subscription']], async ({ c, actor }) => {
    const receiver = await own(c, actor);
    if (!receiver) return send(c, GONE);
    const { vanaf } = valid<{ vanaf: number }>(c, 'query');
    const events = await eventsOf(ground, receiver, { from: BigInt(vanaf), to: BigInt(Number.MAX_SAFE_INTEGER) });
    const last = events.at(-1);
    const more = last && events.length === MOST_EVENTS ? { vanaf: String(Number(last.number) + 1) } : undefined;
    return send(
      c,
      list(
        `/abonnementen/${receiver.id}/gebeurtenissen`,
        events.map((one) => gebeurtenis(at, one)),
        more,
      ),
    );
  });
  open(ROUTES.diensten, async ({ c }) => {
    const asked = valid<{ na?: string; aantal: number; gemeente?: string; behoefte?: string }>(c, 'query');
    const { services, next } = await listedServices(ground, {
      after: asked.na,
      count: asked.aantal,
      municipality: asked.gemeente,
      need: asked.behoefte,
    });
    const { gemeente, behoefte, aantal } = asked;
    const more = next ? { na: next, aantal: String(aantal), gemeente, behoefte } : undefined;
    return list(
      '/diensten',
      services.map((one) => dienst(at, one)),
      more,
    );
  });
  open(ROUTES.dienst, async ({ c }) => {
    const found = await listedService(ground, valid<{ id: string }>(c, 'param').id);
    return found ? { ok: true, value: dienst(at, found) } : GONE;
  });
  open(ROUTES.gemeenten, async () =>
    list(
      '/gemeenten',
      region.municipalities.map(({ id, name, cbsCode }) => ({ id, naam: name, code: cbsCode })),
      undefined,
    ),
  );
  open(ROUTES.ketenaanpakken, async () =>
    list(
      '/ketenaanpakken',
      region.pathways.map(({ id, title, version }) => ({
        id,
        naam: title,
        versie: version,
        fhir: `${at.fhir}/PlanDefinition?url=${encodeURIComponent(`https://omzien.example/fhir/PlanDefinition/${id}`)}`,
      })),
      undefined,
    ),
  );

  figureRoutes((route, work) => api.openapi(route, kit.publicApi(work) as never), figures, at);
  api.openAPIRegistry.registerComponent('securitySchemes', 'oauth2', securityOf(publicUrl));
  // It does not change while we run, and is read without a token from anywhere (/core/publish-openapi).
  const described = JSON.stringify(api.getOpenAPIDocument(documentOf(publicUrl)));
  const document = (c: WebContext) =>
    c.body(described, 200, {
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
      'api-version': API_VERSION,
    });
  api.get('/openapi.json', document);
  app.get('/openapi.json', document);
  // /core/http-methods: another method on something that is there, and then all that is not there, a slash at the end too.
  const methods = new Map<string, string[]>([['/openapi.json', ['GET']]]);
  for (const { path, method } of Object.values(ROUTES))
    methods.set(path.replaceAll(/\{(\w+)\}/g, ':$1'), [
      ...(methods.get(path.replaceAll(/\{(\w+)\}/g, ':$1')) ?? []),
      method.toUpperCase(),
    ]);
  for (const [path, allowed] of methods)
    api.all(path, (c) => {
      const answer = problemJson(c, { kind: 'unsupported', text: `Only ${allowed.join(', ')}.` });
      const headers = new Headers(answer.headers);
      headers.set('allow', [...allowed, ...(allowed.includes('GET') ? ['HEAD'] : [])].join(', '));
      return new Response(JSON.stringify({ type: 'about:blank', title: 'Method Not Allowed', status: 405 }), {
        status: 405,
        headers,
      });
    });
  api.all('*', (c) => problemJson(c, ABSENT));
  app.route('/api/v1', api);
}

/** Where a reader may begin. */
const WAYS = [
  ...['zaken', 'abonnementen', 'diensten', 'gemeenten', 'ketenaanpakken'],
  ...['gebieden', 'indicatoren', 'vooruitzichten'],
];

const GONE = { ok: false, problem: ABSENT } as const;
const NOT_JSON: Problem = { kind: 'unsupported', text: 'Send application/json.' };

function unread(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): Problem {
  return {
    kind: 'invalid',
    text: {
      nl: 'Dit verzoek is niet te lezen; bij elk onderdeel staat wat er mis is.',
      en: 'This request cannot be read; each part says what is wrong.',
    },
    at: issues.map(({ path, message }) => ({ place: path.map(String).join('.'), text: message })),
  };
}
