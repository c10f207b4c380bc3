import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { twente } from '../../test/support/region.ts';
import {
  added,
  chanceRange,
  differenceOf,
  expected,
  figure,
  fitOf,
  MEASURES,
  type Measure,
  moneyOf,
  numbers,
  PARAMETERS,
  PAYERS,
  type Parameter,
  type People,
  parameterRanges,
  prepare,
  project,
  residentsOf,
  type Scenario,
  type Simulated,
  simulate,
  simulateSmall,
  tornado,
} from './index.ts';
import { shareWith } from './model/settle.ts';
import { ADULT, DEMENTIA, ELDER, FRAIL, INSTITUTION, NURSING } from './model/states.ts';
import { AGES } from './population/ages.ts';

const { population, demography } = twente();
/** A region of a tenth of the size, with the same ages: quick to live, and large enough to be held beside what is expected. */
const tenth = {
  ...population,
  municipalities: population.municipalities.map(({ municipality, men, women }) => ({
    municipality,
    men: men.map((count) => count / 10),
    women: women.map((count) => count / 10),
  })),
};
const projection = project(tenth, demography, 2041);
const model = prepare(projection, numbers(), 2023, 2040);
const SEED = 20_230_101;
const people = residentsOf(model, SEED, (bytes) => new ArrayBuffer(bytes));
const lived = (scenario: Scenario, seed = SEED, of: People = people) => simulate(model, scenario, of, seed);

const falls = { name: 'falls', reach: 0.4, start: 2025 } as const;
const everything: Scenario = {
  approaches: [
    { ...falls, rampUp: 3 },
    { name: 'respite', reach: 0.5, start: 2024 },
    { name: 'wellbeing', reach: 0.6, start: 2023 },
    { name: 'together', reach: 0.8, start: 2026, onlyAlone: true },
    { name: 'technology', reach: 0.5, start: 2024, effect: 1.5, municipalities: [0, 3, 6] },
    { name: 'weight', reach: 0.5, start: 2024, fromAge: 30, untilAge: 60 },
  ],
};
const whole = lived(everything);
const differing = ({ difference }: Simulated) =>
  MEASURES.filter((measure) => {
    const at = MEASURES.indexOf(measure);
    return difference.cells.some((cell, index) => index % MEASURES.length === at && cell !== 0);
  });

describe('the model at rest', () => {
  it('keeps as many people with a condition, frailty, dementia and care as the curves say, at every age', () => {
    const n = numbers();
    for (let sex = 0; sex < 2; sex++)
      for (let age = ELDER + 1; age < AGES; age++) {
        const at = sex * AGES + age;
        for (const [id, bit] of [
          ['chronic', 1],
          ['frail', FRAIL],
          ['dementia', DEMENTIA],
          ['homeNursing', NURSING],
          ['nursingHome', INSTITUTION],
        ] as const) {
          const [found, wanted] = [shareWith(model.settled.old[at]!, bit), n.by(id)[at]!];
          assert.ok(Math.abs(found - wanted) < 0.004, `${id} at ${age}: ${found} for ${wanted}`);
        }
      }
  });

  it('fits its first year, and lies near the published figures that it was not made to fit', (t) => {
    const whole_ = prepare(project(population, demography, 2041), numbers(), 2023, 2040);
    const lines = fitOf(whole_, expected(whole_, { approaches: [] }).baseline, [
      { name: 'at risk of falling (43,134)', measure: 'atRisk', value: 43_134 },
      { name: 'adults with a condition (32%)', measure: 'chronic', value: 0.32, share: true },
      { name: 'adults who care for somebody (13.8%)', measure: 'givers', value: 0.138, share: true },
    ]);
    for (const { name, kind, modelled, expected: wanted, off } of lines) {
      t.diagnostic(
        `${kind} ${name}: ${modelled.toPrecision(5)} for ${wanted.toPrecision(5)} (${(off * 100).toFixed(1)}%)`,
      );
      assert.ok(Math.abs(off) < (kind === 'curve' ? 0.08 : 0.1), `${name}: ${off}`);
    }
  });
});

describe('lives that are drawn', () => {
  it('are what is expected of them, but for chance: in every figure, with and without all approaches at once', () => {
    const due = expected(model, everything);
    for (const measure of MEASURES) {
      const [found, wanted] = [figure(whole.baseline, measure), figure(due.baseline, measure)];
      // Years of one person go together (up to 17 of them); hours come in portions.
      const portion =
        figure(whole.baseline, measure) /
        Math.max(
          1,
          figure(
            whole.baseline,
            measure === 'nursingHours'
              ? 'nursingClients'
              : measure === 'hospitalDays'
                ? 'emergencyVisits'
                : measure === 'householdHelpHours'
                  ? 'frail'
                  : 'residents',
          ),
        );
      const spread = measure.startsWith('helped') ? 0 : 5 * Math.sqrt(Math.max(1, wanted) * Math.max(1, portion) * 8);
      assert.ok(Math.abs(found - wanted) <= Math.max(spread, 0.004 * wanted), `${measure}: ${found} for ${wanted}`);
      const gap = figure(due.scenario, measure) - wanted;
      const { low, middle, high } = chanceRange(whole, measure);
      // Four and a half standard errors: once in 150,000 figures.
      const room = ((high - low) / 3.92) * 4.5 + Math.abs(gap) * 0.02 + 1;
      assert.ok(Math.abs(middle - gap) <= room, `difference in ${measure}: ${middle} for ${gap} ± ${room}`);
    }
  });

  it('are the same to the person in any number of parts', () => {
    for (const parts of [2, 7]) {
      const together = added(
        Array.from({ length: parts }, (_, part) => simulate(model, everything, people, SEED, { part, parts })),
      );
      assert.deepEqual(together, whole, `${parts} parts`);
    }
  });

  it('are the same again with the same seed, and others with another', () => {
    assert.equal(lived(everything).mark, whole.mark);
    const other = residentsOf(model, SEED + 1, (bytes) => new ArrayBuffer(bytes));
    assert.notEqual(lived(everything, SEED + 1, other).mark, whole.mark);
  });

  it('make at least eight decisions in a year on average', () => {
    // What is decided for everybody of an age whatever their state (several with one number, `people/chain.ts`): leaving,
    // condition, emergency, admission, death; household, home, caring; weight; a birth; and from 65 on risk, fall,
    // frailty, dementia, nursing, nursing home.
    const decisions = (age: number, woman: boolean) =>
      5 +
      (age >= ADULT - 1 ? 3 : 0) +
      (age >= ADULT - 1 && age < ELDER ? 1 : 0) +
      (woman && age >= 17 && age < 50 ? 1 : 0) +
      (age >= ELDER ? 6 : 0);
    let [made, years] = [0, 0];
    for (const ages of model.start)
      for (const [at, count] of ages.entries()) {
        made += count * decisions(at % AGES, at >= AGES);
        years += count;
      }
    assert.ok(made / years > 8, String(made / years));
  });
});

describe('the small model', () => {
  it('has the deaths of the residents of the first year, and falls and dementia of who is 65 and over', () => {
    const { deaths, falls, dementia, personYears } = simulateSmall(model, people);
    assert.ok(personYears < people.count * model.years && personYears > people.count * model.years * 0.85);
    assert.ok(
      deaths > 8_000 && deaths < 14_000 && falls > 60_000 && dementia > 2_000,
      `${deaths} ${falls} ${dementia}`,
    );
    assert.deepEqual(simulateSmall(model, people), { deaths, falls, dementia, personYears });
  });
});

describe('an approach', () => {
  it('changes nobody whom it does not reach: no other municipality, no year before it starts', () => {
    const one = lived({ approaches: [{ ...falls, municipalities: [3] }] });
    for (let m = 0; m < 14; m++)
      for (let year = 0; year < model.years; year++)
        for (const measure of MEASURES)
          if (m !== 3 || year < 2)
            assert.equal(figure(one.difference, measure, m, year), 0, `${measure} in ${m}, ${year}`);
    assert.ok(figure(one.difference, 'falls', 3) < 0);
  });

  it('moves nothing else when it is added', () => {
    const alone = lived({ approaches: [falls] });
    const both = lived({ approaches: [falls, { name: 'wellbeing', reach: 0.6, start: 2023 }] });
    assert.deepEqual(both.baseline, alone.baseline, 'the baseline is the same');
    // Social prescribing touches consultations and healthy years only: all else is as it was, to the person.
    for (const measure of MEASURES.filter((name) => !['gpVisits', 'healthyYears', 'helpedWellbeing'].includes(name)))
      for (let m = 0; m < 14; m++)
        assert.equal(figure(both.difference, measure, m), figure(alone.difference, measure, m), measure);
  });

  it('without effect helps people and changes nothing', () => {
    const idle = lived({
      approaches: [
        { ...falls, effect: 0 },
        { name: 'technology', reach: 1, start: 2023, effect: 0 },
      ],
    });
    assert.deepEqual(differing(idle), ['helpedFalls', 'helpedTechnology']);
  });

  it('helps the same people and more when it reaches further', () => {
    const reached = [0.1, 0.4, 1].map((reach) => lived({ approaches: [{ ...falls, reach, effect: 0 }] }));
    for (let m = 0; m < 14; m++) {
      const helped = reached.map(({ difference }) => figure(difference, 'helpedFalls', m));
      assert.deepEqual(
        helped,
        helped.toSorted((a, b) => a - b),
      );
    }
  });

  it('is taken once, and a region with none is expected to be as it is', () => {
    assert.throws(() => expected(model, { approaches: [falls, falls] }), RangeError);
    const { baseline, scenario } = expected(model, { approaches: [] });
    assert.deepEqual(scenario, baseline);
    assert.deepEqual(differing(lived({ approaches: [] })), []);
  });

  it('against falls means fewer falls, visits, days and deaths, and more healthy years', () => {
    const made = differenceOf(model, { approaches: [falls] });
    for (const measure of [
      'falls',
      'emergencyVisits',
      'hospitalDays',
      'deaths',
      'carerHours',
    ] as const satisfies readonly Measure[])
      assert.ok(figure(made, measure) < 0, measure);
    assert.ok(figure(made, 'healthyYears') > 0);
  });
});

describe('money', () => {
  const scenario: Scenario = { approaches: [{ ...falls, cost: 100 }] };
  const made = differenceOf(model, scenario);

  it('is spent and saved by who pays, and is the same in parts as together', () => {
    const all = moneyOf(made, scenario, numbers());
    assert.ok(Math.abs(all.municipality.spent - 50 * figure(made, 'helpedFalls')) < 1e-6);
    assert.ok(Math.abs(all.insurer.spent - all.municipality.spent) < 1e-6);
    assert.equal(all.careOffice.spent, 0);
    assert.ok(all.insurer.saved > 0);
    for (const payer of PAYERS) {
      let sum = 0;
      for (let municipality = 0; municipality < 14; municipality++)
        for (let year = 0; year < model.years; year++)
          sum += moneyOf(made, scenario, numbers(), { municipality, year })[payer].net;
      assert.ok(Math.abs(sum - all[payer].net) < 1e-6 * Math.max(1, Math.abs(sum)), payer);
    }
  });

  it('of a later year counts for less when it is discounted', () => {
    const year = { year: 10 };
    const [plain, later] = [
      moneyOf(made, scenario, numbers(), year),
      moneyOf(made, scenario, numbers(), { ...year, discount: 0.03 }),
    ];
    assert.ok(Math.abs(later.insurer.net / plain.insurer.net - 1.03 ** -10) < 1e-9);
  });
});

describe('what is not known', () => {
  const grounds = { projection, from: 2023, until: 2040 };
  const scenario: Scenario = { approaches: [falls] };
  const fewer = (difference: typeof whole.difference) => -figure(difference, 'falls');

  it('of the parameters gives a range apart from chance, the same each time', () => {
    const [range] = parameterRanges(grounds, scenario, [fewer], 12, 1);
    assert.ok(range!.low < range!.middle && range!.middle < range!.high);
    assert.deepEqual(parameterRanges(grounds, scenario, [fewer], 12, 1), [range]);
    const chance = chanceRange(lived(scenario), 'falls');
    assert.ok(chance.low < chance.middle && chance.middle < chance.high);
  });

  it('shows which parameters matter most; what has nothing to do with it is left out', () => {
    const bars = tornado(grounds, scenario, fewer, [
      'fallsEffect',
      'fallAtRisk',
      'carerHour',
      'weightLoss',
      'fallDeath',
    ]);
    assert.equal(bars[0]!.id, 'fallsEffect');
    assert.deepEqual(
      bars.map(({ id }) => id).filter((id) => id === 'carerHour' || id === 'weightLoss'),
      [],
    );
  });

  it('has for every parameter a range around its value, words in both languages, and a source or why it is assumed', () => {
    for (const [id, parameter] of Object.entries<Parameter>(PARAMETERS)) {
      const [low, high] = parameter.range;
      const middle = parameter.kind === 'value' ? parameter.value : 1;
      assert.ok(low < high && low <= middle && middle <= high, id);
      const basis = 'source' in parameter.basis ? parameter.basis.source : parameter.basis.assumption;
      for (const said of [parameter.label, parameter.unit, basis]) assert.ok(said.nl !== '' && said.en !== '', id);
      // A source is a plan of the region, the guideline with its reference prices, or literature that was looked up: author,
      // year, what was measured. What was not looked up is no source.
      if ('source' in parameter.basis)
        assert.match(
          basis.en,
          /^(?:Twentse Koers|Vision on housing and care|Zorginstituut Nederland|Sherrington et al\. \(2019\)|Ofori-Asenso et al\. \(2020\))/,
          id,
        );
    }
  });
});
