import { duplicateIds, type Placed, unknownId } from './crossref.ts';
import type { Monitor, Theme } from './indicators.ts';
import type { Mistake } from './mistakes.ts';
import type { Municipality, Population } from './places.ts';
import type { ContentFile } from './yaml-file.ts';

type Files = {
  readonly regionId: string;
  readonly municipalities: readonly Placed<Municipality>[];
  readonly population: ContentFile<Population>;
  readonly monitor: ContentFile<Monitor>;
  readonly themes: readonly ContentFile<Theme>[];
  readonly pathways: readonly string[];
};

/** Areas exist, an id is used once, ages fit the age groups, and where two series say something of one area it is said why they differ. */
export function checkIndicators(files: Files): readonly Mistake[] {
  const { regionId, municipalities, population, monitor, themes, pathways } = files;
  const inside = new Set(municipalities.map(({ item }) => item.id));
  const known = new Set([...inside, regionId, ...monitor.value.areas.map(({ id }) => id)]);
  const [starts, ends] = bounds(population.value.ageGroups);
  const indicators = themes.flatMap((file) =>
    file.value.indicators.map((item, index) => ({ item, file, path: ['indicators', index] as const })),
  );
  const tiles = monitor.value.tiles.map((item, index) => ({ item, file: monitor, path: ['tiles', index] as const }));
  const tasks = (monitor.value.tasks ?? []).map((item, index) => ({
    item,
    file: monitor,
    path: ['tasks', index] as const,
  }));
  const ids = new Set(indicators.map(({ item }) => item.id));
  return [
    ...duplicateIds(tasks, ({ id }) => id, 'id'),
    ...tasks.flatMap((place) => unknownId(place, ['indicator'], place.item.indicator, ids, 'cijfer')),
    ...tasks.flatMap((place) =>
      place.item.pathway === undefined
        ? []
        : unknownId(place, ['pathway'], place.item.pathway, new Set(pathways), 'ketenaanpak'),
    ),
    ...tiles.flatMap((place) => unknownId(place, ['municipality'], place.item.municipality, inside, 'gemeente')),
    ...duplicateIds(tiles, ({ municipality }) => municipality, 'municipality'),
    ...duplicateIds(tiles, ({ column, row }) => `${column},${row}`, 'column'),
    ...duplicateIds(indicators, ({ id }) => id, 'id'),
    ...indicators.flatMap(({ item, file, path }) => [
      ...duplicateIds(
        item.series.map((one, index) => ({ item: one, file, path: [...path, 'series', index] })),
        ({ id }) => id,
        'id',
      ),
      ...item.series.flatMap((one, index) => {
        const at = [...path, 'series', index];
        const ages = [one.counted?.of, one.counted?.among].filter((group) => group !== undefined);
        const unfit = ages.some(({ from, to }) => !starts.has(from) || (to !== undefined && !ends.has(to)));
        return [
          ...(one.values ?? []).flatMap((value, nth) =>
            unknownId({ item: value, file, path: [...at, 'values', nth] }, ['area'], value.area, known, 'gebied'),
          ),
          ...(one.counted || one.values || one.own
            ? []
            : [file.mistakeAt([...at], 'Schrijf hier ‘counted’, ‘values’ of ‘own’.')]),
          ...(one.own
            ? unknownId(
                { item: one.own, file, path: [...at, 'own'] },
                ['pathway'],
                one.own.pathway,
                new Set(pathways),
                'ketenaanpak',
              )
            : []),
          ...(unfit
            ? [
                file.mistakeAt(
                  [...at, 'counted'],
                  'Kies leeftijden waar een leeftijdsgroep van population.yaml begint of eindigt.',
                ),
              ]
            : []),
        ];
      }),
      ...(overlapping(item, regionId) && !item.differ
        ? [
            file.mistakeAt(
              [...path],
              'Twee reeksen gaan over hetzelfde gebied. Schrijf bij ‘differ’ waarom ze verschillen.',
            ),
          ]
        : []),
    ]),
  ];
}

/** Whether two series of one indicator say something of one area, so that a reader sees both. */
function overlapping(indicator: Theme['indicators'][number], regionId: string): boolean {
  const seen = new Set<string>();
  return indicator.series.some((one) => {
    const areas = new Set([...(one.counted ? [regionId] : []), ...(one.values ?? []).map(({ area }) => area)]);
    const twice = [...areas].some((area) => seen.has(area));
    for (const area of areas) seen.add(area);
    return twice;
  });
}

function bounds(groups: readonly string[]): readonly [ReadonlySet<number>, ReadonlySet<number>] {
  const starts = new Set<number>();
  const ends = new Set<number>();
  for (const group of groups) {
    const [from, to] = group.replace('+', '').split('-').map(Number);
    starts.add(from!);
    if (to !== undefined) ends.add(to);
  }
  return [starts, ends];
}
