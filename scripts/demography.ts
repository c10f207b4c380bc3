/**
 * Makes `demography.yaml` of a region from open data: death rates by age and period, births and migration a year, and
 * the residents of the whole country.
 *
 *   node --import tsx scripts/demography.ts <folder with the CSV files> <region folder>
 *
 * The folder holds `mortality-netherlands.csv` (period,age_from,rate_men,rate_women), `births-deaths-migration-netherlands.csv`
 * (year,births_thousand,deaths_thousand,net_migration_per_1000), both of UN World Population Prospects 2024, and
 * `population-netherlands-2021.csv` (age_group,men,women) of CBS table 83502NED. Rates and counts are taken over as they
 * are; nothing is computed here.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, region] = process.argv.slice(2);
if (!folder || !region) {
  console.error('Which folders? node --import tsx scripts/demography.ts <folder with the CSV files> <region folder>');
  process.exit(1);
}

const rows = (file: string) =>
  readFileSync(join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(','));
const list = (values: readonly (string | number | undefined)[]) => `[${values.join(', ')}]`;

const deaths = rows('mortality-netherlands.csv');
const periods = [...new Set(deaths.map(([period]) => period!))];
const ages = deaths.filter(([period]) => period === periods[0]).map(([, age]) => age!.replace('+', ''));
const years = rows('births-deaths-migration-netherlands.csv');
const people = rows('population-netherlands-2021.csv');

const text = `# biome-ignore-all format: figures read best as rows
# Sterfte, geboorte en migratie van heel Nederland, gemaakt door scripts/demography.ts. De toekomst is de middelste
# verwachting van de Verenigde Naties. Zo rekent Omzien vooruit wat er in de regio te verwachten is.
sources:
  - name: "United Nations, World Population Prospects 2024: sterfte per leeftijd, geboorten, overleden inwoners en migratie van Nederland; schatting en middelste verwachting"
    date: 2024-07-11
    licence: CC BY 3.0 IGO
  - name: "CBS, tabel 83502NED, bevolking van Nederland op 1 januari 2021 naar leeftijd en geslacht"
    date: 2021-01-01
    licence: CC BY 4.0
    note: Het CBS rondt deze aantallen af op 5.
# Overleden inwoners per inwoner per jaar. Het eerste getal hoort bij de eerste leeftijd; een leeftijd loopt tot de volgende.
mortality:
  ages: ${list(ages)}
  periods:
${periods
  .map((period) => {
    const of = (column: number) => list(deaths.filter((row) => row[0] === period).map((row) => row[column]));
    const [from, until] = period.split('-');
    return `    - from: ${from}\n      until: ${until}\n      men: ${of(2)}\n      women: ${of(3)}`;
  })
  .join('\n')}
# Per jaar: geboorten en overleden inwoners in duizendtallen, en het saldo van migratie per 1.000 inwoners.
years:
${years.map(([year, births, died, net]) => `  - { year: ${year}, births: ${births}, deaths: ${died}, netMigration: ${net} }`).join('\n')}
# Inwoners van Nederland op 1 januari 2021, in dezelfde leeftijdsgroepen als population.yaml.
country:
  ageGroups: ${list(people.map(([group]) => group))}
  men: ${list(people.map(([, men]) => men))}
  women: ${list(people.map(([, , women]) => women))}
`;
writeFileSync(join(region, 'demography.yaml'), text);
console.log(`${join(region, 'demography.yaml')}: ${periods.length} periods, ${years.length} years.`);
