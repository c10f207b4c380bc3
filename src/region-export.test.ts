import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { actor, testGround } from '../test/support/ground.ts';
import { shippedRegion } from '../test/support/pathways.ts';
import { loadRegion, regionCheckReport, type Service } from './content/index.ts';
import { seedDirectory } from './directory/index.ts';
import { confirmService, keepService } from './directory/upkeep/keep.ts';
import type { Ground } from './platform/index.ts';
import { exportServices, keptDifferences } from './region-export.ts';

const SHIPPED = join(import.meta.dirname, '../region/twente');
const SERVICE = 'wandelgroep-enschede';
const CONFIRMED = 'koor-van-alle-talen-hengelo';
const region = shippedRegion();
const folder = mkdtempSync(join(tmpdir(), 'omzien-export-'));
let ground: Ground;
let stop: () => Promise<void>;

before(async () => {
  ({ ground, stop } = await testGround({ at: '2026-11-26T09:00:00Z' }));
  await seedDirectory(ground, region);
  cpSync(SHIPPED, folder, { recursive: true });
  const provider = actor({
    role: 'provider',
    organisationName: 'Voorbeeld Beweegpunt Enschede',
    services: [SERVICE, CONFIRMED].map((id) => `HealthcareService/${id}`),
  });
  const change = {
    description: 'Wij lopen samen: "rustig aan", met koffie & koek.',
    cost: { amount: 2.5, per: 'session', note: 'Koffie hoort erbij' },
    languages: ['nl', 'tr'],
    waitingDays: 0,
    places: 20,
    placesFree: 3,
    when: [{ weekday: 'monday', from: '09:30', to: '11:00' }],
    whenNote: undefined,
    phone: '085 000 00 77',
    fullUntil: '2027-01-04',
  } as const;
  const door = { door: 'page' } as const;
  assert.ok((await keepService(ground, region, provider, { id: SERVICE, version: 1, change }, door)).ok);
  assert.ok((await confirmService(ground, region, provider, { id: CONFIRMED, version: 1 }, door)).ok);
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stop();
});

describe('what people changed in Omzien', () => {
  it('is shown beside the content that says something else', async () => {
    const lines = await keptDifferences(ground.pool, region);
    assert.ok(
      lines.some((line) => line.startsWith(`services: = ${SERVICE} placesFree: here 3, the content says nothing`)),
    );
    // The database does not keep the order of an object's keys.
    const confirmed = lines.find((line) => line.startsWith(`services: = ${CONFIRMED} confirmed: here {`));
    assert.match(confirmed?.split(', the content says')[0] ?? '', /"on":"2026-11-26"/);
  });

  it('is written into the content, which then passes its check and says what the database says', async () => {
    const { files, missing } = await exportServices(ground.pool, folder);
    assert.deepEqual(files, ['services/enschede.yaml', 'services/hengelo.yaml']);
    assert.deepEqual(missing, []);
    const report = regionCheckReport(folder);
    assert.ok(report.ok, report.text);
    const loaded = loadRegion(folder);
    assert.ok(loaded.ok);
    const { rows } = await ground.pool.query<{ detail: Service }>('select detail from directory.service order by id');
    assert.deepEqual(
      loaded.region.services.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      rows.map(({ detail }) => detail).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    );
    assert.deepEqual(await keptDifferences(ground.pool, loaded.region), []);
    assert.deepEqual(await seedDirectory(ground, loaded.region), { changed: 0 }, 'applied, it changes nothing');
  });

  it('keeps the comments of the files, and a second time there is nothing to write', async () => {
    const name = 'services/enschede.yaml';
    const comments = (dir: string) => readFileSync(join(dir, name), 'utf8').match(/^\s*#.*$/gm);
    assert.deepEqual(comments(folder), comments(SHIPPED));
    assert.deepEqual((await exportServices(ground.pool, folder)).files, []);
  });
});
