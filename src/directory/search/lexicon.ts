import type { Region } from '../../content/index.ts';
import type { Ground } from '../../platform/index.ts';
import { createLexicon, isSmall, type Lexicon, type Stems, vocabulary } from '../model/index.ts';

/** The stems of words, from the Dutch dictionary of the database; empty for words that say nothing. */
export async function stemsOf(ground: Pick<Ground, 'pool'>, words: readonly string[]): Promise<Stems> {
  const { rows } = await ground.pool.query<{ word: string; stem: string }>({
    name: 'directory-stems',
    text: `select word, coalesce((ts_lexize('dutch_stem', word))[1], '') as stem from unnest($1::text[]) as asked (word)`,
    values: [words],
  });
  return new Map(rows.map(({ word, stem }) => [word, stem]));
}

/** Reads what the search has to know: the sayings of the region and every word that its services use. */
export async function loadLexicon(ground: Ground, region: Pick<Region, 'needs' | 'search'>): Promise<Lexicon> {
  const { rows } = await ground.pool.query<{ text: string }>(
    `select concat_ws(' ', name, description, audience) as text from directory.service where active order by id`,
  );
  const words = vocabulary(
    region,
    rows.map(({ text }) => text),
  );
  const stems = await stemsOf(ground, words);
  return createLexicon(
    region,
    words.filter((word) => isSmall(word) || stems.get(word) !== ''),
    stems,
  );
}
