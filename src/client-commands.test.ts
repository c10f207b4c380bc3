import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { partnerKey } from '../test/support/clients.ts';
import { SYSTEM, testGround } from '../test/support/ground.ts';
import { keepClients, type Said } from './client-commands.ts';
import { putManyRegional } from './directory/index.ts';
import { keepSites } from './ehr-commands.ts';
import { OMZIEN, type Resource } from './fhir/index.ts';
import { withActor } from './platform/index.ts';

let made: Awaited<ReturnType<typeof testGround>>;
const folder = mkdtempSync(join(tmpdir(), 'omzien-keys-'));
const keys = join(folder, 'keys.json');
const pair = join(folder, 'pair.json');

const organisation = (id: string, kind: string): Resource => ({
  resourceType: 'Organization',
  id,
  name: `Voorbeeld ${id}`,
  type: [{ coding: [{ system: `${OMZIEN}/CodeSystem/organisation-kind`, code: kind }] }],
});
const service = (id: string, of: string): Resource => ({
  resourceType: 'HealthcareService',
  id,
  name: id,
  providedBy: { reference: `Organization/${of}` },
});

before(async () => {
  made = await testGround();
  const { shown } = await partnerKey('een');
  writeFileSync(keys, JSON.stringify({ keys: [shown] }));
  writeFileSync(pair, JSON.stringify({ keys: [{ ...shown, d: 'geheim' }] }));
  await withActor(made.ground, SYSTEM, { kind: 'none' }, (trx) =>
    putManyRegional(made.ground, trx, [
      organisation('ziekenhuis', 'hospital'),
      organisation('welzijn', 'welfare'),
      organisation('aanbieder', 'provider'),
      service('team', 'welzijn'),
      service('eettafel', 'aanbieder'),
    ]),
  );
});
after(async () => {
  await made.stop();
  rmSync(folder, { recursive: true });
});

const run = (...given: readonly string[]): Promise<Said> => keepClients(made.ground, given, false);
const ADD = ['--name', 'EPD', '--purpose', 'verwijzen', '--scope', 'system/Task.rs system/ServiceRequest.cru'] as const;

describe('the operator', () => {
  it('registers a system of an organisation, sees it in the list, gives it other keys, and closes it', async () => {
    const added = await run('add', 'epd', ...ADD, '--organisation', 'ziekenhuis', '--jwks', keys, '--bsn');
    assert.equal(added.code, 0, added.text);
    const list = await run('list');
    for (const part of ['epd', 'Organization/ziekenhuis', 'verwijzen', 'system/ServiceRequest.cru', 'reads BSN', 'een'])
      assert.ok(list.text.includes(part), `${part} in ${list.text}`);
    assert.equal((await run('keys', 'epd', '--jwks-uri', 'https://keys.voorbeeld.example/jwks')).code, 0);
    assert.match((await run('list')).text, /keys\.voorbeeld\.example/);
    assert.equal((await run('revoke', 'epd')).code, 0);
    assert.match((await run('list')).text, /closed 2026-11-23/);
    assert.equal((await run('revoke', 'epd')).code, 1, 'it was closed already');
  });

  it('registers a system of a provider for its services, and not for a team of coaches', async () => {
    const forService = (of: string, ...services: string[]) =>
      run(
        'add',
        `sys-${of}`,
        ...ADD,
        '--jwks',
        keys,
        '--organisation',
        of,
        ...services.flatMap((one) => ['--service', one]),
      );
    assert.match((await forService('welzijn', 'team')).text, /not a service/);
    assert.match((await forService('aanbieder', 'team')).text, /not a service/);
    assert.equal((await forService('aanbieder', 'eettafel')).code, 0);
  });

  it('hears what is wrong, and nothing is kept of it', async () => {
    const wrong: readonly (readonly [RegExp, readonly string[]])[] = [
      [/client add <id>/, []],
      [/client add <id>/, ['add']],
      [/client add <id>/, ['verwijder', 'epd2']],
      [/client add <id>/, ['add', 'epd2', '--onzin', 'x']],
      [/where the public keys are/, ['add', 'epd2', ...ADD]],
      [/cannot be read/, ['add', 'epd2', ...ADD, '--jwks', join(folder, 'nergens.json')]],
      [/private/i, ['add', 'epd2', ...ADD, '--jwks', pair]],
      [/no organisation/, ['add', 'epd2', ...ADD, '--jwks', keys, '--organisation', 'nergens']],
      [/scope/, ['add', 'epd2', '--name', 'EPD', '--purpose', 'x', '--jwks', keys]],
      [/https/, ['add', 'epd2', ...ADD, '--jwks-uri', 'http://localhost:1/jwks']],
      [/already/, ['add', 'epd', ...ADD, '--jwks', keys]],
      [/no client/, ['keys', 'epd3', '--jwks', keys]],
    ];
    for (const [says, given] of wrong) {
      const told = await run(...given);
      assert.equal(told.code, 1, given.join(' '));
      assert.match(told.text, says, given.join(' '));
    }
    assert.doesNotMatch((await run('list')).text, /epd2|epd3/);
  });

  it('says from which systems of which practices Omzien may be opened, with a secret that nobody reads back', async () => {
    const rules = { signIn: 'https://login.voorbeeld.example', loopback: false, environment: { WORD: 'heel-geheim' } };
    const keep = (...given: readonly string[]) => keepSites(made.ground, given, rules);
    const named = ['--name', 'HIS', '--organisation', 'ziekenhuis', '--client-id', 'omzien'];
    const his = 'https://his.voorbeeld.example/fhir';
    assert.equal((await keep('add', `${his}/`, ...named, '--secret-from', 'WORD', '--letters')).code, 0);
    const list = (await keep('list')).text;
    assert.match(list, /his\.voorbeeld\.example\/fhir {2}HIS/);
    assert.match(list, /written back/);
    assert.doesNotMatch(list, /heel-geheim/);
    for (const [says, given] of [
      [/OpenID provider of Omzien itself/, ['add', 'https://login.voorbeeld.example/', ...named]],
      [/https/, ['add', 'http://localhost:8080/demo/ehr/fhir', ...named]],
      [/no organisation/, ['add', his, '--name', 'HIS', '--client-id', 'omzien']],
      [/no variable/, ['add', his, ...named, '--secret-from', 'NERGENS']],
      [/client id/, ['add', his, '--name', 'HIS', '--organisation', 'ziekenhuis']],
      [/ehr add/, ['add']],
      [/no open system/, ['close', 'https://anders.voorbeeld.example']],
    ] as const) {
      const told = await keep(...given);
      assert.equal(told.code, 1, given.join(' '));
      assert.match(told.text, says);
    }
    assert.equal((await keep('close', his)).code, 0);
    assert.match((await keep('list')).text, /closed/);
  });
});
