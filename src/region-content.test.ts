import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { testGround } from '../test/support/ground.ts';
import { loadRegion, type Region } from './content/index.ts';
import { seed } from './open.ts';
import type { Ground } from './platform/index.ts';
import { appliedRegion, applyRegion, ContentProblem, regionChanges, regionInUse } from './region-content.ts';

const twente = fileURLToPath(new URL('../region/twente', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'omzien-region-'));
let ground: Ground;
let stop: () => Promise<void>;
before(async () => {
  ({ ground, stop } = await testGround());
  cpSync(twente, folder, { recursive: true });
});
after(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});
const apply = (region: Region) => seed(ground, region);
const inUse = (applied: typeof apply = apply) => regionInUse(ground.pool, folder, applied);
const count = async () =>
  (await ground.pool.query<{ n: number }>('select count(*)::int as n from directory.service')).rows[0]?.n;

describe('the content of a region', () => {
  it('that has a mistake stops the first start, with file and line', async () => {
    writeFileSync(join(folder, 'needs.yaml'), 'needs:\n  - id: [\n');
    const problem = await inUse().catch((error: unknown) => error);
    assert.ok(problem instanceof ContentProblem);
    assert.match(problem.message, /needs\.yaml:\d+/);
    assert.equal(await appliedRegion(ground.pool), undefined);
    assert.equal(await count(), 0);
    cpSync(join(twente, 'needs.yaml'), join(folder, 'needs.yaml'));
  });

  it('is written at the first start, and stays exactly what was applied', async () => {
    const { region, warning } = await inUse();
    assert.equal(warning, undefined);
    assert.equal(await count(), region.services.length);
    const again = await inUse(() => assert.fail('written again'));
    assert.deepEqual(regionChanges(region, again.region), []);
    const loaded = loadRegion(folder);
    assert.ok(loaded.ok);
    assert.deepEqual(again.region, JSON.parse(JSON.stringify(loaded.region)));
  });

  it('that changes later waits until someone takes it over, and the operator hears of it', async () => {
    const file = join(folder, 'region.yaml');
    appendFileSync(file, '\n# only a remark\n');
    assert.equal((await inUse()).warning, undefined, 'a remark changes nothing');
    writeFileSync(
      join(folder, 'services/borne.yaml'),
      // The name of the first service becomes another.
      readFileSync(join(twente, 'services/borne.yaml'), 'utf8').replace(/name: (.+)/, 'name: Een andere naam'),
    );
    const { region, warning } = await inUse(() => assert.fail('written by itself'));
    assert.match(warning ?? '', /region apply/);
    assert.ok(!region.services.some(({ name }) => name === 'Een andere naam'));

    const taken = await applyRegion(ground.pool, folder, apply);
    assert.deepEqual(
      regionChanges(region, taken).map((line) => line.replace(/ [^ ]+$/, '')),
      ['services: ~'],
    );
    assert.equal((await inUse()).warning, undefined);
    assert.ok((await inUse()).region.services.some(({ name }) => name === 'Een andere naam'));
  });

  it('whose consent text changed is refused without a higher version, and taken with one', async () => {
    const file = join(folder, 'consents.yaml');
    const text = readFileSync(file, 'utf8');
    const changed = text.replace('Zij leggen niet meer vast dan nodig is.', 'Zij leggen alleen vast wat moet.');
    assert.notEqual(changed, text);
    writeFileSync(file, changed);
    await assert.rejects(applyRegion(ground.pool, folder, apply), (error: unknown) => {
      assert.ok(error instanceof ContentProblem);
      assert.match(error.message, /processing-information is veranderd, maar heeft nog versie 1/);
      return true;
    });
    assert.ok((await inUse()).region.consents.every(({ text: one }) => !one.includes('alleen vast wat moet')));
    writeFileSync(
      file,
      changed.replace(/(processing-information[\s\S]*?version: )1/, (_, before: string) => `${before}2`),
    );
    assert.equal((await applyRegion(ground.pool, folder, apply)).consents[0]?.version, 2);
  });

  it('that gets a mistake later does not stop a server: it runs on what was good, and says so', async () => {
    writeFileSync(join(folder, 'needs.yaml'), 'needs: 12\n');
    const { region, warning } = await inUse();
    assert.ok(region.needs.length > 1);
    assert.match(warning ?? '', /works with what was applied before[\s\S]*needs\.yaml:1/);
    await assert.rejects(applyRegion(ground.pool, folder, apply), ContentProblem);
  });
});
