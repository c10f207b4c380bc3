import type { Mistake, Path } from './mistakes.ts';
import type { ContentFile } from './yaml-file.ts';

/** A thing with an id, and where it stands, so that a mistake can point at it. */
export type Placed<T> = {
  readonly item: T;
  readonly file: ContentFile<unknown>;
  readonly path: Path;
};

/** Every item of a list with its place in the file. */
export function placed<T>(file: ContentFile<unknown>, path: Path, items: readonly T[]): readonly Placed<T>[] {
  return items.map((item, index) => ({ item, file, path: [...path, index] }));
}

/** A mistake at `place`, or at the field below it. */
export function at(place: Placed<unknown>, path: Path, message: string): Mistake {
  return place.file.mistakeAt([...place.path, ...path], message);
}

/** Ids that occur more than once: a mistake at each but the first. */
export function duplicateIds<T>(places: readonly Placed<T>[], idOf: (item: T) => string, field: string): Mistake[] {
  const seen = new Set<string>();
  return places.flatMap((place) => {
    const id = idOf(place.item);
    if (seen.has(id))
      return [at(place, [field], `‘${id}’ bestaat al. Schrijf hier iets anders: elke ${field} komt één keer voor.`)];
    seen.add(id);
    return [];
  });
}

/** No mistake when `id` is known; otherwise one that names the nearest id that does exist. */
export function unknownId(
  place: Placed<unknown>,
  path: Path,
  id: string,
  known: ReadonlySet<string>,
  what: string,
): Mistake[] {
  if (known.has(id)) return [];
  const near = nearest(id, known);
  const hint = near ? ` Bedoelt u ‘${near}’?` : ` Voeg ${what} toe of haal de verwijzing weg.`;
  return [at(place, path, `Er is geen ${what} met id ‘${id}’.${hint}`)];
}

/** The known id that looks most like `id`, unless none comes near. */
export function nearest(id: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(id.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(id, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, replaced));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
