import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EXPECTED } from './transitions.expected.ts';
import { ACTOR_KINDS, actionsFor, TASK_STATUSES, type TaskStatus, TRANSITIONS, transition } from './transitions.ts';

const everything = { reason: 'a reason', outcome: 'an outcome' };

/** What the code does, in the notation of the table written by hand. */
function told(status: TaskStatus, actor: (typeof ACTOR_KINDS)[number]): string {
  const steps = TASK_STATUSES.filter((to) => transition({ status }, to, { by: [actor], given: everything }).ok).map(
    (to) => {
      const bare = transition({ status }, to, { by: [actor] });
      return bare.ok ? to : `${to} (${bare.problem.missing.join(', ')})`;
    },
  );
  return steps.join(', ');
}

const inOneOrder = (steps: string): string => steps.split(', ').toSorted().join(', ');

describe('a Task', () => {
  for (const actor of ACTOR_KINDS) {
    for (const status of TASK_STATUSES) {
      it(`that is ${status} lets a ${actor} do exactly what the design says`, () => {
        assert.equal(inOneOrder(told(status, actor)), inOneOrder(EXPECTED[actor][status]));
      });
    }
  }

  it('is described once per step, and by somebody', () => {
    const steps = TRANSITIONS.map(({ from, to }) => `${from} ${to}`);
    assert.equal(new Set(steps).size, steps.length);
    assert.ok(TRANSITIONS.every((row) => row.by.length > 0));
  });

  it('that was withdrawn tells a provider who accepts late that it has ended', () => {
    const late = transition({ status: 'cancelled' }, 'accepted', { by: ['provider'] });
    assert.deepEqual(late, {
      ok: false,
      problem: { kind: 'transition', code: 'ended', status: 'cancelled', to: 'accepted', missing: [] },
    });
  });

  it('tells apart a second click, a step too early, somebody else’s step and a reason not given', () => {
    const code = (status: TaskStatus, to: TaskStatus, by: (typeof ACTOR_KINDS)[number], reason?: string): string => {
      const result = transition({ status }, to, { by: [by], given: { reason } });
      return result.ok ? 'ok' : result.problem.code;
    };
    assert.equal(code('accepted', 'accepted', 'provider'), 'already');
    assert.equal(code('requested', 'completed', 'provider'), 'not-from-here');
    assert.equal(code('requested', 'accepted', 'resident'), 'not-by-you');
    assert.equal(code('requested', 'rejected', 'provider'), 'missing');
    assert.equal(code('requested', 'rejected', 'provider', '  '), 'missing');
    assert.equal(code('requested', 'rejected', 'provider', 'full'), 'ok');
  });

  it('records as what somebody took the step, when they are several things to it', () => {
    const undone = transition({ status: 'requested' }, 'entered-in-error', {
      by: ['requester', 'maker'],
      given: { reason: 'wrong resident' },
    });
    assert.deepEqual(undone, { ok: true, value: { from: 'requested', to: 'entered-in-error', by: 'maker' } });
    assert.equal(transition({ status: 'requested' }, 'cancelled', { by: [], given: everything }).ok, false);
  });
});

describe('the actions on a Task', () => {
  it('show a provider what can be done now, and why the rest cannot', () => {
    assert.deepEqual(actionsFor({ status: 'accepted' }, ['provider']), [
      { to: 'accepted', state: 'unavailable', reason: 'already' },
      { to: 'rejected', state: 'unavailable', reason: 'not-from-here' },
      { to: 'in-progress', state: 'available', needs: [] },
      { to: 'on-hold', state: 'available', needs: ['reason'] },
      { to: 'completed', state: 'unavailable', reason: 'not-from-here' },
      { to: 'failed', state: 'available', needs: ['reason'] },
    ]);
  });

  it('are never shown to whom they never belong', () => {
    assert.deepEqual(
      actionsFor({ status: 'requested' }, ['resident']).map((action) => action.to),
      ['cancelled'],
    );
    assert.deepEqual(actionsFor({ status: 'requested' }, []), []);
  });

  it('agree with the transitions, for everybody in every status', () => {
    for (const actor of ACTOR_KINDS) {
      for (const status of TASK_STATUSES) {
        const available = actionsFor({ status }, [actor]).filter((action) => action.state === 'available');
        const allowed = TASK_STATUSES.filter((to) => transition({ status }, to, { by: [actor], given: everything }).ok);
        assert.deepEqual(
          available.map((action) => action.to),
          allowed,
        );
      }
    }
  });
});
