import type { Demography } from './demography.ts';
import type { Mistake } from './mistakes.ts';
import type { ContentFile } from './yaml-file.ts';

/** Every row has a figure for every age, ages and years rise, periods follow one another, and age groups are those of the region. */
export function checkDemography(file: ContentFile<Demography>, ageGroups: readonly string[]): readonly Mistake[] {
  const { mortality, years, country } = file.value;
  const wrong: Mistake[] = [];
  const say = (path: readonly (string | number)[], message: string) => wrong.push(file.mistakeAt(path, message));
  mortality.ages.forEach((age, index) => {
    if (index > 0 && age <= mortality.ages[index - 1]!)
      say(['mortality', 'ages', index], 'De leeftijden lopen op. Zet ze op volgorde.');
  });
  mortality.periods.forEach((period, index) => {
    for (const sex of ['men', 'women'] as const)
      if (period[sex].length !== mortality.ages.length)
        say(
          ['mortality', 'periods', index, sex],
          `Schrijf hier ${mortality.ages.length} getallen: één voor elke leeftijd. Er staan er ${period[sex].length}.`,
        );
    const before = mortality.periods[index - 1];
    if (period.until <= period.from || (before && before.until !== period.from))
      say(['mortality', 'periods', index, 'from'], 'Elke periode begint waar de vorige ophoudt. Kijk de jaren na.');
  });
  years.forEach((row, index) => {
    const before = years[index - 1];
    if (before && row.year !== before.year + 1)
      say(['years', index, 'year'], `Na ${before.year} komt ${before.year + 1}. Vul het jaar aan dat ontbreekt.`);
  });
  for (const sex of ['men', 'women'] as const)
    if (country[sex].length !== country.ageGroups.length)
      say(['country', sex], `Schrijf hier ${country.ageGroups.length} getallen: één voor elke leeftijdsgroep.`);
  if (country.ageGroups.join() !== ageGroups.join())
    say(['country', 'ageGroups'], 'Neem hier dezelfde leeftijdsgroepen als in population.yaml.');
  return wrong;
}
