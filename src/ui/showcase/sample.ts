/** Made-up people and services for the page of components; nobody in the demo region. */
export const longName = 'Johanna Wilhelmina Antoinette van der Voorbeeld-Zonnenbergh tot Proefhuizen';

/** A row of the sample worklist. */
export type SampleCase = {
  readonly id: string;
  readonly resident: string;
  readonly age: number;
  readonly step: string;
  readonly due?: string;
  readonly paused?: string;
  readonly daysLate?: number;
  readonly owner: string;
  readonly next: string;
  readonly status: string;
};

export const sampleToday = '2026-03-09';

export const sampleCases: readonly SampleCase[] = [
  {
    id: 'W-2026-0031',
    resident: 'A. Voorbeeld',
    age: 78,
    step: 'Eerste gesprek',
    due: '2026-03-09',
    owner: 'mij',
    next: 'Plan',
    status: 'accepted',
  },
  {
    id: 'W-2026-0028',
    resident: 'B. Proef',
    age: 61,
    step: 'Wacht op aanbieder',
    due: '2026-03-05',
    daysLate: 2,
    owner: 'Sport Voorbeeld',
    next: 'Bel',
    status: 'requested',
  },
  {
    id: 'W-2026-0040',
    resident: longName,
    age: 84,
    step: 'Kennismaken',
    due: '2026-03-12',
    owner: 'mij',
    next: 'Open',
    status: 'in-progress',
  },
  {
    id: 'W-2026-0012',
    resident: 'C. Denkbeeld',
    age: 45,
    step: 'Brede gesprek',
    paused: 'inwoner is op reis tot 20 maart',
    owner: 'K. Collega',
    next: 'Open',
    status: 'on-hold',
  },
  {
    id: 'W-2026-0009',
    resident: 'D. Verzonnen',
    age: 33,
    step: 'Terugblik',
    due: '2026-04-02',
    owner: 'mij',
    next: 'Open',
    status: 'completed',
  },
];

export const sampleAxes = [
  { key: 'body', label: 'Mijn lichaam', before: 6, now: 7 },
  { key: 'mind', label: 'Mijn gevoel en gedachten', short: 'Mijn gevoel', before: 4, now: 6 },
  { key: 'meaning', label: 'Wat mij richting geeft', short: 'Wat richting geeft', before: 5, now: 5 },
  { key: 'quality', label: 'Fijn leven', before: 6, now: 8 },
  { key: 'joining', label: 'Meedoen', before: 2, now: 7 },
  { key: 'daily', label: 'Mijn dag', before: 7, now: 7 },
] as const;
