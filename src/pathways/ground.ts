import type { ConsentText, Pathway, QuestionnaireContent, Region, Service } from '../content/index.ts';
import type { Holidays, Language } from '../platform/index.ts';
import type { RecordGround } from '../record/index.ts';

/** The definitions a case may run on: every version that was ever used, and the present ones. */
export type Definitions = {
  readonly region: Region;
  readonly holidays: Holidays;
  /** A pathway in a version; the present one where none is named. Throws on what was never used. */
  readonly pathway: (id: string, version?: number) => Pathway;
  readonly questionnaire: (id: string, version?: number) => QuestionnaireContent;
  readonly consentText: (id: string) => ConsentText;
  readonly service: (id: string) => Service | undefined;
  /** The team tied to a practice, or undefined. Both are bare ids. */
  readonly teamOf: (practice: string) => string | undefined;
  readonly organisationName: (id: string) => string;
  /** The same, as people read it in a language; what is written into the record stays in Dutch. */
  readonly in: (language: Language) => Definitions;
  /** For how many calendar days practice and team still read after a death. */
  readonly daysAfterDeath: number;
};

/** What the engine stands on. */
export type PathwayGround = RecordGround & { readonly definitions: Definitions };
