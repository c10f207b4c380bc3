import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { type ResourceType, TYPES, typeRow } from '../../src/fhir/index.ts';
import { type Door, idsOf, type Json, openDoor } from './door.ts';
import { exactly, exactlySent } from './exact.ts';
import { resourceOf } from './generate.ts';

let door: Door;
let patient = '';
before(async () => {
  door = await openDoor();
  patient = String((await door.ask('POST', '/Patient', { resourceType: 'Patient', birthDate: '1948' })).body.id);
});
after(() => door.stop());

// A Subscription is a setting: what this server does not do is refused, so its examples are written by hand.
const written = Object.keys(TYPES).filter(
  (type) => typeRow(type as ResourceType).create.length > 0 && typeRow(type as ResourceType).home !== 'client',
) as ResourceType[];
/** How many of each type; more where somebody looks for what still gets lost. */
const RUNS = Number(process.env.LOSSLESS_RUNS ?? 3);

describe('whatever the R4 definitions allow', () => {
  const drawn = { extensions: 0, beside: 0, contained: 0, decimals: 0, resources: 0 };
  for (const type of written)
    it(`of type ${type} is written and read equal: at once, in a search, in history, after an update`, async () => {
      const sent = new Map<string, Json>();
      await fc.assert(
        fc.asyncProperty(
          fc.gen().map((draw) => resourceOf(draw, type, patient)),
          async (resource) => {
            const text = JSON.stringify(resource);
            const wanted = exactly(text);
            const made = await door.ask('POST', `/${type}`, text);
            assert.equal(made.status, 201, `${made.text}\n${text}`);
            assert.deepEqual(exactlySent(exactly(made.text)), wanted);
            const read = await door.ask('GET', `/${type}/${made.body.id}`);
            assert.deepEqual(exactlySent(exactly(read.text)), wanted);
            sent.set(String(made.body.id), wanted);
            drawn.resources += 1;
            drawn.extensions += text.match(/"extension"/g)?.length ?? 0;
            drawn.beside += text.match(/"_\w+":\[/g)?.length ?? 0;
            drawn.contained += text.match(/"contained"/g)?.length ?? 0;
            drawn.decimals += text.match(/:-?\d[\d.]{17,}/g)?.length ?? 0;
          },
        ),
        { numRuns: RUNS },
      );
      const ids = [...sent.keys()];
      const found = await door.ask('GET', `/${type}?_id=${ids.join(',')}&_count=200`);
      assert.deepEqual(idsOf(found).toSorted(), ids.toSorted());
      for (const { resource } of exactly(found.text).entry as readonly { readonly resource: Json }[])
        assert.deepEqual(exactlySent(resource), sent.get(String(resource.id)));
      const [id] = ids;
      const present = await door.ask('GET', `/${type}/${id}`);
      const updated = await door.ask('PUT', `/${type}/${id}`, present.text);
      assert.equal(updated.status, 200, updated.text);
      const history = exactly((await door.ask('GET', `/${type}/${id}/_history`)).text);
      const versions = (history.entry as readonly { readonly resource: Json }[]).map(({ resource }) => resource);
      assert.equal(versions.length, 2);
      for (const version of versions) assert.deepEqual(exactlySent(version), sent.get(id ?? ''));
    });

  it('comes through a transaction equal', async () => {
    const types = written.filter((type) => typeRow(type).home === 'resident' && type !== 'Patient');
    const resources = fc.sample(
      fc.gen().map((draw) => types.map((type) => resourceOf(draw, type, patient))),
      1,
    )[0]!;
    const texts = resources.map((resource) => JSON.stringify(resource));
    const entries = texts.map(
      (text, index) => `{"resource":${text},"request":{"method":"POST","url":"${types[index]}"}}`,
    );
    const done = await door.ask(
      'POST',
      '/',
      `{"resourceType":"Bundle","type":"transaction","entry":[${entries.join(',')}]}`,
    );
    assert.equal(done.status, 200, done.text);
    for (const [index, { response }] of (
      done.body.entry as unknown as readonly { readonly response: { readonly location: string } }[]
    ).entries()) {
      const read = await door.ask('GET', `/${response.location}`);
      assert.deepEqual(exactlySent(exactly(read.text)), exactly(texts[index]!), types[index]!);
    }
  });

  it('was worth the asking: extensions, beside values and beside nothing, contained, long decimals', (t) => {
    t.diagnostic(JSON.stringify(drawn));
    assert.ok(drawn.extensions > drawn.resources * 5);
    assert.ok(drawn.beside > 0 && drawn.contained > 0 && drawn.decimals > 0);
  });
});
