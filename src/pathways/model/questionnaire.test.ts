import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  ANSWER_LIMITS,
  type FormInput,
  parseAnswers,
  type QuestionnaireDefinition,
  questionsOf,
} from './questionnaire.ts';

const conversation: Pick<QuestionnaireDefinition, 'items'> = {
  items: [
    { linkId: 'body', type: 'scale', text: 'Body?', required: true, category: 'health', min: 0, max: 10 },
    {
      linkId: 'around',
      type: 'group',
      text: 'Around you',
      items: [
        { linkId: 'alone', type: 'boolean', text: 'Alone?', category: 'social' },
        {
          linkId: 'how',
          type: 'choice',
          text: 'How?',
          category: 'social',
          options: [
            { code: 'well', label: 'Well' },
            { code: 'ill', label: 'Ill' },
          ],
        },
      ],
    },
    { linkId: 'matters', type: 'text', text: 'What matters?', required: true, category: 'support' },
    { linkId: 'goal', type: 'text', text: 'Goals?', repeats: true, category: 'support' },
  ],
};
const mistakes = (form: FormInput): string => {
  const read = parseAnswers(conversation, form);
  return read.ok ? '' : read.problem.errors.map(({ linkId, code }) => `${linkId} ${code}`).join(', ');
};

describe('what a coach fills in', () => {
  it('becomes answers of the right kind', () => {
    const form = {
      body: ' 7 ',
      alone: 'no',
      how: 'ill',
      matters: 'Mijn kleinkind\r\nzien  ',
      goal: ['Wandelen', ' ', 'Wandelen', 'Bellen'],
      csrf: 'x',
    };
    assert.deepEqual(parseAnswers(conversation, form), {
      ok: true,
      value: { body: 7, alone: false, how: 'ill', matters: 'Mijn kleinkind\nzien', goal: ['Wandelen', 'Bellen'] },
    });
  });

  it('keeps a zero, which is an answer, and leaves out what was left blank', () => {
    assert.deepEqual(parseAnswers(conversation, { body: '0', matters: 'Rust', how: '', goal: '' }), {
      ok: true,
      value: { body: 0, matters: 'Rust' },
    });
  });

  it('is told back with every mistake at once', () => {
    assert.equal(mistakes({}), 'body required, matters required');
    assert.equal(mistakes({ body: '11', matters: '   ' }), 'body out-of-range, matters required');
    assert.equal(mistakes({ body: '-1', matters: 'x' }), 'body out-of-range');
    assert.equal(mistakes({ body: '7,5', matters: 'x' }), 'body not-a-number');
    assert.equal(mistakes({ body: ['3', '4'], matters: 'x' }), 'body one-answer');
    assert.equal(mistakes({ body: '1e1', matters: 'x', alone: 'perhaps' }), 'body not-a-number, alone not-yes-or-no');
    assert.equal(mistakes({ body: '1', matters: 'x', how: 'so-so' }), 'how not-an-option');
    assert.equal(mistakes({ body: '1', matters: 'x'.repeat(ANSWER_LIMITS.signs + 1) }), 'matters too-long');
    const goals = Array.from({ length: ANSWER_LIMITS.answers + 1 }, (_, index) => `goal ${index}`);
    assert.equal(mistakes({ body: '1', matters: 'x', goal: goals }), 'goal too-long');
  });

  it('says between which numbers an answer must lie', () => {
    const read = parseAnswers(conversation, { body: '11', matters: 'x' });
    assert.deepEqual(!read.ok && read.problem.errors, [{ linkId: 'body', code: 'out-of-range', min: 0, max: 10 }]);
  });

  it('may have a prefix, so that two questionnaires fit on one page', () => {
    const read = parseAnswers(conversation, { 'q1.body': '4', 'q1.matters': 'x', body: '9' }, 'q1.');
    assert.deepEqual(read.ok && read.value, { body: 4, matters: 'x' });
  });

  it('reads nothing that the form did not send itself', () => {
    const odd = { items: [{ linkId: 'constructor', type: 'text' as const, text: '?' }] };
    assert.deepEqual(parseAnswers(odd, {}), { ok: true, value: {} });
    assert.equal(mistakes({ body: { toString: () => '3' }, matters: 'x' }), 'body required');
  });

  it('knows the questions inside a group', () => {
    assert.deepEqual(
      questionsOf(conversation).map((question) => question.linkId),
      ['body', 'alone', 'how', 'matters', 'goal'],
    );
  });

  it('is either answers or mistakes, and accepted answers keep to the questionnaire', () => {
    const field = fc.oneof(fc.string(), fc.integer({ min: -3, max: 14 }).map(String), fc.array(fc.string()));
    const form = fc.dictionary(fc.constantFrom('body', 'alone', 'how', 'matters', 'goal'), field);
    fc.assert(
      fc.property(form, (sent) => {
        const read = parseAnswers(conversation, sent);
        assert.notEqual('value' in read, 'problem' in read);
        if (!read.ok) {
          assert.ok(read.problem.errors.length > 0);
          return;
        }
        const { body, matters } = read.value;
        assert.ok(typeof body === 'number' && Number.isInteger(body) && body >= 0 && body <= 10);
        assert.ok(typeof matters === 'string' && matters.trim() !== '');
      }),
    );
  });
});
