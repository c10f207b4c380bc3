import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { capabilityStatement, type ResourceType } from '../../fhir/index.ts';
import type { Interaction } from '../scopes.ts';
import { readBinary } from './binary.ts';
import { bundled } from './bundle.ts';
import { addressOf, answer, type C, type Env, type FhirDoor, INSIDE, JSON_TYPE, ofType, withType } from './door.ts';
import { everything, searchCompartment } from './everything.ts';
import { patch, patchBy } from './patch.ts';
import { readHistory, readOne, readTypeHistory, readVersion } from './read.ts';
import { remove, removeBy } from './remove.ts';
import { searchPosted, searchType } from './search.ts';
import { validateResource } from './validate.ts';
import { create, update, updateBy } from './write.ts';

/** The FHIR R4 API: read, vread, history, search, create, update with If-Match, transaction. */
export function fhirApi(fhir: FhirDoor): Hono<Env> {
  const { ground } = fhir;
  const app = new Hono<Env>();
  const limit = fhir.bodyLimit ?? 2_000_000;
  app.use(
    bodyLimit({
      maxSize: limit,
      onError: (context) => answer(context, { kind: 'too-large', text: `At most ${limit} bytes.` }),
    }),
  );
  // What is asked for and is not JSON is not given as JSON (R4 3.1.0.1.11); HTML and the like are what a browser asks anyway.
  app.use(async (context, next) => {
    const asked = addressOf(context).get('_format') ?? '';
    if (asked === '' || /json/.test(asked)) return next();
    return answer(
      context,
      { kind: 'unsupported', text: `_format=${asked.slice(0, 60)}: only JSON is given here.` },
      406,
    );
  });
  app.get('/metadata', (context) =>
    context.body(JSON.stringify(capabilityStatement(fhir.baseUrl, fhir.version, ground.clock.now())), 200, {
      'content-type': JSON_TYPE,
    }),
  );
  app.get('/.well-known/smart-configuration', async (context) => context.json(await fhir.authorization()));
  app.use('*', async (context, next) => {
    const inside = context.env?.[INSIDE];
    if (inside) {
      context.set('actor', inside.actor);
      context.set('door', inside.door);
      return next();
    }
    const actor = await fhir.actorOf(context);
    if (!actor.ok) return answer(context, actor.problem);
    context.set('actor', actor.value);
    const requestId = context.req.header('x-request-id')?.slice(0, 80);
    context.set('door', { door: 'fhir', ...(requestId ? { requestId } : {}) });
    await next();
  });
  app.post('/', (context) => bundled(fhir, context, app));
  const on =
    (interaction: Interaction, work: (fhir: FhirDoor, context: C, type: ResourceType) => Promise<Response>) =>
    (context: C) =>
      withType(fhir, context, interaction, (type) => work(fhir, context, type));
  // What it needs of a token depends on what is asked of it.
  const withAny =
    (work: (fhir: FhirDoor, context: C, type: ResourceType) => Promise<Response>) =>
    (context: C): Promise<Response> =>
      ofType(context, (type) => work(fhir, context, type));
  app.get('/:type/:id/_history/:version', on('r', readVersion));
  app.get('/:type/:id/_history', on('r', readHistory));
  app.get('/:type/_history', on('r', readTypeHistory));
  app.post(
    '/:type/_search',
    on('s', (_, context, type) => searchPosted(fhir, context, type)),
  );
  app.post('/:type/$validate', withAny(validateResource));
  app.on(['GET', 'POST'], '/:type/:id/$validate', withAny(validateResource));
  app.get('/Patient/:id/$everything', (context) => everything(fhir, context));
  app.get('/Patient/:id/:type{[A-Z][A-Za-z]*|\\*}', (context) => searchCompartment(fhir, context));
  app.post('/Patient/:id/:type{[A-Z][A-Za-z]*|\\*}/_search', (context) => searchCompartment(fhir, context));
  app.get('/Binary/:id', (context) => readBinary(fhir, context));
  app.get('/:type/:id', on('r', readOne));
  app.get(
    '/:type',
    on('s', (_, context, type) => searchType(fhir, context, type, addressOf(context), false)),
  );
  app.post('/:type', on('c', create));
  app.put('/:type/:id', on('u', update));
  app.put('/:type', on('u', updateBy));
  app.patch('/:type/:id', on('u', patch));
  app.patch('/:type', on('u', patchBy));
  app.delete('/:type/:id', on('d', remove));
  app.delete('/:type', on('d', removeBy));
  const root = `${new URL(fhir.baseUrl).pathname}/`;
  app.onError((error, context) => {
    console.error(
      JSON.stringify({ level: 'error', event: 'fhir failed', code: (error as { code?: string }).code ?? error.name }),
    );
    return answer(context, { kind: 'failed', text: 'Something went wrong here; nothing was kept. Try again later.' });
  });
  app.all('*', (context) =>
    // The base with a slash behind it is the base.
    context.req.method === 'POST' && context.req.path === root
      ? bundled(fhir, context, app)
      : answer(
          context,
          {
            kind: 'unsupported',
            text: `${context.req.method} ${context.req.path} is not supported. See /fhir/r4/metadata.`,
          },
          405,
        ),
  );
  return app;
}
