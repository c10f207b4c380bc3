import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CASE_STAGES, type CaseFacts, HAPPENING_KEYS, happening, stageOf, VIEWERS } from './case.ts';
import { TASK_STATUSES } from './transitions.ts';

const facts = (more: Partial<CaseFacts> = {}, ...events: readonly string[]): CaseFacts => ({
  ended: null,
  referral: 'accepted',
  attempts: 0,
  offers: [],
  followUp: true,
  events: events.map((name) => ({ name })),
  ...more,
});

describe('a case', () => {
  it('walks from the referral to the last look, stage by stage', () => {
    const reached = { attempts: 2 };
    const talked = ['referral-accepted', 'first-contact', 'conversation-held'];
    const helped = [...talked, 'provider-accepted', 'support-started', 'outcome-recorded'];
    const walk = [
      stageOf(facts({ referral: null })),
      stageOf(facts({ referral: 'requested' })),
      stageOf(facts()),
      stageOf(facts({ attempts: 1 })),
      stageOf(facts(reached, 'referral-accepted', 'first-contact')),
      stageOf(facts(reached, ...talked)),
      stageOf(facts({ ...reached, offers: ['draft'] }, ...talked)),
      stageOf(facts({ ...reached, offers: ['requested', 'draft'] }, ...talked)),
      stageOf(facts({ ...reached, offers: ['rejected', 'draft'] }, ...talked)),
      stageOf(facts({ ...reached, offers: ['rejected', 'accepted'] }, ...talked)),
      stageOf(facts({ ...reached, offers: ['rejected', 'on-hold'] }, ...talked, 'support-started')),
      stageOf(facts({ ...reached, offers: ['rejected', 'completed'] }, ...helped)),
      stageOf(facts({ ...reached, offers: ['rejected', 'completed'] }, ...helped, 'follow-up-held')),
      stageOf(facts({ ...reached, referral: 'completed', offers: ['completed'] }, ...helped, 'follow-up-held')),
      stageOf(facts({ ended: 'closed' }, ...helped)),
    ];
    assert.deepEqual(walk, [
      'referred',
      'referred',
      'accepted',
      'contact',
      'conversation',
      'matching',
      'matching',
      'offered',
      'matching',
      'support',
      'support',
      'follow-up',
      'closing',
      'closing',
      'closed',
    ]);
  });

  it('in which the conversation was enough has nothing to look back on', () => {
    assert.equal(stageOf(facts({}, 'first-contact', 'conversation-held', 'outcome-recorded')), 'closing');
  });

  it('goes back to matching when the help that was found failed', () => {
    assert.equal(stageOf(facts({ offers: ['failed'] }, 'conversation-held', 'support-started')), 'matching');
  });

  it('in a pathway that does not look back is closed when support is done', () => {
    assert.equal(stageOf(facts({ followUp: false, offers: ['completed'] }, 'support-started')), 'closing');
  });

  it('that the team declined goes back to who referred', () => {
    assert.equal(stageOf(facts({ referral: 'rejected' })), 'closing');
    assert.equal(happening(facts({ referral: 'rejected' }), 'requester')?.yourTurn, true);
  });

  it('that ended has ended, whatever else is known', () => {
    for (const ended of ['closed', 'withdrawn', 'entered-in-error'] as const) {
      assert.equal(stageOf(facts({ ended, offers: ['in-progress'] }, 'first-contact')), ended);
    }
    assert.equal(stageOf(facts({ referral: 'entered-in-error' })), 'entered-in-error');
  });
});

describe('what happens now', () => {
  it('is told to each viewer in their own words', () => {
    const offered = facts({ offers: ['requested'] }, 'conversation-held');
    assert.deepEqual(happening(offered, 'provider'), {
      stage: 'offered',
      turn: 'provider',
      yourTurn: true,
      now: 'case.now.offered.provider',
      next: 'case.next.offered.professional',
    });
    assert.deepEqual(happening(offered, 'resident'), {
      stage: 'offered',
      turn: 'provider',
      yourTurn: false,
      now: 'case.now.offered.resident',
      next: 'case.next.offered.resident',
    });
  });

  it('is nothing to a provider before anything was asked of it', () => {
    assert.equal(happening(facts(), 'provider'), null);
  });

  it('passes from the coach to the practice when the coach is done', () => {
    const done = facts({ offers: ['completed'] }, 'support-started', 'follow-up-held');
    assert.equal(happening(done, 'coach')?.yourTurn, true);
    assert.equal(happening({ ...done, referral: 'completed' }, 'requester')?.yourTurn, true);
    assert.equal(happening({ ...done, referral: 'completed' }, 'coach')?.yourTurn, false);
  });

  it('has no next when the case has ended', () => {
    assert.equal(happening(facts({ ended: 'withdrawn' }), 'resident')?.next, null);
  });

  it('never gives a key that the catalogue was not told of, and leaves no case without a turn', () => {
    const anyFacts = fc.record({
      ended: fc.constantFrom(null, 'closed' as const, 'withdrawn' as const, 'entered-in-error' as const),
      referral: fc.option(fc.constantFrom(...TASK_STATUSES)),
      attempts: fc.nat(3),
      offers: fc.array(fc.constantFrom(...TASK_STATUSES), { maxLength: 3 }),
      followUp: fc.boolean(),
      events: fc.subarray([
        'first-contact',
        'conversation-held',
        'outcome-recorded',
        'support-started',
        'follow-up-held',
      ]),
    });
    const keys: readonly string[] = HAPPENING_KEYS;
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...VIEWERS), ({ events, ...rest }, viewer) => {
        const known = { ...rest, events: events.map((name) => ({ name })) };
        const stage = stageOf(known);
        assert.ok(CASE_STAGES.includes(stage));
        const told = happening(known, viewer);
        if (told === null) return;
        assert.ok(keys.includes(told.now));
        assert.ok(told.next === null || keys.includes(told.next));
        assert.equal(told.turn === null, ['closed', 'withdrawn', 'entered-in-error'].includes(stage));
      }),
    );
  });
});
