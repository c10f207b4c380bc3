export { crisisFor } from './crisis.ts';
export { changedFields, EDITABLE, type Editable, type Edits, editsAfter, withEdits } from './edits.ts';
export { ASK_DAYS_BEFORE, FRESH_MONTHS, type Freshness, freshnessOf } from './freshness.ts';
export { createPlaces, type Place, type PlaceFound, type Places } from './place.ts';
export { createLexicon, type Lexicon, mend, type Question, readQuestion, type Stems, vocabulary } from './question.ts';
export { after, type Candidate, keyOf, type Ranked, rank } from './ranking.ts';
export { type SchemeAnswers, schemesFor } from './schemes.ts';
export { allowance, createSpeller, lettersApart, type Speller } from './spelling.ts';
export { isSmall, plain, wordsOf } from './text.ts';
