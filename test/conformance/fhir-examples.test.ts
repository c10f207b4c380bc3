import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { TYPES } from '../../src/fhir/index.ts';
import { type Door, type Json, openDoor } from './door.ts';
import { exactly, exactlySent } from './exact.ts';

/**
 * Resources written from the specification, several of each type, with its awkward corners: one a line, as in bulk data.
 * `{{patient}}` and `{{request}}` stand for references to what the test made.
 */
const folder = join(import.meta.dirname, 'examples');
const examples = new Map(
  readdirSync(folder).map((file) => [
    file.replace('.ndjson', ''),
    readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean),
  ]),
);

let door: Door;
let fill: (text: string) => string;
before(async () => {
  door = await openDoor();
  const patient = (await door.ask('POST', '/Patient', { resourceType: 'Patient', birthDate: '1948' })).body.id;
  const request = await door.ask('POST', '/ServiceRequest', {
    resourceType: 'ServiceRequest',
    status: 'active',
    intent: 'order',
    subject: { reference: `Patient/${patient}` },
  });
  fill = (text) =>
    text.replaceAll('{{patient}}', `Patient/${patient}`).replaceAll('{{request}}', `ServiceRequest/${request.body.id}`);
});
after(() => door.stop());

const onlyIn = (text: string): Json => (exactly(text).entry as readonly { readonly resource: Json }[])[0]!.resource;

describe('two hundred resources of partners', () => {
  it('are at least that many, and of every type that is written here', () => {
    const types = Object.entries(TYPES).flatMap(([type, row]) => (row.create.length > 0 ? [type] : []));
    assert.deepEqual([...examples.keys()].sort(), types.sort());
    assert.ok([...examples.values()].flat().length >= 200);
  });

  for (const [type, lines] of examples)
    it(`${type}: ${lines.length} go in and come out equal, read, found and in history`, async () => {
      for (const [index, line] of lines.entries()) {
        const sent = fill(line);
        const what = `${type} ${index + 1}`;
        const made = await door.ask('POST', `/${type}`, sent);
        assert.equal(made.status, 201, `${what}: ${made.text}`);
        const wanted = exactly(sent);
        const id = String(made.body.id);
        assert.deepEqual(exactlySent(exactly(made.text)), wanted, what);
        assert.deepEqual(exactlySent(exactly((await door.ask('GET', `/${type}/${id}`)).text)), wanted, what);
        const found = (await door.ask('GET', `/${type}?_id=${id}`)).text;
        assert.deepEqual(exactlySent(onlyIn(found)), wanted, `${what} found`);
        const history = (await door.ask('GET', `/${type}/${id}/_history`)).text;
        assert.deepEqual(exactlySent(onlyIn(history)), wanted, `${what} in history`);
      }
    });
});
