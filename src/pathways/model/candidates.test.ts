import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, asLocalDate as d } from '../../platform/time/index.ts';
import { type NextStep, nextCandidate, type OfferedTask, STALLED } from './candidates.ts';
import { TASK_STATUSES } from './transitions.ts';

const today = d('2026-11-23');
const candidates = ['walking-group', 'buddy', 'coffee-morning'];
const task = (candidate: string, status: OfferedTask['status'], more: Partial<OfferedTask> = {}): OfferedTask => ({
  id: `task-${candidate}`,
  candidate,
  status,
  ...more,
});
const next = (...tasks: readonly OfferedTask[]): NextStep => nextCandidate({ candidates, tasks, today });

describe('after the coach has chosen candidates', () => {
  it('the first is asked', () => {
    assert.deepEqual(next(), { kind: 'offer', candidate: 'walking-group' });
  });

  it('the next is asked as soon as one declines', () => {
    assert.deepEqual(next(task('walking-group', 'rejected', { reason: 'full', endedBy: 'provider' })), {
      kind: 'offer',
      candidate: 'buddy',
    });
  });

  it('nobody else is asked while one has it in hand', () => {
    for (const status of ['requested', 'accepted', 'in-progress', 'on-hold'] as const) {
      assert.deepEqual(next(task('walking-group', status)), {
        kind: 'in-hand',
        task: 'task-walking-group',
        candidate: 'walking-group',
        daysLate: 0,
      });
    }
  });

  it('one who is silent past the norm is cancelled first, and then the next is asked', () => {
    const onTheLastDay = task('walking-group', 'requested', { answerDue: today });
    assert.equal(next(onTheLastDay).kind, 'in-hand');
    const silent = task('walking-group', 'requested', { answerDue: d('2026-11-20') });
    assert.deepEqual(next(silent), {
      kind: 'cancel-stalled',
      task: 'task-walking-group',
      candidate: 'walking-group',
      daysLate: 3,
    });
    const cancelled = task('walking-group', 'cancelled', { reason: STALLED, endedBy: 'system' });
    assert.deepEqual(next(cancelled), { kind: 'offer', candidate: 'buddy' });
  });

  it('a referral to a fixed team is shown as late and stays with that team', () => {
    const silent = task('team', 'requested', { answerDue: d('2026-11-20') });
    const step = nextCandidate({ candidates: ['team'], tasks: [silent], today, whenStalled: 'show' });
    assert.deepEqual(step, { kind: 'in-hand', task: 'task-team', candidate: 'team', daysLate: 3 });
  });

  it('the coach gets it back with every reason when nobody is left', () => {
    const step = next(
      task('walking-group', 'rejected', { reason: 'full' }),
      task('buddy', 'cancelled', { reason: STALLED, endedBy: 'system' }),
      task('coffee-morning', 'rejected', { reason: 'does-not-fit' }),
    );
    assert.deepEqual(step, {
      kind: 'back-to-requester',
      why: 'none-left',
      reasons: [
        { candidate: 'walking-group', task: 'task-walking-group', status: 'rejected', reason: 'full' },
        { candidate: 'buddy', task: 'task-buddy', status: 'cancelled', reason: STALLED },
        { candidate: 'coffee-morning', task: 'task-coffee-morning', status: 'rejected', reason: 'does-not-fit' },
      ],
    });
  });

  it('nothing is offered of itself after the resident said stop, or after help that failed', () => {
    for (const stopped of [
      task('walking-group', 'cancelled', { reason: 'changed-mind', endedBy: 'resident' }),
      task('walking-group', 'cancelled', { reason: 'died', endedBy: 'system' }),
      task('walking-group', 'cancelled', { reason: STALLED, endedBy: 'requester' }),
      task('walking-group', 'failed', { reason: 'did-not-come', endedBy: 'provider' }),
      task('walking-group', 'entered-in-error', { reason: 'wrong-service', endedBy: 'maker' }),
    ]) {
      const step = next(stopped);
      assert.equal(step.kind === 'back-to-requester' && step.why, 'stopped');
    }
  });

  it('a candidate whose Task is only a draft has not been asked yet', () => {
    assert.deepEqual(next(task('walking-group', 'rejected'), task('buddy', 'draft')), {
      kind: 'offer',
      candidate: 'buddy',
    });
  });

  it('it is done when support was completed', () => {
    assert.equal(next(task('walking-group', 'rejected'), task('buddy', 'completed')).kind, 'completed');
  });
});

describe('whatever has happened', () => {
  const history = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      candidate: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      status: fc.constantFrom(...TASK_STATUSES.filter((status) => status !== 'draft')),
      reason: fc.constantFrom(STALLED, 'full'),
      endedBy: fc.constantFrom('system', 'resident', 'provider'),
      answerDue: fc.integer({ min: -9, max: 9 }).map((days) => addDays(today, days)),
    } as const),
    { selector: (one) => one.candidate, maxLength: 5 },
  );
  const list = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e']);

  it('nobody is asked twice, and nobody but the first not yet asked', () => {
    fc.assert(
      fc.property(list, history, (order, tasks) => {
        const step = nextCandidate({ candidates: order, tasks, today });
        if (step.kind !== 'offer') return;
        assert.equal(
          step.candidate,
          order.find((candidate) => !tasks.some((one) => one.candidate === candidate)),
        );
      }),
    );
  });

  it('a request that everybody declines or ignores asks each once, in order, and comes back', () => {
    fc.assert(
      fc.property(list, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (order, silent) => {
        const tasks: OfferedTask[] = [];
        for (let step = nextCandidate({ candidates: order, tasks, today }); step.kind !== 'back-to-requester'; ) {
          assert.equal(step.kind, 'offer');
          if (step.kind !== 'offer') return;
          const { candidate } = step;
          if (silent[tasks.length]) {
            const asked = task(candidate, 'requested', { answerDue: addDays(today, -1) });
            assert.equal(nextCandidate({ candidates: order, tasks: [...tasks, asked], today }).kind, 'cancel-stalled');
            tasks.push(task(candidate, 'cancelled', { endedBy: 'system', reason: STALLED }));
          } else tasks.push(task(candidate, 'rejected', { endedBy: 'provider', reason: 'full' }));
          step = nextCandidate({ candidates: order, tasks, today });
        }
        assert.deepEqual(
          tasks.map((one) => one.candidate),
          order,
        );
      }),
    );
  });

  it('there is never a second offer while one is open', () => {
    fc.assert(
      fc.property(list, history, (order, tasks) => {
        const open = tasks.some((one) => ['requested', 'accepted', 'in-progress', 'on-hold'].includes(one.status));
        const step = nextCandidate({ candidates: order, tasks, today });
        assert.equal(step.kind === 'in-hand' || step.kind === 'cancel-stalled', open);
      }),
    );
  });
});
