import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type RequestDecision, requestStatus, undoneWith, withdrawnWith } from './request.ts';
import { TASK_STATUSES, type TaskStatus } from './transitions.ts';

const status = (tasks: string, decision?: RequestDecision): string =>
  requestStatus(tasks.split(' ').filter(Boolean) as TaskStatus[], decision);

describe('the status of a referral', () => {
  it('is draft until a candidate is asked', () => {
    assert.equal(status(''), 'draft');
    assert.equal(status('draft draft'), 'draft');
  });

  it('is active while somebody is asked or helps', () => {
    for (const one of ['requested', 'accepted', 'in-progress']) assert.equal(status(`rejected ${one} draft`), 'active');
    assert.equal(status('on-hold in-progress'), 'active');
  });

  it('stays active between a refusal and the next candidate', () => {
    assert.equal(status('rejected draft'), 'active');
    assert.equal(status('rejected cancelled'), 'active');
  });

  it('is on hold when all that runs is on hold', () => {
    assert.equal(status('rejected on-hold draft'), 'on-hold');
  });

  it('waits for its requester to look at the outcome and close it', () => {
    assert.equal(status('rejected completed'), 'active');
    assert.equal(status('rejected completed', 'closed'), 'completed');
    assert.equal(status('failed'), 'active');
    assert.equal(status('failed', 'closed'), 'completed');
  });

  it('cannot be closed or withdrawn over the head of who is still helping', () => {
    assert.equal(status('in-progress', 'closed'), 'active');
    assert.equal(status('on-hold', 'withdrawn'), 'on-hold');
  });

  it('is revoked when it was withdrawn and everything with it', () => {
    assert.equal(status('rejected cancelled', 'withdrawn'), 'revoked');
    assert.equal(status('', 'withdrawn'), 'revoked');
  });

  it('is entered in error when that was decided, or all there was should not have been', () => {
    assert.equal(status('completed', 'entered-in-error'), 'entered-in-error');
    assert.equal(status('entered-in-error entered-in-error'), 'entered-in-error');
    assert.equal(status('entered-in-error requested'), 'active');
  });

  it('does not depend on the order of its Tasks', () => {
    const tasks = fc.array(fc.constantFrom(...TASK_STATUSES), { maxLength: 5 });
    const decision = fc.constantFrom<RequestDecision>('none', 'closed', 'withdrawn', 'entered-in-error');
    fc.assert(
      fc.property(tasks, decision, (list, decided) => {
        assert.equal(requestStatus(list.toReversed(), decided), requestStatus(list, decided));
      }),
    );
  });
});

describe('what a referral takes along', () => {
  const tasks = TASK_STATUSES.map((one) => ({ id: one, status: one }));
  const ids = (list: readonly { readonly id: string }[]): string => list.map((task) => task.id).join(' ');

  it('when withdrawn is every Task that is still open', () => {
    assert.equal(ids(withdrawnWith(tasks)), 'draft requested accepted in-progress on-hold');
  });

  it('when undone is every Task, ended or not', () => {
    assert.equal(
      ids(undoneWith(tasks)),
      'draft requested accepted rejected in-progress on-hold completed failed cancelled',
    );
  });
});
