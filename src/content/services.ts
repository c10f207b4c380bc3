import { z } from 'zod';
import {
  DATA_CATEGORIES,
  DIMENSIONS,
  DOMAINS,
  type Frozen,
  LANGUAGES,
  localDate,
  postcode4,
  slug,
  WEEKDAYS,
  words,
} from './vocabulary.ts';

export const need = z.strictObject({
  id: slug,
  label: words,
  synonyms: z.array(words).min(1),
  category: z.enum(DATA_CATEGORIES),
  dimensions: z.array(z.enum(DIMENSIONS)).min(1),
});
/** Something a resident may be looking for; `synonyms` are the words people use for it, in plain Dutch. */
export type Need = Frozen<z.infer<typeof need>>;
export const needsFile = z.strictObject({ needs: z.array(need).min(1) });

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
  error: 'Schrijf de tijd tussen aanhalingstekens met vier cijfers, bijvoorbeeld ‘09:30’.',
});
const age = z.int().min(0).max(120);

const cost = z
  .strictObject({
    amount: z.number().nonnegative(),
    per: z.enum(['free', 'session', 'month', 'year']),
    note: words.optional(),
  })
  .refine(({ amount, per }) => (per === 'free') === (amount === 0), {
    path: ['amount'],
    error:
      'Gratis is ‘amount: 0’ met ‘per: free’. Kost het geld, schrijf dan het bedrag in euro en per session, month of year.',
  });

export const service = z.strictObject({
  id: slug,
  organisation: slug,
  name: words,
  description: words,
  domain: z.enum(DOMAINS, {
    error: 'Schrijf het domein: care, mental-health, welfare, living, income of meeting-moving.',
  }),
  needs: z.array(slug).min(1, { error: 'Noem ten minste één behoefte uit needs.yaml.' }),
  audience: z.strictObject({
    text: words,
    minAge: age.optional(),
    maxAge: age.optional(),
    gender: z.enum(['female', 'male']).optional(),
    residentsOnly: z.boolean().optional(),
  }),
  cost,
  languages: z.array(z.enum(LANGUAGES)).min(1),
  waitingDays: z.int().nonnegative(),
  places: z.int().positive().optional(),
  placesFree: z.int().nonnegative().optional(),
  phone: z
    .string()
    .regex(/^[\d +-]{8,20}$/, {
      error: 'Schrijf hier een telefoonnummer tussen aanhalingstekens, bijvoorbeeld ‘085 000 00 00’.',
    })
    .optional(),
  when: z.array(z.strictObject({ weekday: z.enum(WEEKDAYS), from: clockTime, to: clockTime })),
  whenNote: words.optional(),
  delivery: z.enum(['on-site', 'at-home', 'phone', 'online']),
  location: z.strictObject({ postcode: postcode4, address: words, lat: z.number(), lon: z.number() }),
  wheelchair: z.boolean(),
  gettingThere: words,
  signUp: words,
  confirmed: z.strictObject({ on: localDate, by: words }),
  fullUntil: localDate.optional(),
});

export const servicesFile = z.strictObject({ municipality: slug, services: z.array(service).min(1) });

/**
 * One service of the directory. `cost.amount` in euro; `waitingDays` in calendar days; `places` per group, of which
 * `placesFree` now; `phone` of the service itself, where it is not that of the organisation;
 * `location` in WGS 84, for a service at home the office it starts from; `municipality` is that of its file.
 */
export type Service = Frozen<z.infer<typeof service>> & { readonly municipality: string };
