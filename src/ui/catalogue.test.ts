import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineWords } from './catalogue.ts';
import { problemWords } from './problem-words.ts';
import { sharedWords } from './words.ts';

const dutch = { title: 'Werklijst', late: (p: { readonly days: number }) => `${p.days} dagen te laat` } as const;

describe('words in one place', () => {
  it('gives each language its own, and fills values in', () => {
    const words = defineWords({ nl: dutch, en: { title: 'Worklist', late: (p) => `${p.days} days late` } });
    assert.equal(words('nl').title, 'Werklijst');
    assert.equal(words('nl').late({ days: 2 }), '2 dagen te laat');
    assert.equal(words('en').title, 'Worklist');
    assert.equal(words('en').late({ days: 2 }), '2 days late');
  });

  // `npm run check` is the proof: a line here that the compiler would accept is itself an error (TS2578).
  it('the type check refuses a catalogue without English, or English that lacks a word, adds one, or asks for other values', () => {
    // @ts-expect-error no English at all
    assert.throws(() => defineWords({ nl: dutch })('en').title);
    // @ts-expect-error a word is missing
    defineWords({ nl: dutch, en: { title: 'Worklist' } });
    // @ts-expect-error a word too many
    defineWords({ nl: dutch, en: { title: 'Worklist', late: () => '', more: '' } });
    // @ts-expect-error another parameter
    defineWords({ nl: dutch, en: { title: 'Worklist', late: (p: { readonly weeks: number }) => `${p.weeks}` } });
    // @ts-expect-error text where a function belongs
    defineWords({ nl: dutch, en: { title: 'Worklist', late: 'late' } });
    // @ts-expect-error a word is missing further in
    defineWords({ nl: { page: dutch }, en: { page: { title: 'Worklist' } } });
  });

  it('no shared word is empty, and people are addressed as "u"', () => {
    const texts: string[] = [];
    const walk = (words: object): void => {
      for (const value of Object.values(words)) {
        if (typeof value === 'string') texts.push(value);
        else if (typeof value === 'object' && value) walk(value);
      }
    };
    walk(sharedWords('nl'));
    walk(problemWords('nl'));
    assert.ok(texts.length > 80);
    for (const text of texts) {
      assert.notEqual(text.trim(), '');
      assert.doesNotMatch(text, /\b(je|jij|jou|jouw)\b/i);
    }
  });
});
