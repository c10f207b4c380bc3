import { FUTURE_FIGURES, type FutureFigure } from '../../content/index.ts';
import { between, type CurveId, type Outlook } from '../../simulation/index.ts';

/** What is read of one area in one year: the outlook, and the residents it was made from (men, then women, by age). */
export type Reading = { readonly outlook: Outlook; readonly people: Float64Array };

/** One line of a figure. `curve`: its level also hangs on how often something occurs at an age. */
export type SubjectLine = {
  readonly key:
    | 'all'
    | 'under20'
    | 'from20'
    | 'from65'
    | 'from80'
    | 'over65'
    | 'ratio'
    | 'carers'
    | 'cases'
    | 'needed'
    | 'available';
  readonly of: (reading: Reading) => number;
  readonly curve?: CurveId;
};

export type Subject = {
  readonly figure: FutureFigure;
  /** In the address. */
  readonly slug: string;
  readonly unit: 'people' | 'percent' | 'ratio';
  /** The first line is the one that is held beside plans. */
  readonly lines: readonly SubjectLine[];
};

const ages = (key: SubjectLine['key'], from: number, until: number): SubjectLine => ({
  key,
  of: ({ people }) => between(people, from, until),
});
const cases = (slug: string, figure: FutureFigure, name: 'dementia' | 'frail' | 'atRisk' | 'homeNursing'): Subject => ({
  figure,
  slug,
  unit: 'people',
  lines: [{ key: 'cases', of: ({ outlook }) => outlook[name], curve: name }],
});
const carers = (slug: string, figure: FutureFigure, name: 'carersTo75' | 'carersTo65'): Subject => ({
  figure,
  slug,
  unit: 'ratio',
  lines: [{ key: 'carers', of: ({ outlook }) => outlook[name] }],
});

/** Everything that is looked ahead at, in the order of reading. */
export const SUBJECTS: readonly Subject[] = [
  {
    figure: 'residents',
    slug: 'inwoners',
    unit: 'people',
    lines: [
      ages('all', 0, 100),
      ages('under20', 0, 20),
      ages('from20', 20, 65),
      ages('from65', 65, 80),
      ages('from80', 80, 100),
    ],
  },
  {
    figure: 'over-65',
    slug: '65-plus',
    unit: 'people',
    lines: [{ key: 'over65', of: ({ outlook }) => outlook.over65 }],
  },
  {
    figure: 'old-age-ratio',
    slug: 'grijze-druk',
    unit: 'percent',
    lines: [{ key: 'ratio', of: ({ outlook }) => outlook.oldAgeRatio * 100 }],
  },
  carers('mantelzorgers-50-75', 'carers-50-75', 'carersTo75'),
  carers('mantelzorgers-50-65', 'carers-50-65', 'carersTo65'),
  cases('dementie', 'dementia', 'dementia'),
  cases('kwetsbaar', 'frail', 'frail'),
  cases('valrisico', 'at-risk', 'atRisk'),
  cases('wijkverpleging', 'home-nursing', 'homeNursing'),
  {
    figure: 'care-workers',
    slug: 'zorgmedewerkers',
    unit: 'people',
    lines: [
      { key: 'available', of: ({ outlook }) => outlook.careWorkersAvailable },
      { key: 'needed', of: ({ outlook }) => outlook.careWorkersNeeded },
    ],
  },
];

export const subjectOf = (figure: FutureFigure): Subject => SUBJECTS[FUTURE_FIGURES.indexOf(figure)]!;
export const subjectAt = (slug: string): Subject | undefined => SUBJECTS.find((one) => one.slug === slug);
