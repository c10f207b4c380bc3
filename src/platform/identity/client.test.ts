import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { partnerKey } from '../../../test/support/clients.ts';
import { mistakeIn, mistakeInKeys, type NewClient } from './client.ts';
import { commonScopes, isScope } from './scopes.ts';

const scope = fc
  .tuple(
    fc.constantFrom('system', 'user'),
    fc.constantFrom('*', 'Task', 'Patient'),
    fc.constantFrom('c', 'rs', 'cruds', 'u', 'read', 'write', '*'),
  )
  .map(([kind, type, may]) => `${kind}/${type}.${may}`);

/** Everything that a scope allows, one by one. */
function allowed(scopes: readonly string[]): ReadonlySet<string> {
  const old: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' };
  const all = scopes.flatMap((one) => {
    const [kind, type, may] = one.split(/[/.]/) as [string, string, string];
    const types = type === '*' ? ['Task', 'Patient', 'Other'] : [type];
    return types.flatMap((named) => [...(old[may] ?? may)].map((letter) => `${kind}/${named}.${letter}`));
  });
  return new Set(all);
}

describe('the scopes of a client', () => {
  it('are what is asked and registered, both, whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(scope, { minLength: 1 }), fc.array(scope, { minLength: 1 }), (asked, registered) => {
        const granted = commonScopes(asked, registered);
        assert.ok(granted.every(isScope));
        const [a, r] = [allowed(asked), allowed(registered)];
        assert.deepEqual(allowed(granted), new Set([...a].filter((one) => r.has(one))));
      }),
    );
  });

  it('are all that is registered when nothing is asked, and never what is no scope', () => {
    assert.deepEqual(commonScopes([], ['system/Task.rs']), ['system/Task.rs']);
    for (const odd of ['launch', 'system/Task.sr', 'system/Task.rs?status=x', 'system/task.rs', '', 'system/*'])
      assert.deepEqual(commonScopes([odd], ['system/*.cruds']), [], odd);
  });
});

describe('who registers a client', () => {
  it('gives public keys of the two kinds, with a name, and hears what is wrong with others', async () => {
    const [ec, rsa] = await Promise.all([partnerKey('a'), partnerKey('b', 'RS384')]);
    const wrong = (...keys: object[]) => mistakeInKeys({ jwks: { keys: keys as never } }, false) ?? '';
    assert.equal(wrong(ec.shown, rsa.shown), '');
    assert.match(wrong(), /Key Set/);
    assert.match(wrong({ ...ec.shown, d: 'geheim' }), /private/i);
    assert.match(wrong({ ...ec.shown, kid: undefined }), /kid/);
    assert.match(wrong({ ...ec.shown, crv: 'P-256' }), /RS384.*ES384/);
    assert.match(wrong({ ...rsa.shown, n: 'AQAB' }), /2048/);
  });

  it('names one https address for keys that are read, on this machine only in a demo', () => {
    const wrong = (jwksUri: string, demo = false) => mistakeInKeys({ jwksUri }, demo);
    assert.equal(wrong('https://partner.example/jwks'), undefined);
    assert.ok(wrong('http://partner.example/jwks'));
    assert.ok(wrong('http://localhost:9000/jwks'));
    assert.equal(wrong('http://localhost:9000/jwks', true), undefined);
    assert.ok(wrong('http://localhost.voorbeeld.example/jwks', true));
    assert.ok(wrong('https://naam:woord@partner.example/jwks'));
    assert.ok(wrong('jwks'));
  });

  it('names it, says what for, and asks scopes of systems only', () => {
    const fine: NewClient = {
      id: 'ziekenhuis-epd',
      name: 'EPD',
      organisation: undefined,
      organisationName: '',
      services: [],
      scopes: ['system/Task.rs'],
      purpose: 'verwijzen',
      readsBsn: false,
      keys: { jwksUri: 'https://partner.example/jwks' },
    };
    assert.equal(mistakeIn(fine, false), undefined);
    for (const change of [
      { id: 'A' },
      { id: 'omzien-engine' },
      { name: '' },
      { purpose: '' },
      { scopes: [] },
      { scopes: ['user/Task.rs'] },
      { scopes: ['system/Task'] },
    ])
      assert.ok(mistakeIn({ ...fine, ...change }, false), JSON.stringify(change));
  });
});
