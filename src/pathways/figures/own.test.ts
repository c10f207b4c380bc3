import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { newcomer, PEOPLE, testPathways } from '../../../test/support/pathways.ts';
import { asLocalDate } from '../../platform/index.ts';
import * as engine from '../index.ts';
import { experienceFigures, meanOf } from './experience.ts';
import { computeOwnFigures, ownFigures } from './own.ts';

const { nurse, coach } = PEOPLE;
const DOOR = { door: 'page' } as const;
const TEAM = coach.services[0]!;
const DAY = 86_400_000;

let made: Awaited<ReturnType<typeof testPathways>>;
before(async () => {
  made = await testPathways({ at: '2026-10-05T09:00:00Z' });
});
after(() => made.stop());

async function referred(number: number, until: 'referred' | 'accepted' | 'contacted'): Promise<void> {
  const { ground } = made;
  const value = <T>(
    result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown },
  ): T => {
    assert.ok(result.ok, JSON.stringify(result));
    return result.value;
  };
  const { resident } = value(
    await engine.registerResident(
      ground,
      nurse,
      newcomer(
        `Voorbeeld${String.fromCharCode(97 + (number % 26))}${String.fromCharCode(97 + Math.floor(number / 26))}`,
      ),
      DOOR,
    ),
  );
  const { caseId } = value(
    await engine.refer(
      ground,
      nurse,
      { resident, pathway: 'welzijn-op-recept', reasons: ['psychosocial'], urgency: 'routine', agreed: true },
      DOOR,
    ),
  );
  if (until === 'referred') return;
  const list = value(await engine.worklist(ground, coach, { view: 'open', count: 100 }, DOOR));
  const task = list.lines.find((line) => line.case_id === caseId)!.id;
  value(await engine.takeStep(ground, coach, { task, to: 'accepted' }, DOOR));
  if (until === 'contacted')
    value(await engine.recordContact(ground, coach, { resident, caseId, kind: 'phone', outcome: 'spoken' }, DOOR));
  // All who were spoken with said how they found it: two of them a little less glad.
  const answers = {
    listened: number < 2 ? 'mostly' : 'completely',
    ...(number < 4 ? { clear: 'a-little' } : {}),
    good: 'Alles',
  };
  const told = { resident, caseId, questionnaire: 'experience', answers };
  if (until === 'contacted') value(await engine.keepQuestionnaire(ground, coach, told, DOOR));
}

describe('own figures', () => {
  it('count whole months by team and by practice, once a day, and show no group under ten', async () => {
    for (let number = 0; number < 23; number++)
      await referred(number, number < 12 ? 'contacted' : number < 20 ? 'accepted' : 'referred');
    assert.equal(await computeOwnFigures(made.ground), true);
    assert.equal(await computeOwnFigures(made.ground), false, 'once a day');
    const from = asLocalDate('2026-01-01');
    assert.deepEqual(await ownFigures(made.ground.pool, [TEAM], from), [], 'the running month is not counted');
    made.clock.advance(30 * DAY);
    assert.equal(await computeOwnFigures(made.ground), true);
    for (const party of [TEAM, nurse.organisation]) {
      const rows = await ownFigures(made.ground.pool, [party], from);
      const shown = Object.fromEntries(rows.map(({ figure, value }) => [figure, value]));
      assert.equal(rows[0]?.month, '2026-10-01');
      assert.equal(shown.referred, 25);
      // 20 of 23 were accepted: the three that were not would come out.
      assert.equal(shown.accepted, null);
      assert.equal(shown.contacted, 10);
      assert.equal(shown['contacted-in-time'], 10);
      assert.equal(shown['days-to-contact'], 0);
      assert.equal(shown.completed, null);
      assert.equal(shown['no-show'], null);
    }
    const on = asLocalDate('2026-11-04');
    const told = await experienceFigures(made.ground, made.ground.pool, [TEAM], on);
    const listened = told.find(({ question }) => question === 'listened');
    // 10 of 12 were wholly glad: the two who were not would come out, by a mean as well.
    assert.deepEqual([listened?.people, listened?.mean], [10, null]);
    assert.ok(listened?.answers.every(({ count }) => count === null));
    const clear = told.find(({ question }) => question === 'clear');
    assert.deepEqual([clear?.people, clear?.mean], [null, null], 'four answers are nobody’s to know');
    assert.ok(!told.some(({ question }) => question === 'good'), 'nor what was written in own words');
    assert.deepEqual(await experienceFigures(made.ground, made.ground.pool, [nurse.organisation], on), []);
    const other = PEOPLE.otherCoach.services[0]!;
    assert.deepEqual(await ownFigures(made.ground.pool, [other], from), []);
  });
});

describe('the mean of answers', () => {
  it('lies within its interval, and both within what can be answered', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 10, maxLength: 200 }), (marks) => {
        const { value, lower, upper } = meanOf(marks);
        assert.ok(1 <= lower && lower <= value && value <= upper && upper <= 4);
      }),
    );
    assert.deepEqual(meanOf(Array(12).fill(4)), { value: 4, lower: 4, upper: 4 });
  });
});
