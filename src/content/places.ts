import { z } from 'zod';
import { type Frozen, localDate, postcode4, slug, source, words } from './vocabulary.ts';

const count = z.int().nonnegative();

export const regionFile = z.strictObject({
  id: slug,
  name: words,
  title: words,
  intro: words,
  timeZone: words,
  languages: z.array(words).min(1),
  sources: z.array(source).min(1),
});

export const municipality = z.strictObject({
  id: slug,
  name: words,
  cbsCode: z.string().regex(/^GM\d{4}$/, { error: 'Schrijf hier de CBS-code van de gemeente, bijvoorbeeld ‘GM0153’.' }),
  residents: count,
});
export type Municipality = Frozen<z.infer<typeof municipality>>;
export const municipalitiesFile = z.strictObject({ source, municipalities: z.array(municipality).min(1) });

export const postcode = z.strictObject({
  code: postcode4,
  municipality: slug,
  place: words,
  lat: z.number().min(50).max(54),
  lon: z.number().min(3).max(8),
  km2: z.number().positive(),
  residents: count,
});
/** A four-digit postcode area; `lat` and `lon` (WGS 84) are its centroid, `km2` its surface. */
export type Postcode = Frozen<z.infer<typeof postcode>>;
export const postcodesFile = z.strictObject({ source, postcodes: z.array(postcode).min(1) });

const ageGroup = z.string().regex(/^(\d{1,2}-\d{1,2}|\d{1,2}\+)$/, {
  error: 'Schrijf hier een leeftijdsgroep als ‘20-24’ of ‘95+’.',
});
const residentsByAge = z.strictObject({
  municipality: slug,
  men: z.array(count),
  women: z.array(count),
});
export const populationFile = z.strictObject({
  source,
  date: localDate,
  ageGroups: z.array(ageGroup).min(1),
  municipalities: z.array(residentsByAge).min(1),
});
/** Residents of one four-digit postcode area, by the age groups of `populationFile`. */
const residentsByPostcode = z.strictObject({ code: postcode4, men: z.array(count), women: z.array(count) });
export type ResidentsByPostcode = Frozen<z.infer<typeof residentsByPostcode>>;
export const populationPostcodesFile = z.strictObject({ source, postcodes: z.array(residentsByPostcode).min(1) });

/** Residents per municipality; `men[i]` and `women[i]` belong to `ageGroups[i]`. */
export type Population = Frozen<z.infer<typeof populationFile>>;
