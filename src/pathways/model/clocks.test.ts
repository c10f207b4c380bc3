import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asLocalDate, holidayCalendar, localInstant } from '../../platform/time/index.ts';
import type { CaseEvent, TaskOfHop } from './case.ts';
import { type CaseClock, type ClocksInput, clocksOf, mostPressing } from './clocks.ts';
import { normsOf, reasonsFor } from './definition.ts';
import { examplePathway } from './example.fixture.ts';

const at = (day: string, time = '10:00'): Date => localInstant(asLocalDate(day), time);
const event = (name: string, day: string, of?: TaskOfHop): CaseEvent => ({ name, at: at(day), of });
const first = { hop: 'first', task: 't1' };
const buddy = { hop: 'second', task: 'buddy' };
const walk = { hop: 'second', task: 'walk' };
const input = (now: string, more: Partial<ClocksInput> = {}): ClocksInput => ({
  urgency: 'routine',
  pauses: [],
  ends: [],
  holidays: holidayCalendar(['new-year', 'christmas', 'boxing-day']),
  now: at(now),
  ...more,
});
const told = (clocks: readonly CaseClock[]): readonly string[] =>
  clocks.map(({ norm, of, stopped, clock }) =>
    [norm.id, of?.task, clock.due, stopped === null ? clock.state : `${clock.state}, stopped`]
      .filter(Boolean)
      .join(' '),
  );

const referred = event('referral-requested', '2026-11-23', first);
const accepted = [event('referral-answered', '2026-11-24', first), event('referral-accepted', '2026-11-24', first)];

describe('the clocks of a case', () => {
  it('begin with the event they count from', () => {
    assert.deepEqual(told(clocksOf(examplePathway, [], input('2026-11-23'))), []);
    assert.deepEqual(told(clocksOf(examplePathway, [referred], input('2026-11-23'))), [
      'answer-referral t1 2026-11-26 running',
    ]);
  });

  it('are met by the event they wait for, and the next begins', () => {
    assert.deepEqual(told(clocksOf(examplePathway, [referred, ...accepted], input('2026-12-02'))), [
      'answer-referral t1 2026-11-26 met',
      'first-contact t1 2026-12-01 overdue',
    ]);
  });

  it('are shorter when it is urgent, and count as routine when nobody said', () => {
    const ids = (urgency: string | null) => normsOf(examplePathway, urgency).map((norm) => norm.id);
    assert.ok(ids('soon').includes('first-contact-soon') && !ids('soon').includes('first-contact'));
    assert.deepEqual(ids(null), ids('routine'));
    const clocks = clocksOf(examplePathway, accepted, input('2026-11-25', { urgency: 'soon' }));
    assert.deepEqual(told(clocks), ['first-contact-soon t1 2026-11-26 running']);
  });

  it('of two providers each wait for their own answer', () => {
    const events = [
      event('provider-requested', '2026-12-01', buddy),
      event('provider-answered', '2026-12-03', buddy),
      event('provider-requested', '2026-12-03', walk),
    ];
    assert.deepEqual(told(clocksOf(examplePathway, events, input('2026-12-08'))), [
      'provider-answer buddy 2026-12-08 met',
      'provider-answer walk 2026-12-10 running',
    ]);
    const crossed = [event('provider-requested', '2026-12-01', walk), ...events.slice(0, 2)];
    assert.deepEqual(told(clocksOf(examplePathway, crossed, input('2026-12-04'))), [
      'provider-answer walk 2026-12-08 running',
      'provider-answer buddy 2026-12-08 met',
    ]);
  });

  it('over two hops are met by what happens to the case', () => {
    const events = [event('support-started', '2026-12-10', walk), event('follow-up-held', '2027-03-09')];
    assert.deepEqual(told(clocksOf(examplePathway, events, input('2027-03-20'))), ['follow-up walk 2027-03-10 met']);
  });

  it('stop when the Task or the case they belong to has ended, and show how they stood then', () => {
    const events = [referred, ...accepted, event('provider-accepted', '2026-12-01', walk)];
    const stoppedWalk = clocksOf(
      examplePathway,
      events,
      input('2027-02-01', { ends: [{ at: at('2026-12-15'), of: walk }] }),
    );
    assert.deepEqual(told(stoppedWalk).at(-1), 'start-support walk 2026-12-29 running, stopped');
    const withdrawn = clocksOf(examplePathway, events, input('2027-02-01', { ends: [{ at: at('2026-12-15') }] }));
    assert.deepEqual(told(withdrawn), [
      'answer-referral t1 2026-11-26 met',
      'first-contact t1 2026-12-01 overdue, stopped',
      'start-support walk 2026-12-29 running, stopped',
    ]);
    assert.equal(mostPressing(withdrawn), undefined);
    const closed = clocksOf(examplePathway, [...events, event('closed', '2026-12-15')], input('2027-02-01'));
    assert.deepEqual(told(closed), told(withdrawn));
  });

  it('stand still for the Task that is on hold, and for all when the case is paused', () => {
    const events = [referred, event('provider-requested', '2026-11-23', walk)];
    const pause = { from: at('2026-11-24'), until: at('2026-11-26') };
    const one = clocksOf(examplePathway, events, input('2026-11-26', { pauses: [{ ...pause, of: walk }] }));
    assert.deepEqual(told(one), ['answer-referral t1 2026-11-26 running', 'provider-answer walk 2026-12-02 running']);
    const all = clocksOf(examplePathway, events, input('2026-11-26', { pauses: [pause] }));
    assert.deepEqual(told(all), ['answer-referral t1 2026-11-30 running', 'provider-answer walk 2026-12-02 running']);
  });

  it('are met by an answer that ends the Task in the same moment, and not by what came before', () => {
    const events = [
      event('provider-answered', '2026-11-30', walk),
      event('provider-requested', '2026-12-01', walk),
      event('provider-answered', '2026-12-03', walk),
    ];
    const ends = [{ at: at('2026-12-03'), of: walk }];
    assert.deepEqual(told(clocksOf(examplePathway, events, input('2026-12-20', { ends }))), [
      'provider-answer walk 2026-12-08 met',
    ]);
    const [open] = clocksOf(examplePathway, events.slice(0, 2), input('2026-12-02'));
    assert.equal(open?.clock.state, 'running');
  });

  it('do not know what is still to come', () => {
    const events = [referred, ...accepted];
    assert.deepEqual(told(clocksOf(examplePathway, events, input('2026-11-23', { now: at('2026-11-23', '12:00') }))), [
      'answer-referral t1 2026-11-26 running',
    ]);
  });

  it('tell which presses most', () => {
    const events = [...accepted, event('provider-requested', '2026-11-23', walk)];
    assert.equal(mostPressing(clocksOf(examplePathway, events, input('2026-11-25')))?.norm.id, 'provider-answer');
  });
});

describe('the reasons somebody may give', () => {
  it('are those of the step and of who takes it', () => {
    const codes = (to: Parameters<typeof reasonsFor>[1], by: Parameters<typeof reasonsFor>[2]): string =>
      reasonsFor(examplePathway, to, by)
        .map((reason) => reason.code)
        .join(' ');
    assert.equal(codes('cancelled', 'resident'), 'changed-mind');
    assert.equal(codes('cancelled', 'system'), 'no-answer');
    assert.equal(codes('cancelled', 'provider'), '');
    assert.equal(codes('rejected', 'provider'), 'full');
    assert.equal(codes('on-hold', 'provider'), 'resident-ill');
    assert.equal(codes('failed', 'provider'), 'did-not-come');
    assert.equal(codes('completed', 'provider'), 'goal-reached');
    assert.equal(codes('entered-in-error', 'coordinator'), 'wrong-resident');
    assert.equal(codes('accepted', 'provider'), '');
  });
});
