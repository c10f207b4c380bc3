import { postcodeMistakes } from './check-organisations.ts';
import { at, duplicateIds, type Placed, unknownId } from './crossref.ts';
import type { Mistake } from './mistakes.ts';
import type { Organisation } from './organisations.ts';
import type { Municipality, Postcode } from './places.ts';
import type { Phrase } from './search.ts';
import type { Need, Service } from './services.ts';

export type ServicePlaces = {
  readonly municipalities: readonly Placed<Municipality>[];
  readonly postcodes: readonly Placed<Postcode>[];
  readonly organisations: readonly Placed<Organisation>[];
  readonly needs: readonly Placed<Need>[];
  readonly services: readonly Placed<Service>[];
};

/** Services refer to organisations, needs and postcodes that exist, and no two say the same. */
export function checkServices(places: ServicePlaces): readonly Mistake[] {
  const { municipalities, postcodes, organisations, needs, services } = places;
  const municipalityIds = new Set(municipalities.map(({ item }) => item.id));
  const postcodeHome = new Map(postcodes.map(({ item }) => [item.code, item.municipality]));
  const organisationIds = new Set(organisations.map(({ item }) => item.id));
  const needIds = new Set(needs.map(({ item }) => item.id));
  return [
    ...duplicateIds(needs, (item) => item.id, 'id'),
    ...duplicateIds(services, (item) => item.id, 'id'),
    ...sameText(services),
    ...services.flatMap((place) => [
      ...unknownId(place, ['organisation'], place.item.organisation, organisationIds, 'organisatie'),
      ...place.item.needs.flatMap((need, index) => unknownId(place, ['needs', index], need, needIds, 'behoefte')),
      ...(municipalityIds.has(place.item.municipality)
        ? postcodeMistakes(
            place,
            ['location', 'postcode'],
            place.item.location.postcode,
            place.item.municipality,
            postcodeHome,
          )
        : []),
      ...agesAndTimes(place),
    ]),
  ];
}

/** What people say leads to needs that exist, and the same words are not listed twice. */
export function checkSearch(phrases: readonly Placed<Phrase>[], needs: readonly Placed<Need>[]): readonly Mistake[] {
  const known = new Set(needs.map(({ item }) => item.id));
  const seen = new Set<string>();
  return phrases.flatMap((place) => [
    ...place.item.needs.flatMap((need, index) => unknownId(place, ['needs', index], need, known, 'behoefte')),
    ...place.item.say.flatMap((words, index) => {
      const key = words.toLowerCase();
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      return [at(place, ['say', index], `‘${words}’ staat er al. Zet alle behoeften bij die ene regel.`)];
    }),
  ]);
}

function sameText(services: readonly Placed<Service>[]): readonly Mistake[] {
  const seen = new Map<string, string>();
  return services.flatMap((place) => {
    const text = `${place.item.name}\n${place.item.description}`.toLowerCase();
    const first = seen.get(text);
    if (first === undefined) {
      seen.set(text, place.item.id);
      return [];
    }
    return [
      at(place, ['name'], `Naam en beschrijving zijn gelijk aan die van ‘${first}’. Schrijf wat hier anders is.`),
    ];
  });
}

function agesAndTimes(place: Placed<Service>): readonly Mistake[] {
  const { audience, when } = place.item;
  const mistakes: Mistake[] = [];
  if (audience.minAge !== undefined && audience.maxAge !== undefined && audience.minAge > audience.maxAge) {
    mistakes.push(
      at(place, ['audience', 'maxAge'], 'Schrijf bij ‘maxAge’ een leeftijd die niet lager is dan ‘minAge’.'),
    );
  }
  const { places, placesFree } = place.item;
  if (placesFree !== undefined && placesFree > (places ?? 0))
    mistakes.push(at(place, ['placesFree'], 'Er kunnen niet meer plekken vrij zijn dan ‘places’ zegt.'));
  when.forEach((moment, index) => {
    if (moment.from >= moment.to) {
      mistakes.push(at(place, ['when', index, 'to'], 'Schrijf bij ‘to’ een tijd die later is dan ‘from’.'));
    }
  });
  return mistakes;
}
