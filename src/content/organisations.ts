import { z } from 'zod';
import { type Frozen, ORGANISATION_KINDS, postcode4, slug, source, words } from './vocabulary.ts';

export const OWNER_KINDS = ['municipality', 'insurer-care-office', 'public-health', 'province'] as const;

export const owner = z.strictObject({
  id: slug,
  name: words,
  kind: z.enum(OWNER_KINDS),
  municipality: slug.optional(),
});
/** One of the owners of the region's programme, who decide together. */
export type Owner = Frozen<z.infer<typeof owner>>;
export const ownersFile = z.strictObject({ source, owners: z.array(owner).min(1) });

export const PARTNER_KINDS = [
  'network',
  'primary-care',
  'hospital',
  'mental-health',
  'client-support',
  'experts-by-experience',
  'welfare',
  'housing',
  'income',
  'work',
  'education',
  'knowledge',
  'innovation',
  'data',
  'sport-and-health',
  'youth',
  'older-people',
  'safety',
  'government',
  'national-body',
  'adviser',
] as const;

export const partner = z.strictObject({
  id: slug,
  name: words,
  alsoKnownAs: z.array(words).optional(),
  kind: z.enum(PARTNER_KINDS),
  namedIn: z.array(z.enum(['000', '001', '002', '003', '004'])).min(1),
  note: words.optional(),
});
/** An organisation that the region's plans name; `namedIn` lists the plans (see `sources` in region.yaml). */
export type Partner = Frozen<z.infer<typeof partner>>;
export const partnersFile = z.strictObject({ source, partners: z.array(partner).min(1) });

export const team = z.strictObject({ id: slug, name: words, area: words.optional() });
/** A team of welfare coaches inside a welfare organisation. */
export type Team = Frozen<z.infer<typeof team>>;

const mail = z.email({ error: 'Schrijf hier een mailadres, bijvoorbeeld ‘welzijn@example.org’.' });

export const organisation = z.strictObject({
  id: slug,
  name: words,
  kind: z.enum(ORGANISATION_KINDS),
  municipality: slug,
  fictional: z.boolean(),
  phone: words,
  mail,
  address: words,
  postcode: postcode4,
  about: words.optional(),
  teams: z.array(team).default([]),
});
export type Organisation = Frozen<z.infer<typeof organisation>>;
export const organisationsFile = z.strictObject({
  note: words.optional(),
  organisations: z.array(organisation).min(1),
});

export const tie = z.strictObject({ practice: slug, team: slug });
/** The one welfare-coach team that takes a practice's referrals. */
export type Tie = Frozen<z.infer<typeof tie>>;

export const area = z.strictObject({ municipality: slug, team: slug, postcodes: z.array(postcode4).min(1).optional() });
/** The team for people who live somewhere and ask for help themselves: of a municipality, or of some of its postcodes. */
export type TeamArea = Frozen<z.infer<typeof area>>;
export const tiesFile = z.strictObject({ ties: z.array(tie), areas: z.array(area).default([]) });
