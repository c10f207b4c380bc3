import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstLanguage, machineLanguage, textIn } from './language.ts';

describe('the language of somebody', () => {
  it('who never chose is English only where their browser clearly asks for it', () => {
    for (const header of ['en', 'en-GB,en;q=0.9', 'en-US,en;q=0.9,de;q=0.5', 'EN;q=1.0'])
      assert.equal(firstLanguage(header), 'en', header);
    for (const header of [
      undefined,
      '',
      '*',
      'nl-NL,nl;q=0.9,en;q=0.8',
      'en,nl;q=0.1',
      'de-DE,de;q=0.9,en;q=0.8',
      'en;q=0',
      'en;q=two, <script>',
    ])
      assert.equal(firstLanguage(header), 'nl', String(header));
  });

  it('which is a machine is English, unless it asks for Dutch first', () => {
    assert.equal(machineLanguage(undefined), 'en');
    assert.equal(machineLanguage('*'), 'en');
    assert.equal(machineLanguage('en;q=0.5, nl;q=0.6'), 'nl');
    assert.equal(machineLanguage('en, nl'), 'en');
    assert.equal(machineLanguage('de, nl;q=0.2, en;q=0'), 'nl');
  });

  it('reads a text in theirs, and what stands in one language as it stands', () => {
    assert.equal(textIn({ nl: 'Ja', en: 'Yes' }, 'en'), 'Yes');
    assert.equal(textIn({ nl: 'Ja', en: 'Yes' }, 'nl'), 'Ja');
    assert.equal(textIn('Eettafel de Brink', 'en'), 'Eettafel de Brink');
  });
});
