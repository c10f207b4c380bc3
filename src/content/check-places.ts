import { at, duplicateIds, type Placed, unknownId } from './crossref.ts';
import type { Mistake } from './mistakes.ts';
import type { Municipality, Population, Postcode, ResidentsByPostcode } from './places.ts';
import type { ContentFile } from './yaml-file.ts';

const SEXES = ['men', 'women'] as const;

/** Postcodes and population refer to municipalities that exist, once each, with a figure for every age group. */
export function checkPlaces(
  municipalities: readonly Placed<Municipality>[],
  postcodes: readonly Placed<Postcode>[],
  population: ContentFile<Population>,
): readonly Mistake[] {
  const known = new Set(municipalities.map(({ item }) => item.id));
  return [
    ...duplicateIds(municipalities, (item) => item.id, 'id'),
    ...duplicateIds(municipalities, (item) => item.cbsCode, 'cbsCode'),
    ...duplicateIds(postcodes, (item) => item.code, 'code'),
    ...postcodes.flatMap((place) => unknownId(place, ['municipality'], place.item.municipality, known, 'gemeente')),
    ...checkPopulation(municipalities, population, known),
  ];
}

function checkPopulation(
  municipalities: readonly Placed<Municipality>[],
  population: ContentFile<Population>,
  known: ReadonlySet<string>,
): readonly Mistake[] {
  const groups = population.value.ageGroups.length;
  const rows = population.value.municipalities.map((item, index) => ({
    item,
    file: population,
    path: ['municipalities', index] as const,
  }));
  const counted = new Set(rows.map(({ item }) => item.municipality));
  return [
    ...duplicateIds(rows, (item) => item.municipality, 'municipality'),
    ...rows.flatMap((place) => [
      ...unknownId(place, ['municipality'], place.item.municipality, known, 'gemeente'),
      ...everyAgeGroup(place, groups),
    ]),
    ...municipalities
      .filter(({ item }) => !counted.has(item.id))
      .map((place) =>
        at(place, ['id'], `De bevolking van ‘${place.item.id}’ ontbreekt. Voeg die toe in population.yaml.`),
      ),
  ];
}

/** Men and women have as many figures as there are age groups. */
function everyAgeGroup(
  place: Placed<{ readonly men: readonly number[]; readonly women: readonly number[] }>,
  groups: number,
): readonly Mistake[] {
  return SEXES.filter((sex) => place.item[sex].length !== groups).map((sex) =>
    at(
      place,
      [sex],
      `Schrijf hier ${groups} getallen: één voor elke leeftijdsgroep. Er staan er ${place.item[sex].length}.`,
    ),
  );
}

/**
 * Every postcode has its residents once, and together they are those of its municipality: what is hidden of a small area
 * is worked out with that sum.
 */
export function checkPopulationByPostcode(
  postcodes: readonly Placed<Postcode>[],
  population: Population,
  rows: readonly Placed<ResidentsByPostcode>[],
): readonly Mistake[] {
  const groups = population.ageGroups.length;
  const municipality = new Map(postcodes.map(({ item }) => [item.code, item.municipality]));
  const known = new Set(municipality.keys());
  const counted = new Set(rows.map(({ item }) => item.code));
  const wrong = [
    ...duplicateIds(rows, (item) => item.code, 'code'),
    ...rows.flatMap((place) => [
      ...unknownId(place, ['code'], place.item.code, known, 'postcode'),
      ...everyAgeGroup(place, groups),
    ]),
    ...postcodes
      .filter(({ item }) => !counted.has(item.code))
      .map((place) =>
        at(
          place,
          ['code'],
          `De bevolking van ‘${place.item.code}’ ontbreekt. Voeg die toe in population-postcodes.yaml.`,
        ),
      ),
  ];
  if (wrong.length > 0) return wrong;
  return population.municipalities.flatMap((whole) =>
    SEXES.flatMap((sex) => {
      const parts = rows.filter(({ item }) => municipality.get(item.code) === whole.municipality);
      const off = whole[sex].findIndex(
        (count, index) => parts.reduce((sum, { item }) => sum + item[sex][index]!, 0) !== count,
      );
      return off < 0 || !parts[0]
        ? []
        : [
            at(
              parts[0],
              [sex],
              `De postcodes van ‘${whole.municipality}’ zijn samen niet het aantal in population.yaml, bij ${population.ageGroups[off]}. Maak die twee gelijk.`,
            ),
          ];
    }),
  );
}
