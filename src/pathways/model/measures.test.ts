import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { answersByCategory, changeBetween, scoresOf, spider, wellBeing } from './measures.ts';
import type { Answers, Question } from './questionnaire.ts';

const scale = (linkId: string, more: Partial<Question> = {}): Question => ({
  linkId,
  type: 'scale',
  text: `${linkId}?`,
  min: 0,
  max: 10,
  category: 'support',
  ...more,
});
const ons4 = {
  items: [
    scale('satisfied'),
    scale('worthwhile'),
    scale('happy'),
    scale('anxious', { reversed: true, category: 'mental-health' }),
  ],
};
const before: Answers = { satisfied: 4, worthwhile: 5, happy: 4, anxious: 8 };

describe('well-being', () => {
  it('is the mean of three questions, and anxiety turned round beside it, never one number', () => {
    const measured = wellBeing(ons4, before);
    assert.equal(measured.positive, 4.33);
    assert.equal(measured.calm, 2);
    assert.deepEqual(
      measured.questions.map(({ value, better }) => [value, better]),
      [
        [4, 4],
        [5, 5],
        [4, 4],
        [8, 2],
      ],
    );
  });

  it('has no mean when somebody skipped one of the three', () => {
    const measured = wellBeing(ons4, { satisfied: 4, happy: 6, anxious: 0 });
    assert.equal(measured.positive, null);
    assert.equal(measured.calm, 10);
    assert.equal(wellBeing(ons4, {}).calm, null);
  });

  it('turned round twice is what was answered', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), (anxious) => {
        const [score] = scoresOf({ items: [ons4.items[3] as Question] }, { anxious });
        assert.equal(score?.better, 10 - anxious);
      }),
    );
  });
});

describe('a scale of one to five where lower is better', () => {
  it('is turned round within its own bounds', () => {
    const pain = scale('pain', { min: 1, max: 5, reversed: true });
    assert.equal(scoresOf({ items: [pain] }, { pain: 1 })[0]?.better, 5);
    assert.equal(scoresOf({ items: [pain] }, { pain: 4 })[0]?.better, 2);
  });
});

describe('a choice with values', () => {
  const heard: Question = {
    linkId: 'heard',
    type: 'choice',
    text: 'Heard?',
    options: [
      { code: 'not-at-all', label: 'Not at all', value: 1 },
      { code: 'mostly', label: 'Mostly', value: 3 },
    ],
  };
  it('has a score, and one without values has none', () => {
    assert.deepEqual(scoresOf({ items: [heard] }, { heard: 'mostly' }), [
      { linkId: 'heard', value: 3, better: 3, min: 1, max: 3, reversed: false },
    ]);
    const plain = {
      ...heard,
      options: [
        { code: 'a', label: 'A' },
        { code: 'b', label: 'B' },
      ],
    };
    assert.deepEqual(scoresOf({ items: [plain] }, { heard: 'a' }), []);
  });
});

describe('the spider web', () => {
  it('has a spoke for each side of life, and keeps open what nobody spoke of', () => {
    const items = [
      scale('body', { dimension: 'body', title: 'My body' }),
      { linkId: 'body-note', type: 'text', text: 'More?' } as const,
      scale('mind', { dimension: 'mind' }),
      scale('pain'),
    ];
    assert.deepEqual(spider({ items }, { body: 0, 'body-note': 'knee', pain: 3 }), [
      { dimension: 'body', linkId: 'body', title: 'My body', value: 0, min: 0, max: 10 },
      { dimension: 'mind', linkId: 'mind', title: 'mind?', value: null, min: 0, max: 10 },
    ]);
  });
});

describe('the change between two moments', () => {
  it('is told question by question, with the note that one person proves nothing', () => {
    const after: Answers = { satisfied: 6, worthwhile: 5, happy: 3, anxious: 5 };
    assert.deepEqual(changeBetween(ons4, before, after), {
      questions: [
        { linkId: 'satisfied', before: 4, after: 6, difference: 2, size: 'some', direction: 'better' },
        { linkId: 'worthwhile', before: 5, after: 5, difference: 0, size: 'none', direction: 'same' },
        { linkId: 'happy', before: 4, after: 3, difference: -1, size: 'some', direction: 'worse' },
        { linkId: 'anxious', before: 8, after: 5, difference: -3, size: 'some', direction: 'better' },
      ],
      notCompared: [],
      note: 'one-person-is-no-proof',
    });
  });

  it('is called none when it is smaller than the region calls a difference', () => {
    const { questions } = changeBetween(ons4, before, { ...before, satisfied: 5 }, 2);
    assert.deepEqual(questions[0], {
      linkId: 'satisfied',
      before: 4,
      after: 5,
      difference: 1,
      size: 'none',
      direction: 'same',
    });
  });

  it('is never called some when nothing changed, however small a difference counts', () => {
    const sizes = changeBetween(ons4, before, { ...before, happy: 5 }, 0).questions.map((change) => change.size);
    assert.deepEqual(sizes, ['none', 'none', 'some', 'none']);
  });

  it('says nothing about what was answered once, and does not mention what was never answered', () => {
    const { questions, notCompared } = changeBetween(ons4, { satisfied: 4, happy: 2 }, { satisfied: 4, anxious: 3 });
    assert.deepEqual(
      questions.map((change) => change.linkId),
      ['satisfied'],
    );
    assert.deepEqual(notCompared, ['happy', 'anxious']);
  });

  it('told the other way round is the opposite', () => {
    const answers = fc.record({ satisfied: fc.integer({ min: 0, max: 10 }), anxious: fc.integer({ min: 0, max: 10 }) });
    const opposite = { better: 'worse', worse: 'better', same: 'same' } as const;
    fc.assert(
      fc.property(answers, answers, (one, other) => {
        const there = changeBetween(ons4, one, other).questions;
        const back = changeBetween(ons4, other, one).questions;
        assert.deepEqual(
          back.map((change) => change.direction),
          there.map((change) => opposite[change.direction]),
        );
      }),
    );
  });
});

describe('the answers of a conversation', () => {
  it('fall apart in categories, so that each can be shown or left out', () => {
    const items = [
      scale('satisfied'),
      scale('anxious', { category: 'mental-health' }),
      { linkId: 'money-note', type: 'text', text: 'Money?', category: 'income-debt' } as const,
      { linkId: 'matters', type: 'text', text: 'What matters?' } as const,
    ];
    const answers = { satisfied: 3, anxious: 0, matters: 'family', unknown: 'x' };
    assert.deepEqual(
      [...answersByCategory({ items }, answers)],
      [
        ['support', { satisfied: 3, matters: 'family' }],
        ['mental-health', { anxious: 0 }],
      ],
    );
  });
});
