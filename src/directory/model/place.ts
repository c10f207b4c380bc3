import type { Region } from '../../content/index.ts';
import { distanceKm, type Point } from '../../platform/index.ts';
import { createSpeller, type Speller } from './spelling.ts';
import { plain } from './text.ts';

/** Somewhere in the region: the middle of a postcode, or of where most people of a place live. */
export type Place = Point & {
  readonly label: string;
  /** What to put in the box to mean exactly this. */
  readonly typed: string;
  readonly municipality: string;
};

export type PlaceFound =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly place: Place; readonly corrected: boolean }
  /** One name, two places. */
  | { readonly kind: 'several'; readonly places: readonly Place[] }
  /** A postcode or name that is not of this region. */
  | { readonly kind: 'unknown' };

export type Places = {
  readonly find: (typed: string) => PlaceFound;
  /** The place that these words name exactly, and the words without it: "eenzaam in borne". */
  readonly takeFrom: (
    words: readonly string[],
  ) => { readonly place: Place; readonly rest: readonly string[] } | undefined;
};

type Area = Region['postcodes'][number];

/** Finds places of the region by postcode, place or municipality, also with a typing error. */
export function createPlaces(region: Pick<Region, 'postcodes' | 'municipalities'>): Places {
  const byCode = new Map(region.postcodes.map((area) => [area.code, area]));
  const municipalityNames = new Map(region.municipalities.map(({ id, name }) => [id, name]));
  const named = new Map<string, readonly Place[]>();
  const add = (name: string, places: readonly Place[]) => named.set(key(name), places);
  for (const { id, name } of region.municipalities) {
    const areas = region.postcodes.filter((area) => area.municipality === id);
    if (areas.length > 0) add(name, [middleOf(name, name, areas)]);
  }
  const places = Map.groupBy(region.postcodes, ({ place }) => place);
  for (const [place, areas] of places) {
    const homes = [...Map.groupBy(areas, ({ municipality }) => municipality)];
    const [main, ...others] = homes.toSorted((a, b) => residentsOf(b[1]) - residentsOf(a[1]));
    // A postcode that crosses a border does not make a second place of that name; one that lies far away does.
    const elsewhere = others.filter(
      ([, own]) => distanceKm(middleOf('', '', own), middleOf('', '', main![1])) > APART_KM,
    );
    const shown = [main!, ...elsewhere];
    add(
      place,
      shown.map(([municipality, own]) =>
        shown.length > 1
          ? middleOf(`${place} (${municipalityNames.get(municipality) ?? municipality})`, own[0]!.code, own)
          : middleOf(place, place, own),
      ),
    );
  }
  const speller: Speller = createSpeller(named.keys());
  const ofCode = (code: string): PlaceFound => {
    const area = byCode.get(code);
    return area
      ? { kind: 'found', corrected: false, place: middleOf(`${code}, ${area.place}`, code, [area]) }
      : { kind: 'unknown' };
  };
  return {
    find: (typed) => {
      const name = key(typed.slice(0, 80));
      if (name === '') return { kind: 'none' };
      const code = /^(\d{4})(?:[a-z]{2})?(?: .*)?$/.exec(name.replace(/^(\d{4}) ([a-z]{2})\b/, '$1$2'))?.[1];
      if (code) return ofCode(code);
      const exact = named.get(name);
      const meant = exact ? name : speller(name);
      const found = exact ?? (meant === undefined ? undefined : named.get(meant));
      if (!found) return { kind: 'unknown' };
      const [only] = found;
      return found.length === 1 && only
        ? { kind: 'found', place: only, corrected: !exact }
        : { kind: 'several', places: found };
    },
    takeFrom: (words) => {
      for (let length = Math.min(3, words.length); length > 0; length--)
        for (let from = 0; from + length <= words.length; from++) {
          const name = words.slice(from, from + length).join(' ');
          const [only, ...others] = named.get(name) ?? [];
          const rest = [...words.slice(0, from), ...words.slice(from + length)];
          // Some places have the name of a word (Enter, Goor): a place by itself is a place, or after "in".
          if (only && others.length === 0 && (!ALSO_A_WORD.has(name) || words[from - 1] === 'in'))
            return { place: only, rest };
          const code = length === 1 && /^\d{4}$/.test(name) ? byCode.get(name) : undefined;
          if (code) return { place: middleOf(`${name}, ${code.place}`, name, [code]), rest };
        }
      return undefined;
    },
  };
}

/** Two places of one name lie farther apart than this. */
const APART_KM = 8;

const ALSO_A_WORD: ReadonlySet<string> = new Set(['enter', 'rossum', 'beuningen', 'losser', 'almen']);

const key = (text: string) =>
  plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const residentsOf = (areas: readonly Area[]) => areas.reduce((sum, { residents }) => sum + residents, 0);

/** The middle of these postcodes, each as heavy as the people who live there. */
function middleOf(label: string, typed: string, areas: readonly Area[]): Place {
  const weight = (area: Area) => Math.max(1, area.residents);
  const total = areas.reduce((sum, area) => sum + weight(area), 0);
  const mean = (of: (area: Area) => number) =>
    areas.length === 1 ? of(areas[0]!) : areas.reduce((sum, area) => sum + of(area) * weight(area), 0) / total;
  return {
    label,
    typed,
    municipality: areas[0]!.municipality,
    lat: mean(({ lat }) => lat),
    lon: mean(({ lon }) => lon),
  };
}
