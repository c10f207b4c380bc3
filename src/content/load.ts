import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { checkDemography } from './check-demography.ts';
import { checkFutures } from './check-futures.ts';
import { checkHousing } from './check-housing.ts';
import { checkIndicators } from './check-indicators.ts';
import { checkOrganisations } from './check-organisations.ts';
import { checkPathways } from './check-pathways.ts';
import { checkPlaces, checkPopulationByPostcode } from './check-places.ts';
import { checkSearch, checkServices } from './check-services.ts';
import { readEnglish } from './check-translation.ts';
import { duplicateIds, type Placed, placed, unknownId } from './crossref.ts';
import { demographyFile } from './demography.ts';
import { futuresFile } from './futures.ts';
import { housingFile } from './housing.ts';
import { indicatorFile, monitorFile } from './indicators.ts';
import { inReadingOrder, type Mistake } from './mistakes.ts';
import { organisationsFile, ownersFile, partnersFile, tiesFile } from './organisations.ts';
import { oversightFile } from './oversight.ts';
import { pathway } from './pathways.ts';
import { municipalitiesFile, populationFile, populationPostcodesFile, postcodesFile, regionFile } from './places.ts';
import { questionnaire } from './questionnaires.ts';
import type { Region } from './region.ts';
import { consentsFile, crisisFile, holidaysFile, normsFile, safetyFile } from './rules.ts';
import { schemesFile } from './schemes.ts';
import { searchFile } from './search.ts';
import { needsFile, type Service, servicesFile } from './services.ts';
import { type ContentFile, type Read, readContentFile } from './yaml-file.ts';

export type Loaded =
  /** `untranslated`: texts that have no English yet, and are said in Dutch. */
  | { readonly ok: true; readonly region: Region; readonly untranslated: readonly Mistake[] }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/**
 * Reads a region's folder (`region/<name>/`), checks every file against its schema and every reference between them.
 * All mistakes of all files are given at once; references are only checked when every file could be read.
 */
export function loadRegion(dir: string): Loaded {
  const mistakes: Mistake[] = [];
  const one = <S extends z.ZodType>(name: string, schema: S) => collect(readContentFile(dir, name, schema), mistakes);
  const many = <S extends z.ZodType>(folder: string, schema: S) =>
    yamlFiles(dir, folder).map((name) => one(name, schema));

  const files = {
    info: one('region.yaml', regionFile),
    municipalities: one('municipalities.yaml', municipalitiesFile),
    postcodes: one('postcodes.yaml', postcodesFile),
    population: one('population.yaml', populationFile),
    populationByPostcode: one('population-postcodes.yaml', populationPostcodesFile),
    demography: one('demography.yaml', demographyFile),
    futures: one('futures.yaml', futuresFile),
    owners: one('owners.yaml', ownersFile),
    partners: one('partners.yaml', partnersFile),
    organisations: one('organisations.yaml', organisationsFile),
    ties: one('ties.yaml', tiesFile),
    needs: one('needs.yaml', needsFile),
    norms: one('norms.yaml', normsFile),
    consents: one('consents.yaml', consentsFile),
    holidays: one('holidays.yaml', holidaysFile),
    crisis: one('crisis.yaml', crisisFile),
    search: one('search.yaml', searchFile),
    schemes: one('schemes.yaml', schemesFile),
    safety: one('safety.yaml', safetyFile),
    oversight: one('oversight.yaml', oversightFile),
    monitor: one('monitor.yaml', monitorFile),
    housing: one('housing.yaml', housingFile),
    services: many('services', servicesFile),
    pathways: many('pathways', pathway),
    questionnaires: many('questionnaires', questionnaire),
    themes: many('indicators', indicatorFile),
  };
  if (mistakes.length > 0 || !allRead(files)) return { ok: false, mistakes: inReadingOrder(mistakes) };

  const english = readEnglish(dir, Object.values(files).flat());
  const wrong = [...checkReferences(files), ...english.mistakes];
  if (wrong.length > 0) return { ok: false, mistakes: inReadingOrder(wrong) };
  return {
    ok: true,
    region: { ...compose(files), english: english.texts },
    untranslated: inReadingOrder(english.missing),
  };
}

type Files = {
  readonly info: ContentFile<z.output<typeof regionFile>>;
  readonly municipalities: ContentFile<z.output<typeof municipalitiesFile>>;
  readonly postcodes: ContentFile<z.output<typeof postcodesFile>>;
  readonly population: ContentFile<z.output<typeof populationFile>>;
  readonly populationByPostcode: ContentFile<z.output<typeof populationPostcodesFile>>;
  readonly demography: ContentFile<z.output<typeof demographyFile>>;
  readonly futures: ContentFile<z.output<typeof futuresFile>>;
  readonly owners: ContentFile<z.output<typeof ownersFile>>;
  readonly partners: ContentFile<z.output<typeof partnersFile>>;
  readonly organisations: ContentFile<z.output<typeof organisationsFile>>;
  readonly ties: ContentFile<z.output<typeof tiesFile>>;
  readonly needs: ContentFile<z.output<typeof needsFile>>;
  readonly norms: ContentFile<z.output<typeof normsFile>>;
  readonly consents: ContentFile<z.output<typeof consentsFile>>;
  readonly holidays: ContentFile<z.output<typeof holidaysFile>>;
  readonly crisis: ContentFile<z.output<typeof crisisFile>>;
  readonly search: ContentFile<z.output<typeof searchFile>>;
  readonly schemes: ContentFile<z.output<typeof schemesFile>>;
  readonly safety: ContentFile<z.output<typeof safetyFile>>;
  readonly oversight: ContentFile<z.output<typeof oversightFile>>;
  readonly monitor: ContentFile<z.output<typeof monitorFile>>;
  readonly housing: ContentFile<z.output<typeof housingFile>>;
  readonly services: readonly ContentFile<z.output<typeof servicesFile>>[];
  readonly pathways: readonly ContentFile<z.output<typeof pathway>>[];
  readonly questionnaires: readonly ContentFile<z.output<typeof questionnaire>>[];
  readonly themes: readonly ContentFile<z.output<typeof indicatorFile>>[];
};

type MaybeFiles = {
  readonly [Name in keyof Files]: Files[Name] extends readonly (infer File)[]
    ? readonly (File | undefined)[]
    : Files[Name] | undefined;
};

function allRead(files: MaybeFiles): files is Files {
  return Object.values(files).every((file) => (Array.isArray(file) ? !file.includes(undefined) : file !== undefined));
}

function collect<T>(read: Read<T>, mistakes: Mistake[]): ContentFile<T> | undefined {
  if (read.ok) return read.file;
  mistakes.push(...read.mistakes);
  return undefined;
}

function yamlFiles(dir: string, folder: string): readonly string[] {
  const path = join(dir, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function checkReferences(files: Files): readonly Mistake[] {
  const municipalities = placed(files.municipalities, ['municipalities'], files.municipalities.value.municipalities);
  const postcodes = placed(files.postcodes, ['postcodes'], files.postcodes.value.postcodes);
  const organisations = placed(files.organisations, ['organisations'], files.organisations.value.organisations);
  const owners = placed(files.owners, ['owners'], files.owners.value.owners);
  const partners = placed(files.partners, ['partners'], files.partners.value.partners);
  const ties = placed(files.ties, ['ties'], files.ties.value.ties);
  const areas = placed(files.ties, ['areas'], files.ties.value.areas);
  const needs = placed(files.needs, ['needs'], files.needs.value.needs);
  const consents = placed(files.consents, ['consents'], files.consents.value.consents);
  const services = files.services.flatMap((file): readonly Placed<Service>[] =>
    placed(file, ['services'], servicesOf(file)),
  );
  return [
    ...checkPlaces(municipalities, postcodes, files.population),
    ...checkPopulationByPostcode(
      postcodes,
      files.population.value,
      placed(files.populationByPostcode, ['postcodes'], files.populationByPostcode.value.postcodes),
    ),
    ...checkDemography(files.demography, files.population.value.ageGroups),
    ...checkFutures(files.futures, files.themes, files.population.value.ageGroups),
    ...checkOrganisations({ municipalities, postcodes, owners, partners, organisations, ties, areas }),
    ...fileNames(files, new Set(municipalities.map(({ item }) => item.id))),
    ...checkServices({ municipalities, postcodes, organisations, needs, services }),
    ...checkSearch(placed(files.search, ['phrases'], files.search.value.phrases), needs),
    ...duplicateIds(placed(files.schemes, ['schemes'], files.schemes.value.schemes), ({ id }) => id, 'id'),
    ...checkIndicators({
      regionId: files.info.value.id,
      municipalities,
      population: files.population,
      monitor: files.monitor,
      themes: files.themes,
      pathways: files.pathways.map(({ value }) => value.id),
    }),
    ...checkHousing(files.housing),
    ...checkPathways(files.pathways.map(whole), files.questionnaires.map(whole), consents),
  ];
}

function whole<T>(file: ContentFile<T>): Placed<T> {
  return { item: file.value, file, path: [] };
}

/** A file carries the name of what it holds, so that people find it. */
function fileNames(files: Files, municipalities: ReadonlySet<string>): readonly Mistake[] {
  const named = [
    ...files.services.map((file) => ({ file, field: 'municipality', id: file.value.municipality })),
    ...files.pathways.map((file) => ({ file, field: 'id', id: file.value.id })),
    ...files.questionnaires.map((file) => ({ file, field: 'id', id: file.value.id })),
    ...files.themes.map((file) => ({ file, field: 'id', id: file.value.id })),
  ];
  return [
    ...files.services.flatMap((file) =>
      unknownId(whole(file), ['municipality'], file.value.municipality, municipalities, 'gemeente'),
    ),
    ...named
      .filter(({ file, id }) => basename(file.name, '.yaml') !== id)
      .map(({ file, field, id }) =>
        file.mistakeAt(
          [field],
          `Dit bestand heet ‘${basename(file.name)}’. Schrijf hier dezelfde naam, of noem het bestand ‘${id}.yaml’.`,
        ),
      ),
  ];
}

function servicesOf(file: ContentFile<z.output<typeof servicesFile>>): readonly Service[] {
  return file.value.services.map((service) => ({ ...service, municipality: file.value.municipality }));
}

function compose(files: Files): Region {
  return {
    ...files.info.value,
    municipalities: files.municipalities.value.municipalities,
    postcodes: files.postcodes.value.postcodes,
    population: files.population.value,
    populationByPostcode: files.populationByPostcode.value.postcodes,
    demography: files.demography.value,
    futures: files.futures.value,
    owners: files.owners.value.owners,
    partners: files.partners.value.partners,
    organisations: files.organisations.value.organisations,
    ties: files.ties.value.ties,
    areas: files.ties.value.areas,
    needs: files.needs.value.needs,
    services: files.services.flatMap(servicesOf),
    pathways: files.pathways.map(({ value }) => value),
    questionnaires: files.questionnaires.map(({ value }) => value),
    retention: files.norms.value.retention,
    consents: files.consents.value.consents,
    holidays: files.holidays.value,
    crisis: files.crisis.value,
    search: files.search.value,
    schemes: files.schemes.value,
    safety: files.safety.value,
    ...(files.norms.value.afterDeath ? { afterDeath: files.norms.value.afterDeath } : {}),
    oversight: files.oversight.value,
    monitor: files.monitor.value,
    housing: files.housing.value,
    themes: files.themes.map(({ value }) => value).toSorted((a, b) => a.order - b.order),
  };
}
