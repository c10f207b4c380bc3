import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { asOwner } from '../../test/security/world.ts';
import { shippedRegion, testPathways } from '../../test/support/pathways.ts';
import { seedDirectory } from '../directory/index.ts';
import type { PathwayGround } from '../pathways/index.ts';
import { seedLife } from './life.ts';
import { seedDemo } from './seed.ts';

let ground: PathwayGround;
let ownerUrl: string;
let stop: () => Promise<void>;

before(async () => {
  ({ ground, ownerUrl, stop } = await testPathways());
  await seedDirectory(ground, shippedRegion());
  await seedDemo(ground, shippedRegion(), { issuer: 'http://localhost/demo/oidc', residents: 30 });
});
after(() => stop());

const counted = async (sql: string): Promise<unknown> =>
  (await asOwner(ownerUrl, `select count(*)::int as n from ${sql}`))[0]!.n;

describe('what happens in lives and organisations of the demo', () => {
  it('is there once to be looked at: leave, an invitation, moves, a death, a merging, requests and flagged looking', async () => {
    assert.equal(await seedLife(ground, shippedRegion(), 'http://localhost'), true);
    const all = async () => ({
      leaves: await counted('directory.leave where cover is not null and ended_at is null'),
      invitations: await counted('directory.invite where accepted_at is null'),
      moved: await counted('pathways."case" where team = \'HealthcareService/voorbeeld-welzijn-hengelo-team\''),
      moves: await counted('pathways.move where settled_at is null'),
      died: await counted('record.person where deceased'),
      merged: await counted('record.merged where undone_at is null'),
      flags: await counted('oversight.flag'),
    });
    const first = await all();
    assert.ok(Number(first.flags) > 0);
    assert.deepEqual(
      { ...first, flags: 1 },
      { leaves: 1, invitations: 1, moved: 1, moves: 1, died: 1, merged: 1, flags: 1 },
    );
    const requests = await asOwner(
      ownerUrl,
      'select kind, state, decision from oversight.request order by kind, state',
    );
    assert.deepEqual(requests, [
      { kind: 'correct', state: 'done', decision: 'granted' },
      { kind: 'correct', state: 'open', decision: null },
      { kind: 'erase', state: 'done', decision: 'refused' },
      { kind: 'see', state: 'open', decision: null },
    ]);
    assert.equal(await seedLife(ground, shippedRegion(), 'http://localhost'), false);
    assert.deepEqual(await all(), first);
  });

  it('is of people whose names say that they are nobody', async () => {
    const people = await asOwner(ownerUrl, "select content from record.resource where type = 'Patient'");
    for (const { content } of people) assert.match(String(content), /[Vv]oorbeeld|[Pp]roef|[Tt]est/);
  });
});
