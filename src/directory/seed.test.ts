import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SYSTEM, testGround } from '../../test/support/ground.ts';
import { loadRegion, type Region } from '../content/index.ts';
import { OMZIEN, type Resource, readSearch } from '../fhir/index.ts';
import { toPlanDefinition, toQuestionnaire } from '../pathways/model/index.ts';
import { type Ground, Refusal, textIn } from '../platform/index.ts';
import { directoryShelf, keptVersions, seedDirectory } from './index.ts';

const DOOR = { door: 'fhir' } as const;
let ground: Ground;
let stop: () => Promise<void>;
let region: Region;
let definitions: readonly Resource[];
let first: { changed: number; milliseconds: number };

before(async () => {
  const made = await testGround();
  ({ ground, stop } = made);
  const loaded = loadRegion(fileURLToPath(new URL('../../region/twente', import.meta.url)));
  assert.ok(loaded.ok);
  region = loaded.region;
  definitions = [
    ...region.pathways.map((pathway) => toPlanDefinition(pathway, OMZIEN)),
    ...region.questionnaires.map((questionnaire) => toQuestionnaire(questionnaire, OMZIEN)),
  ] as unknown as readonly Resource[];
  const from = performance.now();
  const { changed } = await seedDirectory(ground, region, definitions);
  first = { changed, milliseconds: performance.now() - from };
});
after(() => stop());

const count = async (sql: string): Promise<number> =>
  (await ground.pool.query(`select count(*)::int as n ${sql}`)).rows[0].n;
const read = async (type: 'Organization' | 'HealthcareService' | 'Location' | 'PlanDefinition', id: string) => {
  const found = await directoryShelf(ground).read(SYSTEM, type, id, DOOR);
  assert.ok(found.ok, `${type}/${id}`);
  return JSON.parse(found.value.text) as Resource;
};

describe('who starts Omzien with the content of a region', () => {
  it('finds every organisation, team, service, place, tie and definition', async (t) => {
    t.diagnostic(`first seeding: ${Math.round(first.milliseconds)} ms`);
    const teams = region.organisations.flatMap((organisation) => organisation.teams);
    const organisations = region.organisations.length + region.owners.length + region.partners.length;
    assert.equal(await count(`from directory.resource where type = 'Organization'`), organisations);
    assert.equal(
      await count(`from directory.resource where type = 'HealthcareService'`),
      region.services.length + teams.length,
    );
    assert.equal(await count(`from directory.resource where type = 'Location'`), region.services.length);
    assert.equal(await count('from directory.service'), region.services.length);
    assert.equal(await count('from directory.tie'), region.ties.length);
    assert.equal(
      await count(`from directory.resource where type in ('PlanDefinition', 'Questionnaire')`),
      region.pathways.length + region.questionnaires.length,
    );
    assert.equal(
      await count('from directory.content_version'),
      region.pathways.length + region.questionnaires.length + region.consents.length,
    );
  });

  it('changes nothing by starting again', async () => {
    assert.ok(first.changed > region.services.length);
    assert.deepEqual(await seedDirectory(ground, region, definitions), { changed: 0 });
    assert.equal(await count('from directory.history'), 0);
  });

  it('gives a next version to what differs and to nothing else, and keeps the old one', async () => {
    const [changedService, ...others] = region.services;
    assert.ok(changedService);
    const moved: Region = { ...region, services: [{ ...changedService, waitingDays: 99 }, ...others] };
    // the resource and the row that matching reads
    assert.deepEqual(await seedDirectory(ground, moved, definitions), { changed: 2 });
    const service = await read('HealthcareService', changedService.id);
    assert.equal(service.meta?.versionId, '2');
    const { rows } = await ground.pool.query('select waiting_days from directory.service where id = $1', [
      changedService.id,
    ]);
    assert.equal(rows[0].waiting_days, 99);
    assert.equal(await count('from directory.history'), 1);
    const versions = await directoryShelf(ground).versions(SYSTEM, 'HealthcareService', changedService.id, DOOR);
    assert.ok(versions.ok);
    assert.equal(versions.value.length, 2);
    assert.deepEqual(await seedDirectory(ground, region, definitions), { changed: 2 });
  });

  it('is told to raise the version when a pathway, questionnaire or consent text in use says something else', async () => {
    const [consent, ...consents] = region.consents;
    const [questionnaire, ...questionnaires] = region.questionnaires;
    const [service, ...services] = region.services;
    assert.ok(consent && questionnaire && service);
    const other: Region = {
      ...region,
      consents: [{ ...consent, text: 'Iets heel anders.' }, ...consents],
      services: [{ ...service, name: 'Nieuwe naam' }, ...services],
    };
    await assert.rejects(seedDirectory(ground, other, definitions), (error: unknown) => {
      assert.ok(error instanceof Refusal);
      assert.match(
        textIn(error.problem.text, 'nl'),
        new RegExp(`${consent.id} is veranderd, maar heeft nog versie ${consent.version}`),
      );
      assert.match(textIn(error.problem.text, 'nl'), new RegExp(`Maak er versie ${consent.version + 1} van`));
      return true;
    });
    assert.deepEqual(await seedDirectory(ground, region, definitions), { changed: 0 }, 'nothing of it was written');
    const raised: Region = {
      ...region,
      questionnaires: [
        { ...questionnaire, version: questionnaire.version + 1, title: 'Andere titel' },
        ...questionnaires,
      ],
    };
    assert.deepEqual(await seedDirectory(ground, raised, definitions), { changed: 1 });
    const kept = (await keptVersions(ground, 'questionnaire')).filter(({ id }) => id === questionnaire.id);
    assert.deepEqual(
      kept.map(({ version }) => version),
      [questionnaire.version, questionnaire.version + 1],
    );
    assert.deepEqual(kept[0]?.content, JSON.parse(JSON.stringify(questionnaire)));
  });
});

describe('a partner who reads the directory over FHIR', () => {
  it('sees of a service who gives it, for whom, when, what it costs and when it was last confirmed', async () => {
    const content = region.services.find((service) => service.when.length > 0 && service.audience.minAge !== undefined);
    assert.ok(content);
    const service = await read('HealthcareService', content.id);
    assert.deepEqual((service.providedBy as { reference: string }).reference, `Organization/${content.organisation}`);
    const extension = JSON.stringify(service.extension);
    assert.ok(extension.includes(`"valueDate":"${content.confirmed.on}"`));
    assert.ok(extension.includes(`"minAge","valueInteger":${content.audience.minAge}`));
    assert.ok(extension.includes(`"value":${content.cost.amount},"currency":"EUR"`));
    assert.equal((service.availableTime as readonly unknown[]).length, content.when.length);
    const location = await read('Location', content.id);
    assert.deepEqual(location.position, { longitude: content.location.lon, latitude: content.location.lat });
  });

  it('finds the teams of welfare coaches by their type of work and their organisation', async () => {
    const team = await read('HealthcareService', 'voorbeeld-welzijn-enschede-noord');
    assert.deepEqual((team.providedBy as { reference: string }).reference, 'Organization/voorbeeld-welzijn-enschede');
    assert.ok(JSON.stringify(team.type).includes('"welfare-coach"'));
    const asked = readSearch(
      'HealthcareService',
      new URLSearchParams({ organization: 'Organization/voorbeeld-welzijn-enschede' }),
      { posted: false, strict: true },
    );
    assert.ok(asked.ok);
    const found = await directoryShelf(ground).search(SYSTEM, asked.value, DOOR);
    assert.ok(found.ok);
    const ids = found.value.entries.map(({ id }) => id);
    assert.ok(ids.includes('voorbeeld-welzijn-enschede-noord') && ids.includes('voorbeeld-welzijn-enschede-zuid'));
  });

  it('reads of a partner that the plans name no more than the plans say, and of an example that it is one', async () => {
    const partner = region.partners[0];
    assert.ok(partner);
    const found = await read('Organization', partner.id);
    assert.equal(found.telecom, undefined);
    assert.equal(found.address, undefined);
    const example = await read('Organization', 'voorbeeld-welzijn-enschede');
    assert.ok(JSON.stringify(example.extension).includes('fictional","valueBoolean":true'));
    assert.equal((example.address as readonly { city: string }[])[0]?.city, 'Enschede');
  });

  it('searches by name, category, organisation and moment, and is told what it cannot read', async () => {
    const search = async (type: 'Organization' | 'HealthcareService' | 'Questionnaire', query: string) => {
      const asked = readSearch(type, new URLSearchParams(query), { posted: false, strict: true });
      assert.ok(asked.ok, query);
      const found = await directoryShelf(ground).search(SYSTEM, asked.value, DOOR);
      return found.ok ? found.value.entries.map(({ id }) => id) : found.problem.kind;
    };
    assert.deepEqual(await search('Organization', 'name=voorbeeld+welzijn+ENSCHEDE'), ['voorbeeld-welzijn-enschede']);
    assert.deepEqual(await search('Organization', 'name=%25'), [], 'a sign of the database is only a sign');
    const care = region.services.filter(({ domain }) => domain === 'care').map(({ id }) => id);
    const category = encodeURIComponent(`${OMZIEN}/CodeSystem/service-domain|care`);
    assert.deepEqual(await search('HealthcareService', `service-category=${category}&_count=200`), care.toSorted());
    assert.deepEqual(await search('HealthcareService', 'service-category=elsewhere|care'), []);
    const all = region.questionnaires.map(({ id }) => id).toSorted();
    assert.deepEqual(await search('Questionnaire', '_lastUpdated=ge2026-11-23'), all);
    assert.deepEqual(await search('Questionnaire', '_lastUpdated=lt2026-11-23'), []);
    assert.deepEqual(await search('Questionnaire', '_lastUpdated=2026-11-22,2026-11-23'), all);
    assert.equal(await search('Questionnaire', '_lastUpdated=yesterday'), 'invalid');
  });
});
