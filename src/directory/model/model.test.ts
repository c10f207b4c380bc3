import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { shippedRegion } from '../../../test/support/pathways.ts';
import type { Service } from '../../content/index.ts';
import { asLocalDate } from '../../platform/index.ts';
import {
  after,
  allowance,
  type Candidate,
  changedFields,
  createPlaces,
  createSpeller,
  crisisFor,
  editsAfter,
  freshnessOf,
  keyOf,
  lettersApart,
  plain,
  rank,
  schemesFor,
  withEdits,
  wordsOf,
} from './index.ts';

const region = shippedRegion();
const word = fc.stringMatching(/^[a-z]{4,14}$/);

describe('words with mistakes in them', () => {
  it('are read plain, without accents and signs, and never for ever', () => {
    assert.deepEqual(wordsOf('Diëtist, café & ’s avonds!'), ['dietist', 'cafe', 's', 'avonds']);
    assert.ok(wordsOf('woord '.repeat(10_000)).length <= 30);
    fc.assert(fc.property(fc.string(), (text) => plain(plain(text)) === plain(text)));
  });

  it('differ by the letters that are put in, left out, replaced or changed about', () => {
    assert.equal(lettersApart('eenzaamheid', 'eenzaamhijd', 2), 2);
    assert.equal(lettersApart('eenzaamheid', 'eenzamheid', 2), 1);
    assert.equal(lettersApart('koor', 'okor', 2), 1);
    assert.equal(lettersApart('koor', 'fiets', 2), 3, 'it stops counting');
    fc.assert(fc.property(word, word, (a, b) => lettersApart(a, b, 20) === lettersApart(b, a, 20)));
  });

  it('are found with one letter wrong, whatever the words and whatever the letter', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (words, which, where) => {
        const meant = words[which % words.length]!;
        const at = where % meant.length;
        const typed = meant.slice(0, at) + meant.slice(at + 1);
        if (allowance(typed.length) === 0) return true;
        const found = createSpeller(words)(typed);
        return found !== undefined && lettersApart(typed, found, 2) <= 1;
      }),
    );
  });
});

describe('a place', () => {
  const places = createPlaces(region);
  const found = (typed: string) => {
    const one = places.find(typed);
    return one.kind === 'found' ? one.place.label : one.kind;
  };
  it('is found by postcode, by name, by municipality and with a typing error', () => {
    assert.equal(found('7622'), '7622, Borne');
    assert.equal(found('7622 ab'), '7622, Borne');
    assert.equal(found('7622AB Borne'), '7622, Borne');
    assert.equal(found('borne'), 'Borne');
    assert.equal(found('Hof van Twente'), 'Hof van Twente');
    assert.equal(found('Enschde'), 'Enschede');
    assert.equal(found('oldenzal'), 'Oldenzaal');
    assert.equal(found(''), 'none');
    assert.equal(found('Amsterdam'), 'unknown');
    assert.equal(found('1012'), 'unknown');
  });
  it('of which there are two is asked about', () => {
    const two = places.find('Haarle');
    assert.equal(two.kind, 'several');
    assert.ok(two.kind === 'several' && two.places.every(({ typed }) => found(typed) !== 'several'));
  });
  it('is taken out of a question, but a word that is also a place stays a word', () => {
    assert.deepEqual(places.takeFrom(['eenzaam', 'in', 'borne'])?.rest, ['eenzaam', 'in']);
    assert.equal(places.takeFrom(['koor', 'hof', 'van', 'twente'])?.place.municipality, 'hof-van-twente');
    assert.equal(places.takeFrom(['enter', 'toets']), undefined);
  });
  it('is never farther than it is: every postcode is found where the content puts it', () => {
    for (const { code, lat, lon } of region.postcodes) {
      const one = places.find(code);
      assert.ok(one.kind === 'found');
      assert.deepEqual([one.place.lat, one.place.lon], [lat, lon]);
    }
  });
});

describe('words of danger', () => {
  const first = (words: string) => crisisFor(region.crisis, words)[0]?.id;
  it('show whom to call first, also with typing errors', () => {
    for (const words of ['zelfmoord', 'ik wil niet meer leven', 'zelfmord', 'ik zie het echt niet meer zitten'])
      assert.equal(first(words), 'suicide-prevention', words);
    for (const words of ['mijn man slaat mij', 'ik word geslagen', 'mishandelt of mishandeling', 'bang voor mijn man'])
      assert.equal(first(words), 'safe-at-home', words);
    assert.equal(first('ik heb een hartaanval'), 'emergency');
  });
  it('show all the numbers, and other words show none first', () => {
    assert.equal(crisisFor(region.crisis, 'zelfmoord').length, region.crisis.lines.length);
    for (const words of ['wandelen', 'ik slaap slecht', 'leven met diabetes', 'koor', 'brandveilig wonen'])
      assert.equal(first(words), undefined, words);
  });
});

describe('what was found', () => {
  const candidate = fc.record<Candidate>({
    id: fc.uuid(),
    municipality: fc.constantFrom('borne', 'hengelo'),
    delivery: fc.constantFrom('on-site', 'at-home', 'phone', 'online'),
    score: fc.double({ min: 0, max: 3, noNaN: true }),
    lat: fc.double({ min: 52, max: 52.6, noNaN: true }),
    lon: fc.double({ min: 6.4, max: 7.1, noNaN: true }),
  });
  const list = fc.uniqueArray(candidate, { selector: ({ id }) => id, maxLength: 60 });
  const place = { lat: 52.3, lon: 6.75, municipality: 'borne' };

  it('stands in the same order whatever order it came in, best first', () => {
    fc.assert(
      fc.property(list, (all) => {
        const ids = rank(all, place).map(({ id }) => id);
        assert.deepEqual(
          rank(all.toReversed(), place).map(({ id }) => id),
          ids,
        );
        const levels = rank(all, place).map(({ level }) => level);
        assert.deepEqual(
          levels,
          levels.toSorted((a, b) => b - a),
        );
      }),
    );
  });

  it('is shown once over all pages, also when the last one shown has gone meanwhile', () => {
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 7 }), (all, size) => {
        const ranked = rank(all, place);
        const shown: string[] = [];
        let key: string | undefined;
        for (;;) {
          const page = after(ranked, key).slice(0, size);
          if (page.length === 0) break;
          shown.push(...page.map(({ id }) => id));
          key = keyOf(page.at(-1)!);
        }
        assert.deepEqual(
          shown,
          ranked.map(({ id }) => id),
        );
        const [gone, ...left] = ranked;
        if (gone) assert.ok(after(left, keyOf(gone)).length <= left.length);
      }),
    );
  });
});

describe('a service that people change', () => {
  const service = region.services[0] as Service;
  it('is the content with the edits over it, and undoing an edit leaves a trace of it', () => {
    const next = { ...service, waitingDays: service.waitingDays + 1, places: undefined } as unknown as Service;
    const edits = editsAfter(undefined, service, next);
    assert.equal(edits.waitingDays, service.waitingDays + 1);
    assert.deepEqual(changedFields(withEdits(service, edits), next), []);
    const back = editsAfter(edits, withEdits(service, edits), service);
    assert.equal(back.waitingDays, service.waitingDays, 'what was changed once is the database’s');
  });
  it('is asked about a month before half a year has passed, and is stale after it', () => {
    const on = asLocalDate('2026-03-31');
    assert.equal(freshnessOf(on, asLocalDate('2026-08-30')).kind, 'fresh');
    assert.deepEqual(freshnessOf(on, asLocalDate('2026-09-10')), { kind: 'ask', days: 20 });
    assert.equal(freshnessOf(on, asLocalDate('2026-09-30')).kind, 'ask');
    assert.equal(freshnessOf(on, asLocalDate('2026-10-01')).kind, 'stale');
  });
});

describe('the five questions', () => {
  const ids = (answers: Parameters<typeof schemesFor>[1]) =>
    schemesFor(region.schemes.schemes, answers).map(({ id }) => id);
  it('name what may be missed, and nothing that cannot be', () => {
    const pension = ids({ household: 'alone', children: 'none', age: 'pension', income: 'lowest', home: 'rent' });
    for (const id of ['care-allowance', 'rent-allowance', 'pension-supplement', 'tax-remission', 'special-support'])
      assert.ok(pension.includes(id), id);
    for (const id of ['child-budget', 'income-support', 'childcare-allowance']) assert.ok(!pension.includes(id), id);
    const well = ids({ household: 'together', children: 'none', age: '21-to-pension', income: 'higher', home: 'own' });
    assert.deepEqual(well, []);
    const family = ids({
      household: 'together',
      children: 'under-12',
      age: '21-to-pension',
      income: 'middle',
      home: 'own',
    });
    assert.deepEqual(family, ['care-allowance', 'child-budget', 'childcare-allowance', 'energy-help']);
  });
});
