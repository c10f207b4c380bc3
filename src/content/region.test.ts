import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DOMAINS, loadRegion, type Region, regionCheckReport, SET_BY_THE_REGION } from './index.ts';

const DIR = join(import.meta.dirname, '../../region/twente');

function twente(): Region {
  const loaded = loadRegion(DIR);
  assert.ok(loaded.ok, loaded.ok ? '' : JSON.stringify(loaded.mistakes, null, 2));
  return loaded.region;
}

describe('the region as shipped', () => {
  const region = twente();

  it('tells a programme officer that there are no mistakes and what was found', () => {
    const report = regionCheckReport(DIR);
    assert.equal(report.ok, true);
    assert.match(report.text, /geen fouten/);
    assert.match(report.text, /14 gemeenten, 122 postcodes/);
  });

  it('knows the 14 municipalities, their 122 postcodes and the 17 owners', () => {
    assert.equal(region.municipalities.length, 14);
    assert.equal(region.postcodes.length, 122);
    assert.equal(region.owners.length, 17);
    for (const { id } of region.municipalities) {
      assert.ok(
        region.postcodes.some(({ municipality }) => municipality === id),
        `${id} has postcodes`,
      );
      assert.ok(
        region.owners.some(({ municipality }) => municipality === id),
        `${id} is an owner`,
      );
    }
  });

  it('counts as many residents in a municipality as in its age groups', () => {
    for (const row of region.population.municipalities) {
      const sum = [...row.men, ...row.women].reduce((total, count) => total + count, 0);
      assert.equal(sum, region.municipalities.find(({ id }) => id === row.municipality)?.residents, row.municipality);
    }
  });

  it('gives a resident of every municipality a practice, a coach team, debt help and providers', () => {
    for (const { id } of region.municipalities) {
      const here = region.organisations.filter(({ municipality }) => municipality === id);
      const count = (kind: string) => here.filter((one) => one.kind === kind).length;
      assert.ok(count('gp-practice') >= 1, `${id} has a practice`);
      assert.equal(count('welfare'), 1, `${id} has a welfare organisation`);
      assert.equal(count('municipality-debt-help'), 1, `${id} has debt help`);
      assert.ok(count('provider') >= 3, `${id} has providers`);
    }
    const practices = (id: string) =>
      region.organisations.filter((one) => one.kind === 'gp-practice' && one.municipality === id).length;
    assert.ok(practices('enschede') >= 3 && practices('hengelo') === 2 && practices('almelo') === 2);
  });

  it('ties every practice to one team of welfare coaches in its own municipality', () => {
    const teamHome = new Map(region.organisations.flatMap((one) => one.teams.map(({ id }) => [id, one.municipality])));
    for (const practice of region.organisations.filter(({ kind }) => kind === 'gp-practice')) {
      const ties = region.ties.filter((tie) => tie.practice === practice.id);
      assert.equal(ties.length, 1, practice.id);
      assert.equal(teamHome.get(ties[0]?.team ?? ''), practice.municipality, practice.id);
    }
  });

  it('says of every demo organisation that it is made up, with contact details that reach nobody', () => {
    for (const one of region.organisations) {
      assert.ok(one.fictional && one.name.startsWith('Voorbeeld'), one.name);
      assert.match(one.mail, /@example\.org$/);
      assert.match(one.phone, /^085 000 /);
      assert.match(one.address, /^Voorbeeldstraat /);
    }
  });

  it('offers at least 250 services, in all six domains in every municipality', () => {
    assert.ok(region.services.length >= 250, String(region.services.length));
    for (const { id } of region.municipalities) {
      const domains = new Set(region.services.filter((one) => one.municipality === id).map(({ domain }) => domain));
      assert.deepEqual([...domains].sort(), [...DOMAINS].sort(), id);
    }
  });

  it('offers services that really differ: no two have the same name, and no two the same description', () => {
    assert.equal(new Set(region.services.map(({ name }) => name)).size, region.services.length);
    const texts = region.services.map(({ description }) => description.replace(/\p{Lu}\p{L}+/gu, ''));
    assert.equal(new Set(texts).size, region.services.length, 'also when names of places are left out');
  });

  it('answers every need with at least one service, and says when details are old', () => {
    const answered = new Set(region.services.flatMap(({ needs }) => needs));
    assert.deepEqual(
      region.needs.filter(({ id }) => !answered.has(id)),
      [],
    );
    const old = region.services.filter(({ confirmed }) => confirmed.on < '2026-05-23').length;
    assert.ok(old > 20 && old < region.services.length / 2, `${old} services were confirmed over half a year ago`);
    assert.ok(
      region.services.every(({ confirmed }) => confirmed.on <= '2026-11-23'),
      'nothing is confirmed in the future',
    );
  });

  it('draws a location near the middle of its postcode', () => {
    const centre = new Map(region.postcodes.map((one) => [one.code, one]));
    for (const { id, location } of region.services) {
      const middle = centre.get(location.postcode);
      assert.ok(middle && Math.hypot(middle.lat - location.lat, middle.lon - location.lon) < 0.01, id);
    }
  });

  it('gives every norm of the pathway a unit and a source, and no norm is passed off as law', () => {
    const pathway = region.pathways.find(({ id }) => id === 'welzijn-op-recept');
    assert.ok(pathway);
    assert.deepEqual(Object.fromEntries(pathway.norms.map((norm) => [norm.id, `${norm.amount} ${norm.unit}`])), {
      'answer-referral': '3 working-days',
      'first-contact': '5 working-days',
      'first-contact-soon': '2 working-days',
      conversation: '15 working-days',
      'provider-answer': '5 working-days',
      'start-support': '4 calendar-weeks',
      'follow-up': '3 months',
      'close-after-outcome': '10 working-days',
    });
    assert.ok(pathway.norms.every(({ source }) => source === SET_BY_THE_REGION));
  });

  it('asks about six dimensions from 0 to 10, and keeps health, mind and money in categories of their own', () => {
    const items = region.questionnaires.find(({ id }) => id === 'broad-conversation')?.items ?? [];
    const dimensions = items.filter(({ dimension }) => dimension);
    assert.deepEqual(
      dimensions.map(({ linkId, category }) => [linkId, category]),
      [
        ['body', 'health'],
        ['mind', 'mental-health'],
        ['meaning', 'support'],
        ['quality-of-life', 'support'],
        ['taking-part', 'social'],
        ['daily-life', 'support'],
      ],
    );
    assert.ok(dimensions.every(({ min, max }) => min === 0 && max === 10));
    assert.equal(items.find(({ linkId }) => linkId === 'money-note')?.category, 'income-debt');
  });

  it('says that the well-being questions are a translation nobody validated, and that the fourth is reversed', () => {
    const measure = region.questionnaires.find(({ id }) => id === 'well-being');
    assert.match(measure?.licence ?? '', /Open Government Licence/);
    assert.match(measure?.note ?? '', /niet gevalideerd/);
    assert.deepEqual(
      measure?.items.filter(({ reversed }) => reversed).map(({ linkId }) => linkId),
      ['anxious'],
    );
  });

  it('has a text for each of the four kinds of consent, and numbers to call when there is danger', () => {
    const kinds = new Set(region.consents.map(({ kind }) => kind));
    assert.deepEqual([...kinds].sort(), ['bw-7-457', 'gdpr-21', 'gdpr-6-9', 'wabvpz-15a']);
    assert.deepEqual(
      region.crisis.lines.map(({ phone }) => phone),
      ['112', '0800-0113', '0800-2000'],
    );
  });
});
