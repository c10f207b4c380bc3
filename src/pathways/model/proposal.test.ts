import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { distanceKm } from '../../platform/index.ts';
import { addDays, asLocalDate as d } from '../../platform/time/index.ts';
import { type But, type Proposal, proposeServices, type Reason } from './proposal.ts';
import { type Ask, costPerMonth, FIT, type ServiceOffer } from './service-fit.ts';

const today = d('2026-11-23');
const home = { lat: 52.2215, lon: 6.8937 };

/** A woman of 71 in the centre of Enschede who is lonely, travels by bike and can spend twenty euro a month. */
const ask: Ask = {
  needs: ['loneliness', 'moving-more'],
  place: home,
  municipality: 'enschede',
  age: 71,
  gender: 'female',
  languages: ['nl'],
  maxCostPerMonth: 20,
  reach: { by: 'bike' },
  urgency: 'routine',
};
const service = (id: string, more: Partial<ServiceOffer> = {}): ServiceOffer => ({
  id,
  name: id,
  organisation: 'voorbeeld-ontmoeting-enschede',
  organisationName: 'Voorbeeld Ontmoeting',
  domain: 'meeting-moving',
  needs: ['loneliness'],
  minAge: null,
  maxAge: null,
  gender: null,
  municipality: 'enschede',
  residentsOnly: false,
  languages: ['nl'],
  cost: { amount: 0, per: 'free' },
  waitingDays: 0,
  delivery: 'on-site',
  ...home,
  fullUntil: null,
  confirmedOn: d('2026-10-01'),
  ...more,
});
const propose = (...services: readonly ServiceOffer[]) => proposeServices(ask, services, today);
const only = (more: Partial<ServiceOffer>, asked: Ask = ask): Proposal => {
  const [first] = proposeServices(asked, [service('one', more)], today).ranked;
  assert.ok(first, 'the service fell out');
  return first;
};
const ids = (proposals: readonly Proposal[]): string => proposals.map((proposal) => proposal.service.id).join(' ');
const why = (proposal: Proposal, kind: Reason['kind']): Reason | undefined =>
  proposal.why.find((reason) => reason.kind === kind);
const but = (proposal: Proposal, kind: But['kind']): But | undefined =>
  proposal.but.find((reason) => reason.kind === kind);

describe('distance', () => {
  it('from Enschede to Hengelo and to Amsterdam is that of the map', () => {
    // Railway stations Enschede, Hengelo and Amsterdam Centraal, as the crow flies.
    const enschede = { lat: 52.2222, lon: 6.8903 };
    assert.ok(Math.abs(distanceKm(enschede, { lat: 52.2619, lon: 6.7933 }) - 7.97) < 0.05);
    assert.ok(Math.abs(distanceKm(enschede, { lat: 52.3791, lon: 4.8993 }) - 136.5) < 1);
    assert.equal(distanceKm(enschede, enschede), 0);
  });
  it('of one degree of latitude is 111.195 km', () => {
    assert.ok(Math.abs(distanceKm({ lat: 52, lon: 6 }, { lat: 53, lon: 6 }) - 111.195) < 0.001);
  });
});

describe('a proposal for a resident', () => {
  it('says why a service fits', () => {
    const fits = only({
      minAge: 65,
      needs: ['loneliness', 'debts'],
      cost: { amount: 12, per: 'month' },
      waitingDays: 7,
    });
    assert.deepEqual(fits.why, [
      { kind: 'answers-need', need: 'loneliness' },
      { kind: 'distance', km: 0 },
      { kind: 'waiting-days', days: 7 },
      { kind: 'within-budget', amount: 12, per: 'month', perMonth: 12 },
      { kind: 'speaks-language', language: 'nl' },
      { kind: 'confirmed', on: '2026-10-01' },
      { kind: 'age-fits', minAge: 65, maxAge: null },
    ]);
    assert.deepEqual(fits.but, []);
    // 40 for the need, 25 for the place, 15 × (1 − 7/84), 15 × 0.7, 5 and 5.
    assert.deepEqual(fits.points, { need: 40, distance: 25, waiting: 13.8, cost: 10.5, language: 5, confirmed: 5 });
    assert.equal(fits.score, 99.3);
  });

  it('says what to know before choosing', () => {
    const hard = only({
      lat: home.lat + 0.07,
      cost: { amount: 10, per: 'session' },
      waitingDays: 60,
      fullUntil: d('2027-01-15'),
      confirmedOn: d('2026-05-22'),
    });
    assert.deepEqual(hard.but, [
      { kind: 'far', km: 7.8, reachKm: 5 },
      { kind: 'full-until', on: '2027-01-15' },
      { kind: 'long-wait', days: 60, fits: 42 },
      { kind: 'above-budget', amount: 10, per: 'session', perMonth: 43.33, budget: 20 },
      { kind: 'not-confirmed', since: '2026-05-22' },
    ]);
    assert.equal(hard.points.distance, 5.5);
  });

  it('puts first what answers more, then what is near', () => {
    const { ranked } = propose(
      service('near', { lat: home.lat + 0.001 }),
      service('far-but-both', { needs: ['loneliness', 'moving-more'], lat: home.lat + 0.08 }),
      service('nearer'),
    );
    assert.equal(ids(ranked), 'far-but-both nearer near');
  });

  it('settles a tie by name of the service, however the list was ordered', () => {
    assert.equal(ids(propose(service('b'), service('a'), service('c')).ranked), 'a b c');
    assert.equal(ids(propose(service('c'), service('b'), service('a')).ranked), 'a b c');
  });

  it('leaves out what cannot be, and counts why', () => {
    const { ranked, fellOut } = propose(
      service('fits'),
      service('other-need', { needs: ['debts'] }),
      service('neighbours-only', { municipality: 'hengelo', residentsOnly: true }),
      service('for-older', { minAge: 72 }),
      service('for-younger', { maxAge: 70 }),
      service('for-men', { gender: 'male' }),
      service('in-arabic', { languages: ['ar', 'ti'] }),
      service('in-another-town', { lat: home.lat + 0.2 }),
      service('full', { fullUntil: d('2027-06-01') }),
      service('for-men-and-full', { gender: 'male', fullUntil: d('2027-06-01') }),
    );
    assert.equal(ids(ranked), 'fits');
    assert.deepEqual(fellOut, {
      'other-need': 1,
      'other-municipality': 1,
      'too-young': 1,
      'too-old': 1,
      'other-gender': 2,
      'other-language': 1,
      'too-far': 1,
      full: 1,
    });
  });

  it('puts the telephone circle of their own town before the same one elsewhere', () => {
    const { ranked } = propose(
      service('a-elsewhere', { delivery: 'phone', municipality: 'hengelo' }),
      service('b-own-town', { delivery: 'phone' }),
    );
    assert.equal(ids(ranked), 'b-own-town a-elsewhere');
  });

  it('counts an age on the bound as fitting', () => {
    assert.ok(why(only({ minAge: 71, maxAge: 71 }), 'age-fits'));
  });

  it('does not guess: what is unknown is said and leaves nobody out', () => {
    const unknown = {
      ...ask,
      place: null,
      municipality: null,
      gender: 'unknown',
      languages: [],
      maxCostPerMonth: null,
    } as const;
    const fits = only(
      { gender: 'female', residentsOnly: true, languages: ['ar'], cost: null, waitingDays: null },
      { ...unknown },
    );
    assert.deepEqual(
      fits.but.map((one) => one.kind),
      ['place-unknown', 'wait-unknown', 'cost-unknown', 'only-for'],
    );
    assert.equal(why(fits, 'speaks-language'), undefined);
    assert.equal(why(fits, 'for-gender'), undefined);
    assert.equal(why(only({ cost: { amount: 60, per: 'year' } }, { ...unknown }), 'costs')?.kind, 'costs');
  });

  it('does not leave out for women who is neither man nor woman, but says it', () => {
    assert.deepEqual(but(only({ gender: 'female' }, { ...ask, gender: 'other' }), 'only-for'), {
      kind: 'only-for',
      gender: 'female',
    });
  });

  it('prefers the language somebody understands best', () => {
    const asked: Ask = { ...ask, languages: ['ar', 'nl'] };
    const { ranked } = proposeServices(
      asked,
      [service('dutch'), service('in-arabic', { languages: ['nl', 'ar'] })],
      today,
    );
    assert.equal(ids(ranked), 'in-arabic dutch');
    assert.deepEqual(why(ranked[0] as Proposal, 'speaks-language'), { kind: 'speaks-language', language: 'ar' });
  });

  it('does not count the way to what comes to the door or is on the phone', () => {
    const away = { lat: home.lat + 0.1, lon: home.lon };
    assert.equal(but(only({ ...away, delivery: 'at-home' }), 'far'), undefined);
    assert.equal(only({ ...away, delivery: 'phone' }).points.distance, FIT.points.distance);
    assert.ok(but(only({ lat: home.lat + 0.5, delivery: 'at-home' }), 'far'));
  });

  it('waits less long when it is urgent', () => {
    const soon: Ask = { ...ask, urgency: 'soon' };
    assert.ok(why(only({ waitingDays: 30 }), 'waiting-days'));
    assert.ok(but(only({ waitingDays: 30 }, soon), 'long-wait'));
    assert.ok(why(only({ fullUntil: d('2026-12-01') }, soon), 'opens'));
    assert.ok(but(only({ fullUntil: d('2026-12-10') }, soon), 'full-until'));
    assert.equal(proposeServices(soon, [service('one', { fullUntil: d('2026-12-31') })], today).fellOut.full, 1);
  });

  it('counts what is just within reach, means and patience as fitting', () => {
    const away = { lat: home.lat + 0.05, lon: home.lon };
    const edge: Ask = { ...ask, reach: { maxKm: distanceKm(home, away) }, maxCostPerMonth: 12 };
    const fits = only({ ...away, cost: { amount: 12, per: 'month' }, waitingDays: FIT.waitDays.routine }, edge);
    assert.deepEqual(fits.but, []);
    assert.ok(why(only({ fullUntil: addDays(today, FIT.waitDays.routine) }), 'opens'));
    assert.ok(but(only({ fullUntil: addDays(today, 2 * FIT.waitDays.routine) }), 'full-until'));
    assert.equal(propose(service('one', { fullUntil: addDays(today, 2 * FIT.waitDays.routine + 1) })).fellOut.full, 1);
  });

  it('settles a tie by distance before anything else', () => {
    const byPhone = (id: string, north: number) => service(id, { delivery: 'phone', lat: home.lat + north });
    assert.equal(ids(propose(byPhone('a', 0.2), byPhone('b', 0.1)).ranked), 'b a');
  });

  it('no longer calls a service full from the day on which it has places', () => {
    assert.ok(why(only({ fullUntil: today }), 'waiting-days'));
  });

  it('calls details confirmed half a year ago still fresh, and a day later not', () => {
    assert.ok(why(only({ confirmedOn: d('2026-05-23') }), 'confirmed'));
    assert.ok(but(only({ confirmedOn: d('2026-05-22') }), 'not-confirmed'));
  });

  it('takes a year as twelve months and a session as weekly', () => {
    assert.equal(costPerMonth({ amount: 60, per: 'year' }), 5);
    assert.equal(costPerMonth({ amount: 3, per: 'session' }), 13);
    assert.equal(costPerMonth({ amount: 0, per: 'free' }), 0);
    assert.equal(costPerMonth(null), null);
  });
});

const anyService = fc.record({
  needs: fc.subarray(['loneliness', 'debts', 'sleep'], { minLength: 1 }),
  minAge: fc.option(fc.integer({ min: 18, max: 80 })),
  gender: fc.constantFrom('female' as const, 'male' as const, null),
  languages: fc.subarray(['nl', 'ar', 'tr'], { minLength: 1 }),
  cost: fc.constantFrom({ amount: 0, per: 'free' as const }, { amount: 25, per: 'month' as const }, null),
  waitingDays: fc.option(fc.nat(120)),
  delivery: fc.constantFrom('on-site' as const, 'at-home' as const, 'phone' as const),
  lat: fc.double({ min: 52.1, max: 52.5, noNaN: true }),
  lon: fc.double({ min: 6.5, max: 7.0, noNaN: true }),
  fullUntil: fc.option(fc.nat(120).map((days) => addDays(today, days))),
  confirmedOn: fc.nat(400).map((days) => addDays(today, -days)),
});
const anyServices = fc
  .array(anyService, { minLength: 1, maxLength: 8 })
  .map((list) => list.map((more, index) => service(`s${index}`, more)));
const rank = (services: readonly ServiceOffer[], id: string): number => {
  const place = propose(...services).ranked.findIndex((proposal) => proposal.service.id === id);
  return place < 0 ? Infinity : place;
};

describe('any proposal', () => {
  it('is never ranked lower for answering one need more', () => {
    fc.assert(
      fc.property(anyServices, (services) => {
        const [first, ...rest] = services as [ServiceOffer, ...ServiceOffer[]];
        const more = { ...first, needs: [...first.needs, 'moving-more'] };
        assert.ok(rank([more, ...rest], 's0') <= rank(services, 's0'));
      }),
    );
  });

  it('is never ranked lower for being nearer', () => {
    fc.assert(
      fc.property(anyServices, fc.double({ min: 0, max: 1, noNaN: true }), (services, part) => {
        const [first, ...rest] = services as [ServiceOffer, ...ServiceOffer[]];
        const lat = home.lat + (first.lat - home.lat) * part;
        const nearer = { ...first, lat, lon: home.lon + (first.lon - home.lon) * part };
        fc.pre(distanceKm(home, nearer) <= distanceKm(home, first));
        assert.ok(rank([nearer, ...rest], 's0') <= rank(services, 's0'));
      }),
    );
  });

  it('is never ranked lower for being sooner', () => {
    fc.assert(
      fc.property(anyServices, fc.nat(60), fc.nat(60), (services, days, more) => {
        const [first, ...rest] = services as [ServiceOffer, ...ServiceOffer[]];
        const soon = { ...first, waitingDays: days };
        const later = { ...first, waitingDays: days + more };
        assert.ok(rank([soon, ...rest], 's0') <= rank([later, ...rest], 's0'));
      }),
    );
  });

  it('accounts for every service once, and does not depend on the order it got them in', () => {
    fc.assert(
      fc.property(anyServices, (services) => {
        const { ranked, fellOut } = propose(...services);
        assert.equal(ranked.length + Object.values(fellOut).reduce((sum, count) => sum + count, 0), services.length);
        assert.equal(ids(propose(...services.toReversed()).ranked), ids(ranked));
        for (const { score, points } of ranked) {
          const sum = Object.values(points).reduce((total, part) => total + part, 0);
          assert.ok(Math.abs(score - sum) < 1e-9);
        }
      }),
    );
  });
});
