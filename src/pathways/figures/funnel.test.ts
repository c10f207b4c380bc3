import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { withstands } from '../../../test/support/attack.ts';
import { newcomer, PEOPLE, shippedRegion, testPathways } from '../../../test/support/pathways.ts';
import { SMALLEST_SHOWN } from '../../figures/index.ts';
import type { Result } from '../../platform/index.ts';
import * as engine from '../index.ts';
import { FUNNEL_STEPS, type FunnelCount, funnelTable, publishCounts, publishFunnel } from './funnel.ts';

const { nurse, coach } = PEOPLE;
const DOOR = { door: 'page' } as const;
const region = shippedRegion();
const pathway = region.pathways.find(({ id }) => id === 'welzijn-op-recept')!;
const DAY = 86_400_000;

function value<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

describe('what may be shown of a month', () => {
  const places = ['borne', 'losser', 'wierden'];
  const steps = FUNNEL_STEPS.filter(({ step }) => step !== 'better').length;
  const count = fc.record({
    people: fc.oneof(fc.nat(14), fc.nat(60)),
    late: fc.nat(12),
  });
  const month = fc.array(count, { minLength: places.length * steps, maxLength: places.length * steps }).map((all) =>
    places.flatMap((place, at) =>
      FUNNEL_STEPS.filter(({ step }) => step !== 'better').flatMap(({ step }, nth): FunnelCount[] => {
        const { people, late } = all[at * steps + nth]!;
        const one = { place, step, people, in_time: Math.max(0, people - late), days: 3 } as const;
        return step === 'completed' ? [one, { ...one, step: 'better', people: one.in_time, in_time: 0 }] : [one];
      }),
    ),
  );

  it('withstands who works out every hidden count by integer programming: the late, and who did not get better, too', () => {
    fc.assert(
      fc.property(month, (counts) => withstands(funnelTable('twente', places, pathway, counts))),
      { numRuns: 5, endOnFailure: true },
    );
  });

  it('is rounded and never under ten; of a hidden step neither who was in time nor the days are shown', () => {
    fc.assert(
      fc.property(month, (counts) => {
        for (const { people, in_time, days } of publishCounts('twente', places, pathway, counts)) {
          for (const one of [people, in_time])
            assert.ok(one === null || (one >= SMALLEST_SHOWN && one % 5 === 0), String(one));
          if (people === null) assert.deepEqual([in_time, days], [null, null]);
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });
});

describe('from signal to better', () => {
  let made: Awaited<ReturnType<typeof testPathways>>;
  before(async () => {
    made = await testPathways({ at: '2026-10-05T09:00:00Z' });
  });
  after(() => made.stop());

  async function referred(number: number, spoken: boolean): Promise<void> {
    const { ground } = made;
    const letter = String.fromCharCode(97 + number);
    const { resident } = value(await engine.registerResident(ground, nurse, newcomer(`Voorbeeld${letter}`), DOOR));
    const { caseId } = value(
      await engine.refer(
        ground,
        nurse,
        { resident, pathway: pathway.id, reasons: ['psychosocial'], urgency: 'routine', agreed: true },
        DOOR,
      ),
    );
    if (!spoken) return;
    const list = value(await engine.worklist(ground, coach, { view: 'open', count: 100 }, DOOR));
    const task = list.lines.find((line) => line.case_id === caseId)!.id;
    value(await engine.takeStep(ground, coach, { task, to: 'accepted' }, DOOR));
    made.clock.advance(DAY / 24);
    value(await engine.recordContact(ground, coach, { resident, caseId, kind: 'phone', outcome: 'spoken' }, DOOR));
  }

  it('counts each whole month once, and never again whatever is added to it', async () => {
    for (let number = 0; number < 16; number++) await referred(number, number < 11);
    const months = await publishFunnel(made.ground);
    assert.equal(months, 24, 'two years before; the running month is not counted');
    made.clock.advance(30 * DAY);
    const both = await Promise.all([publishFunnel(made.ground), publishFunnel(made.ground)]);
    assert.deepEqual(both.toSorted(), [0, 1], 'two sweeps at once publish it once');
    const october = (await engine.funnelOf(made.ground, pathway.id)).filter(({ month }) => month === '2026-10-01');
    const of = (area: string, step: string) => {
      const { people, in_time, days } = october.find((one) => one.area === area && one.step === step)!;
      return { people, in_time, days };
    };
    assert.equal(of('enschede', 'signal').people, 15);
    // Eleven is 10 to 12 when it is rounded: beside a region of 10 to 12 the others would be known to be two at most.
    assert.equal(of('enschede', 'reached').people, null);
    assert.deepEqual(of('twente', 'conversation'), { people: null, in_time: null, days: null });
    const shown = october.filter(({ people }) => people !== null);
    assert.ok(shown.every(({ people }) => people! >= SMALLEST_SHOWN && people! % 5 === 0));
    made.clock.advance(DAY);
    assert.equal(await publishFunnel(made.ground), 0);
  });
});
