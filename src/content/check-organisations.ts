import { at, duplicateIds, type Placed, unknownId } from './crossref.ts';
import type { Mistake } from './mistakes.ts';
import type { Organisation, Owner, Partner, TeamArea, Tie } from './organisations.ts';
import type { Municipality, Postcode } from './places.ts';

export type OrganisationPlaces = {
  readonly municipalities: readonly Placed<Municipality>[];
  readonly postcodes: readonly Placed<Postcode>[];
  readonly owners: readonly Placed<Owner>[];
  readonly partners: readonly Placed<Partner>[];
  readonly organisations: readonly Placed<Organisation>[];
  readonly ties: readonly Placed<Tie>[];
  readonly areas: readonly Placed<TeamArea>[];
};

/** Owners, partners, organisations, teams and ties refer to each other and to places that exist. */
export function checkOrganisations(places: OrganisationPlaces): readonly Mistake[] {
  const { municipalities, postcodes, owners, partners, organisations, ties, areas } = places;
  const known = new Set(municipalities.map(({ item }) => item.id));
  const postcodeHome = new Map(postcodes.map(({ item }) => [item.code, item.municipality]));
  const teams = organisations.flatMap((place) =>
    place.item.teams.map((item, index) => ({ item, file: place.file, path: [...place.path, 'teams', index] })),
  );
  return [
    ...duplicateIds(owners, (item) => item.id, 'id'),
    ...duplicateIds(partners, (item) => item.id, 'id'),
    ...duplicateIds<{ readonly id: string }>([...organisations, ...teams], (item) => item.id, 'id'),
    ...owners.flatMap((place) =>
      place.item.municipality ? unknownId(place, ['municipality'], place.item.municipality, known, 'gemeente') : [],
    ),
    ...organisations.flatMap((place) => checkOrganisation(place, known, postcodeHome)),
    ...checkTies(organisations, ties, new Set(teams.map(({ item }) => item.id))),
    ...checkAreas(municipalities, areas, new Set(teams.map(({ item }) => item.id)), postcodeHome),
  ];
}

function checkOrganisation(
  place: Placed<Organisation>,
  municipalities: ReadonlySet<string>,
  postcodeHome: ReadonlyMap<string, string>,
): readonly Mistake[] {
  const { item } = place;
  const mistakes = unknownId(place, ['municipality'], item.municipality, municipalities, 'gemeente');
  mistakes.push(...postcodeMistakes(place, ['postcode'], item.postcode, item.municipality, postcodeHome));
  if (item.kind === 'welfare' && item.teams.length === 0) {
    mistakes.push(
      at(
        place,
        ['kind'],
        'Een welzijnsorganisatie heeft ten minste één team van welzijnscoaches. Schrijf het onder ‘teams’.',
      ),
    );
  }
  if (item.kind !== 'welfare' && item.teams.length > 0) {
    mistakes.push(
      at(place, ['teams'], 'Alleen een welzijnsorganisatie heeft teams van welzijnscoaches. Haal ‘teams’ hier weg.'),
    );
  }
  if (item.fictional && !item.name.startsWith('Voorbeeld')) {
    mistakes.push(at(place, ['name'], 'Laat de naam van een verzonnen organisatie beginnen met ‘Voorbeeld’.'));
  }
  return mistakes;
}

/** A postcode that exists and lies in the municipality. */
export function postcodeMistakes(
  place: Placed<unknown>,
  path: readonly (string | number)[],
  code: string,
  municipality: string,
  postcodeHome: ReadonlyMap<string, string>,
): Mistake[] {
  const home = postcodeHome.get(code);
  if (home === undefined)
    return [at(place, path, `Postcode ‘${code}’ staat niet in postcodes.yaml. Schrijf een postcode uit de regio.`)];
  if (home === municipality) return [];
  return [
    at(
      place,
      path,
      `Postcode ‘${code}’ ligt in ‘${home}’, niet in ‘${municipality}’. Schrijf een postcode van ‘${municipality}’.`,
    ),
  ];
}

function checkTies(
  organisations: readonly Placed<Organisation>[],
  ties: readonly Placed<Tie>[],
  teams: ReadonlySet<string>,
): readonly Mistake[] {
  const practices = organisations.filter(({ item }) => item.kind === 'gp-practice');
  const practiceIds = new Set(practices.map(({ item }) => item.id));
  const tied = new Set(ties.map(({ item }) => item.practice));
  return [
    ...duplicateIds(ties, (item) => item.practice, 'practice'),
    ...ties.flatMap((place) => [
      ...unknownId(place, ['practice'], place.item.practice, practiceIds, 'huisartsenpraktijk'),
      ...unknownId(place, ['team'], place.item.team, teams, 'team'),
    ]),
    ...practices
      .filter(({ item }) => !tied.has(item.id))
      .map((place) =>
        at(place, ['id'], `Praktijk ‘${place.item.id}’ heeft nog geen team. Koppel er één in ties.yaml.`),
      ),
  ];
}

/** Where areas are written, everybody who lives in the region has exactly one team to ask for help. */
function checkAreas(
  municipalities: readonly Placed<Municipality>[],
  areas: readonly Placed<TeamArea>[],
  teams: ReadonlySet<string>,
  postcodeHome: ReadonlyMap<string, string>,
): readonly Mistake[] {
  if (areas.length === 0) return [];
  const known = new Set(municipalities.map(({ item }) => item.id));
  const whole = areas.filter(({ item }) => item.postcodes === undefined);
  const covered = new Set(whole.map(({ item }) => item.municipality));
  const codes = areas.flatMap((place) =>
    (place.item.postcodes ?? []).map((code, index) => ({
      item: { id: code },
      file: place.file,
      path: [...place.path, 'postcodes', index],
    })),
  );
  return [
    ...duplicateIds(whole, (item) => item.municipality, 'municipality'),
    ...duplicateIds(codes, (item) => item.id, 'id'),
    ...areas.flatMap((place) => [
      ...unknownId(place, ['municipality'], place.item.municipality, known, 'gemeente'),
      ...unknownId(place, ['team'], place.item.team, teams, 'team'),
      ...(place.item.postcodes ?? []).flatMap((code, index) =>
        postcodeMistakes(place, ['postcodes', index], code, place.item.municipality, postcodeHome),
      ),
    ]),
    ...municipalities
      .filter(({ item }) => !covered.has(item.id))
      .map((place) =>
        at(
          place,
          ['id'],
          `Gemeente ‘${place.item.id}’ heeft nog geen team voor wie zelf om hulp vraagt. Schrijf er één in ties.yaml, onder ‘areas’, zonder postcodes.`,
        ),
      ),
  ];
}
