import assert from 'node:assert/strict';
import { it } from 'node:test';
import { endpointProblem, isPublic, resolvePublic } from './address.ts';
import { send } from './send.ts';

const OPEN = { origins: ['https://his.example.nl', 'http://localhost:9'], loopback: false };
const DEMO = { ...OPEN, loopback: true };

it('nothing is sent to addresses that nobody on the internet has', () => {
  const inside = `0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8 192.168.1.1
    198.18.0.1 224.0.0.1 255.255.255.255 :: ::1 ::ffff:10.0.0.1 ::ffff:127.0.0.1 64:ff9b::a00:1 fe80::1 fc00::1
    fd12:3456::1 ff02::1 2002:a00:1::1 2001:db8::1 2001::1 geen-adres`;
  for (const address of inside.split(/\s+/)) assert.equal(isPublic(address), false, address);
  for (const address of ['1.1.1.1', '145.53.1.2', '172.32.0.1', '2a00:1450::1', '2606:4700::1111'])
    assert.equal(isPublic(address), true, address);
});

it('an address is on the list, over https, and without a name or a password in it', () => {
  assert.equal(endpointProblem('https://his.example.nl/a?b=c', OPEN), undefined);
  for (const wrong of [
    'his.example.nl',
    'http://his.example.nl/a',
    'https://his.example.nl:8443/a',
    'https://his.example.nl.kwaad.example/a',
    'https://naam:woord@his.example.nl/a',
    'https://elders.example.nl/',
    'http://localhost:9/',
    'ftp://his.example.nl/',
    'https://his.example.nl/a#b',
  ])
    assert.ok(endpointProblem(wrong, OPEN), wrong);
  assert.equal(endpointProblem('http://localhost:9/', DEMO), undefined);
});

it('a listed name that leads inside is not connected to, however it is spelled', async () => {
  for (const host of ['localhost', '127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '10.0.0.1', '169.254.169.254'])
    await assert.rejects(resolvePublic(host, OPEN), { name: 'NotPublic' }, host);
  await assert.rejects(resolvePublic('10.0.0.1', DEMO), { name: 'NotPublic' });
  assert.ok((await resolvePublic('localhost', DEMO)).length > 0);
  const rules = { origins: ['https://localhost:9'], loopback: false };
  const outgoing = { endpoint: 'https://localhost:9/x', headers: {}, body: '{}', timeoutMs: 2000 };
  assert.deepEqual(await send(outgoing, rules), { ok: false, why: 'NotPublic' });
});
