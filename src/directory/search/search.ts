import { type CrisisLine, inEnglish, type Need, type Region } from '../../content/index.ts';
import { type Ground, localDate } from '../../platform/index.ts';
import {
  after,
  createPlaces,
  crisisFor,
  isSmall,
  keyOf,
  type Lexicon,
  mend,
  type Place,
  type PlaceFound,
  type Question,
  rank,
  readQuestion,
  wordsOf,
} from '../model/index.ts';
import { type Filters, findCandidates, MOST_RANKED, readServices, type ServiceShown } from './candidates.ts';
import { loadLexicon, stemsOf } from './lexicon.ts';

/** What somebody asks: their own words, where, and what must hold. */
export type SearchAsk = {
  readonly words: string;
  readonly place: string;
  readonly filters: Filters;
  /** The key of the last one on the page before. */
  readonly after?: string | undefined;
  readonly count: number;
};

export type Found = ServiceShown & { readonly km: number | null };

/** What was found, and how the question was understood. */
export type SearchResult = {
  readonly place: PlaceFound;
  readonly crisis: readonly CrisisLine[];
  /** The words as they were read, where a typing error was mended. */
  readonly mended: string | undefined;
  readonly needs: readonly Need[];
  readonly total: number;
  /** There are more than are ranked. */
  readonly capped: boolean;
  readonly found: readonly Found[];
  readonly next: string | undefined;
  /** Where filters leave nothing: how many there are without them. */
  readonly withoutFilters: number;
};

export type Search = {
  readonly find: (ask: SearchAsk) => Promise<SearchResult>;
  /** The ids of the services that these words point to, best first. */
  readonly ids: (words: string) => Promise<readonly string[]>;
  readonly place: (typed: string) => PlaceFound;
  /** To be said when the directory changed: words may be new. */
  readonly changed: () => void;
};

/** Search over the directory. What is asked is kept nowhere: words may tell of somebody's health. */
export function createSearch(ground: Ground, dutch: Region): Search {
  const region = heardInBoth(dutch);
  const places = createPlaces(region);
  const needs = new Map(region.needs.map((need) => [need.id, need]));
  let lexicon: Promise<Lexicon> | undefined;
  const known = (): Promise<Lexicon> => {
    lexicon ??= loadLexicon(ground, region).catch((error) => {
      lexicon = undefined;
      throw error;
    });
    return lexicon;
  };

  const understand = async (words: readonly string[]): Promise<Question> => {
    const lex = await known();
    const mended = mend(lex, words);
    const strange = mended.words.filter((word) => !lex.stems.has(word));
    const stems = strange.length > 0 ? await stemsOf(ground, strange) : undefined;
    const stemOf = (word: string) => lex.stems.get(word) ?? stems?.get(word) ?? word;
    const question = readQuestion(lex, mended.words, stemOf);
    return mended.changed ? { ...question, mended: mended.words.join(' ') } : question;
  };

  return {
    place: places.find,
    ids: async (words) => {
      const question = await understand(wordsOf(words));
      const today = localDate(ground.clock.now());
      const found = await findCandidates(ground, question, NO_FILTERS, undefined, today);
      return rank(found, undefined).map(({ id }) => id);
    },
    changed: () => {
      lexicon = undefined;
    },
    find: async (ask) => {
      let words = wordsOf(ask.words);
      let place = places.find(ask.place);
      if (place.kind === 'none') {
        const taken = places.takeFrom(words);
        if (taken) {
          words = taken.rest;
          place = { kind: 'found', place: taken.place, corrected: false };
        }
      }
      const here: Place | undefined = place.kind === 'found' ? place.place : undefined;
      const today = localDate(ground.clock.now());
      // Without a word that says something, everything near is an answer: to no words, or to no more than a place.
      const question = words.some((word) => !isSmall(word)) ? await understand(words) : NOTHING;
      const understood = words.length === 0 || question.terms.length > 0 || question.needs.size > 0;
      const candidates = understood ? await findCandidates(ground, question, ask.filters, here, today) : [];
      const ranked = rank(candidates, here);
      const rest = after(ranked, ask.after);
      const shown = rest.slice(0, ask.count);
      const last = shown.at(-1);
      const services = await readServices(
        ground,
        shown.map(({ id }) => id),
      );
      const km = new Map(shown.map((one) => [one.id, one.km]));
      const filtered = Object.values(ask.filters).some(Boolean);
      return {
        place,
        crisis: crisisFor(region.crisis, ask.words),
        mended: question.mended,
        needs: [...question.needs].toSorted((a, b) => b[1] - a[1]).flatMap(([id]) => needs.get(id) ?? []),
        total: ranked.length,
        capped: candidates.length === MOST_RANKED,
        found: services.map((one) => ({ ...one, km: km.get(one.service.id) ?? null })),
        next: rest.length > shown.length && last ? keyOf(last) : undefined,
        withoutFilters:
          filtered && ranked.length === 0 && understood
            ? (await findCandidates(ground, question, NO_FILTERS, here, today)).length
            : 0,
      };
    },
  };
}

const NOTHING: Question = { terms: [], needs: new Map() };
export const NO_FILTERS: Filters = {
  free: false,
  wheelchair: false,
  atHome: false,
  noWait: false,
  language: undefined,
};

/** Who reads English may ask for a need by its English name. */
function heardInBoth(region: Region): Region {
  const labels = new Map(inEnglish(region).needs.map(({ id, label }) => [id, label]));
  return {
    ...region,
    needs: region.needs.map((need) => {
      const label = labels.get(need.id);
      return label && label !== need.label ? { ...need, synonyms: [...need.synonyms, label] } : need;
    }),
  };
}
