import type { z } from 'zod';
import type { Demography } from './demography.ts';
import type { Futures } from './futures.ts';
import type { Housing } from './housing.ts';
import type { Monitor, Theme } from './indicators.ts';
import type { Organisation, Owner, Partner, TeamArea, Tie } from './organisations.ts';
import type { Oversight } from './oversight.ts';
import type { Pathway } from './pathways.ts';
import type { Municipality, Population, Postcode, ResidentsByPostcode, regionFile } from './places.ts';
import type { QuestionnaireContent } from './questionnaires.ts';
import type { AfterDeath, ConsentText, Crisis, Holidays, Retention, Safety } from './rules.ts';
import type { Schemes } from './schemes.ts';
import type { SearchContent } from './search.ts';
import type { Need, Service } from './services.ts';
import type { Translation } from './translation.ts';
import type { Frozen } from './vocabulary.ts';

/** Name, title and sources of the region (`region.yaml`). */
export type RegionInfo = Frozen<z.infer<typeof regionFile>>;

/** A whole region as content: what `region/<name>/` says, checked and cross-referenced. */
export type Region = RegionInfo & {
  readonly municipalities: readonly Municipality[];
  readonly postcodes: readonly Postcode[];
  readonly population: Population;
  /** Absent in content that was applied before there were figures of postcode areas. */
  readonly populationByPostcode?: readonly ResidentsByPostcode[] | undefined;
  /** Absent in content that was applied before anybody looked ahead. */
  readonly demography?: Demography | undefined;
  /** Absent in content that was applied before anybody looked ahead. */
  readonly futures?: Futures | undefined;
  readonly owners: readonly Owner[];
  readonly partners: readonly Partner[];
  readonly organisations: readonly Organisation[];
  readonly ties: readonly Tie[];
  /** Which team is for whom asks for help themselves, by where they live; absent in content of before there were any. */
  readonly areas?: readonly TeamArea[];
  readonly needs: readonly Need[];
  readonly services: readonly Service[];
  readonly pathways: readonly Pathway[];
  readonly questionnaires: readonly QuestionnaireContent[];
  readonly retention: readonly Retention[];
  readonly consents: readonly ConsentText[];
  readonly holidays: Holidays;
  readonly crisis: Crisis;
  readonly search: SearchContent;
  readonly schemes: Schemes;
  /** Absent where the region keeps to the default of the house. */
  readonly afterDeath?: AfterDeath | undefined;
  /** Absent in content that was applied before there were steps; the crisis numbers stand alone then. */
  readonly safety?: Safety | undefined;
  readonly oversight: Oversight;
  readonly monitor: Monitor;
  /** Absent in content that was applied before homes were followed. */
  readonly housing?: Housing | undefined;
  /** The figures of the region, theme by theme in the order of reading. */
  readonly themes: readonly Theme[];
  /** What the folder `en/` says, by the name of the Dutch file. Absent in content that was applied before there was English. */
  readonly english?: Readonly<Record<string, Translation>> | undefined;
};
