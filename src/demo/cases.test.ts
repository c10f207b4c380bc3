import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { asOwner } from '../../test/security/world.ts';
import { shippedRegion, testPathways } from '../../test/support/pathways.ts';
import { seedDirectory } from '../directory/index.ts';
import type { PathwayGround } from '../pathways/index.ts';
import { seedCases } from './cases.ts';
import { seedDemo } from './seed.ts';

let ground: PathwayGround;
let ownerUrl: string;
let stop: () => Promise<void>;

before(async () => {
  ({ ground, ownerUrl, stop } = await testPathways());
  await seedDirectory(ground, shippedRegion());
  await seedDemo(ground, shippedRegion(), { issuer: 'http://localhost/demo/oidc', residents: 700 });
});
after(() => stop());

const behind = async <T>(sql: string) => (await asOwner(ownerUrl, sql)) as readonly T[];

describe('the cases of the demo', () => {
  it('come about through the engine, in every stage, and a second time nothing is added', async () => {
    const made = await seedCases(ground, shippedRegion(), { residents: 700 });
    assert.ok(made >= 24, `${made}`);
    const stages = (await behind<{ stage: string }>('select distinct stage from pathways."case"'))
      .map((row) => row.stage)
      .sort();
    assert.deepEqual(stages, [
      'accepted',
      'closed',
      'closing',
      'contact',
      'conversation',
      'entered-in-error',
      'follow-up',
      'matching',
      'offered',
      'referred',
      'support',
      'withdrawn',
    ]);
    assert.equal(await seedCases(ground, shippedRegion(), { residents: 700 }), 0);
    assert.deepEqual(await behind('select count(*)::int as n from pathways."case"'), [{ n: made }]);
  });

  it('leave an audit line for each thing that was written, and none of them lies in the future', async () => {
    const [written] = await behind<{ n: number }>('select count(*)::int as n from record.resource');
    const [logged] = await behind<{ n: number }>(
      "select count(*)::int as n from platform.audit where action = 'created' and subject_id is not null",
    );
    assert.ok(logged!.n >= written!.n);
    const late = await behind(
      `select 1 from record.resource where last_updated > '${ground.clock.now().toISOString()}'`,
    );
    assert.equal(late.length, 0);
  });
});
