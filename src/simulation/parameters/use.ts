import { value, type Words } from './types.ts';

const HOURS = { nl: 'uren per persoon per jaar', en: 'hours a person-year' };
const LOSS = { nl: 'gezonde jaren minder per persoon per jaar', en: 'healthy years lost a person-year' };
const chosen = (nl: string, en: string, unit: Words, at: number, why: Words) =>
  value({ nl, en }, unit, at, [at * 0.6, at * 1.5], { assumption: why });

/** What people use and give, by the state they are in. */
export const USE = {
  nursingHours: chosen('uren wijkverpleging van een cliënt', 'home nursing of a client', HOURS, 90, {
    nl: 'Ordegrootte van uren wijkverpleging per cliënt.',
    en: 'Order of Zvw nursing hours a client-year',
  }),
  nursingFrail: chosen('meer uren bij kwetsbaarheid', 'more when frail', HOURS, 50, { nl: 'Gekozen.', en: 'Chosen' }),
  nursingDementia: chosen('meer uren bij dementie', 'more with dementia', HOURS, 80, { nl: 'Gekozen.', en: 'Chosen' }),
  carerFrail: chosen('uren mantelzorg bij kwetsbaarheid', 'care by a carer when frail', HOURS, 280, {
    nl: 'De helft van 10,9 uur in een week (woonzorgvisie, tabel 4.3).',
    en: 'Half of 10.9 hours a week (table 4.3 of the vision on housing and care)',
  }),
  carerDementia: chosen('uren mantelzorg bij dementie', 'care by a carer with dementia', HOURS, 900, {
    nl: 'Ruim boven 10,9 uur in een week: wie voor iemand met dementie zorgt, doet meer dan een ander.',
    en: 'Well over 10.9 hours a week: carers of people with dementia give more than others',
  }),
  carerNursing: chosen('uren mantelzorg naast wijkverpleging', 'care by a carer beside home nursing', HOURS, 180, {
    nl: 'Gekozen.',
    en: 'Chosen',
  }),
  carerAlone: value(
    { nl: 'deel daarvan bij wie alleen woont', en: 'part of it for who lives alone' },
    { nl: 'verhouding', en: 'ratio' },
    0.5,
    [0.3, 0.8],
    {
      assumption: {
        nl: 'Een partner doet meer dan een kind dat elders woont.',
        en: 'A partner gives more than a child who lives elsewhere',
      },
    },
  ),
  fallDays: chosen(
    'dagen in het ziekenhuis na een val',
    'hospital days after a fall',
    { nl: 'dagen per opname', en: 'days an admission' },
    9,
    { nl: 'Ordegrootte van een verblijf na een gebroken heup.', en: 'Order of stays after a broken hip' },
  ),
  otherDays: chosen(
    'dagen in het ziekenhuis, anders',
    'hospital days, other',
    { nl: 'dagen per opname', en: 'days an admission' },
    5,
    {
      nl: 'Gemiddeld verblijf in Nederlandse ziekenhuizen, afgerond.',
      en: 'Mean stay in Dutch hospitals, rounded (CBS)',
    },
  ),
  gpVisits: chosen(
    'consulten bij de huisarts',
    'GP consultations',
    { nl: 'per persoon per jaar', en: 'a person-year' },
    3.5,
    { nl: 'Ordegrootte van cijfers over de huisartsenzorg.', en: 'Order of Nivel primary care figures' },
  ),
  gpChronic: chosen(
    'meer consulten bij een aandoening',
    'more with a condition',
    { nl: 'per persoon per jaar', en: 'a person-year' },
    4,
    { nl: 'Ordegrootte van cijfers over de huisartsenzorg.', en: 'Order of Nivel primary care figures' },
  ),
  lossChronic: chosen('verlies bij een aandoening', 'loss by a condition', LOSS, 0.08, {
    nl: 'Ordegrootte van ziektelast bij lichte aandoeningen.',
    en: 'Order of disability weights of mild conditions (GBD 2019)',
  }),
  lossFrail: chosen('verlies bij kwetsbaarheid', 'loss by frailty', LOSS, 0.15, { nl: 'Gekozen.', en: 'Chosen' }),
  lossDementia: value({ nl: 'verlies bij dementie', en: 'loss by dementia' }, LOSS, 0.377, [0.25, 0.51], {
    assumption: {
      nl: 'Naar de literatuur; niet nagekeken in de bron: Global Burden of Disease 2019, matige dementie (0,377; 0,252–0,508).',
      en: 'After the literature; not checked in the source: Global Burden of Disease 2019, disability weight of moderate dementia (0.377; 0.252–0.508)',
    },
  }),
  lossFall: chosen(
    'verlies in het jaar van een val met spoedeisende hulp',
    'loss in the year of a fall with emergency care',
    { nl: 'gezonde jaren per bezoek', en: 'healthy years a visit' },
    0.06,
    { nl: 'Een gebroken bot, enkele maanden lang.', en: 'A broken bone for some months' },
  ),
} as const;

const EUROS = { nl: 'euro van 2022', en: 'euros of 2022' };
const price = (nl: string, en: string, at: number) =>
  value({ nl, en }, EUROS, at, [at * 0.9, at * 1.1], {
    source: {
      nl: 'Zorginstituut Nederland, referentieprijzen bij de richtlijn voor economische evaluaties (2024), euro van 2022.',
      en: 'Zorginstituut Nederland, reference prices of the guideline for economic evaluations (2024), euros of 2022',
    },
  });

/** What it costs, and who pays (`money.ts`). */
export const PRICES = {
  emergencyVisit: price('bezoek aan de spoedeisende hulp', 'emergency department visit', 258),
  hospitalDay: price('dag in het ziekenhuis', 'hospital day', 644),
  nursingHour: price('uur wijkverpleging', 'home nursing hour', 75),
  carerHour: price('uur mantelzorg', 'hour of informal care', 18.8),
  gpVisit: price('consult bij de huisarts', 'GP consultation', 30.87),
  nursingHomeYear: value(
    { nl: 'jaar in een verpleeghuis', en: 'year in a nursing home' },
    EUROS,
    95_000,
    [80_000, 110_000],
    {
      assumption: {
        nl: 'Ordegrootte van Wlz-uitgaven per bewoner. Staat niet bij de referentieprijzen.',
        en: 'Order of Wlz spending a resident-year; not among the reference prices of the sources',
      },
    },
  ),
  ownPayment: value(
    { nl: 'eigen bijdrage voor een verpleeghuis', en: 'own payment in a nursing home' },
    { nl: 'euro per jaar', en: 'euros a year' },
    12_000,
    [4_000, 24_000],
    {
      assumption: {
        nl: 'Hangt af van het inkomen: tussen de laagste en hoogste bijdrage onder de Wlz.',
        en: 'Depends on income; between the lowest and the highest contribution under the Wlz',
      },
    },
  ),
  householdHelpHour: price('uur huishoudelijke hulp', 'hour of household help', 32.76),
  householdHelp: value(
    { nl: 'uren huishoudelijke hulp van wie thuis kwetsbaar is', en: 'household help of who is frail at home' },
    HOURS,
    100,
    [60, 150],
    {
      assumption: { nl: 'Twee uur in een week, onder de Wmo.', en: 'Two hours a week, under the Wmo' },
    },
  ),
} as const;
