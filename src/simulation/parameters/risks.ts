import { value, type Words } from './types.ts';

const RATIO = { nl: 'verhouding van kansen', en: 'ratio of risks' };
const YEARLY = { nl: 'kans in een jaar', en: 'chance a year' };
/** A ratio that is chosen, with a wide range. */
const ratio = (nl: string, en: string, at: number, why: Words) =>
  value({ nl, en }, RATIO, at, [1 + (at - 1) * 0.5, 1 + (at - 1) * 1.5], { assumption: why });
const chance = (nl: string, en: string, at: number, why: Words) =>
  value({ nl, en }, YEARLY, at, [at * 0.6, at * 1.5], { assumption: why });

/** How one thing changes the chance of the next. */
export const RISKS = {
  fallAtRisk: value(
    { nl: 'valt in een jaar, met verhoogd risico', en: 'falls in a year, with a raised risk' },
    YEARLY,
    0.6,
    [0.5, 0.7],
    {
      assumption: {
        nl: 'Samen met het deel met een valrisico valt dan een op de drie 65-plussers in een jaar.',
        en: 'With the share at risk gives one fall in three people over 65 a year (order of VeiligheidNL)',
      },
    },
  ),
  fallOther: value(
    { nl: 'valt in een jaar, zonder verhoogd risico', en: 'falls in a year, without' },
    YEARLY,
    0.2,
    [0.15, 0.25],
    {
      assumption: { nl: 'Zie de regel hierboven.', en: 'As above' },
    },
  ),
  frailAtRisk: ratio('verhoogd valrisico bij kwetsbaarheid', 'raised risk of falling when frail', 1.6, {
    nl: 'Wie kwetsbaar is, valt bijna twee keer zo vaak. Het deel met een risico kan niet boven alles komen.',
    en: 'Frailty nearly doubles falls; the share at risk cannot pass one',
  }),
  fallEmergency: value(
    { nl: 'na een val naar de spoedeisende hulp', en: 'to emergency care after a fall' },
    { nl: 'deel van wie valt', en: 'share of who falls' },
    0.1,
    [0.08, 0.12],
    {
      source: {
        nl: 'Twentse Koers, project valpreventie: 10% van wie in een jaar valt.',
        en: 'Twentse Koers, project falls prevention: 10% of people who fall in a year',
      },
    },
  ),
  fallAdmission: value(
    { nl: 'na die hulp opgenomen', en: 'admitted from there' },
    { nl: 'deel van de bezoeken', en: 'share of visits' },
    0.36,
    [0.3, 0.42],
    {
      assumption: {
        nl: 'Ordegrootte van de valcijfers van VeiligheidNL voor 65-plussers, niet nagekeken.',
        en: 'Order of the falls figures of VeiligheidNL for people over 65',
      },
    },
  ),
  fallDeath: value(
    { nl: 'overlijdt na opname door een val', en: 'dies after an admission for a fall' },
    { nl: 'deel van de opnames', en: 'share of admissions' },
    0.06,
    [0.03, 0.09],
    {
      assumption: {
        nl: 'Tussen alle opnames na een val en een gebroken heup (ongeveer 8% in een maand).',
        en: 'Between all admitted falls and a broken hip (about 8% in a month)',
      },
    },
  ),
  fallFrail: value(
    { nl: 'wordt kwetsbaar door een val met spoedeisende hulp', en: 'becomes frail by a fall with emergency care' },
    { nl: 'deel van de bezoeken', en: 'share of visits' },
    0.15,
    [0.05, 0.3],
    {
      assumption: { nl: 'De bronnen noemen hiervan geen getal.', en: 'No figure by state in the sources' },
    },
  ),
  frailRecovery: chance('herstelt van kwetsbaarheid', 'recovers from frailty', 0.08, {
    nl: 'Herstel komt vaak voor in de eerste jaren. Ordegrootte van overzichten.',
    en: 'Recovery is common in the first years of frailty; order of reviews of transitions',
  }),
  chronicFrail: ratio('kwetsbaar bij een langdurige aandoening', 'frail with a long-term condition', 1.8, {
    nl: 'De richting is bekend, de grootte is gekozen.',
    en: 'Direction is known; size is chosen',
  }),
  overweightChronic: ratio('langdurige aandoening bij overgewicht', 'long-term condition when overweight', 1.5, {
    nl: 'Tussen geen verband en diabetes (drie keer en meer).',
    en: 'Between no relation and diabetes (three times and more)',
  }),
  chronicDeathYoung: ratio('sterfte bij een aandoening, onder 65', 'death with a condition, under 65', 2, {
    nl: 'De richting is bekend, de grootte is gekozen.',
    en: 'Direction is known; size is chosen',
  }),
  chronicDeath: ratio('sterfte bij een aandoening, vanaf 65', 'death with a condition, from 65', 1.4, {
    nl: 'De richting is bekend, de grootte is gekozen.',
    en: 'Direction is known; size is chosen',
  }),
  frailDeath: value({ nl: 'sterfte bij kwetsbaarheid', en: 'death when frail' }, RATIO, 1.98, [1.65, 2.67], {
    source: {
      nl: 'Ofori-Asenso e.a. (2020), Geriatrics 5(1):17: overzicht van 25 meta-analyses. Het midden is 1,98; de helft van de meta-analyses ligt tussen 1,65 en 2,67.',
      en: 'Ofori-Asenso et al. (2020), Geriatrics 5(1):17: overview of 25 meta-analyses. The median is 1.98; half of the meta-analyses lie between 1.65 and 2.67',
    },
  }),
  dementiaDeath: ratio('sterfte bij dementie', 'death with dementia', 2.2, {
    nl: 'Tussen onderzoek onder inwoners (ongeveer 1,8) en bij geheugenpoli’s (ongeveer 2,6).',
    en: 'Between community cohorts (about 1.8) and memory clinics (about 2.6)',
  }),
  homeDeath: ratio('sterfte in een verpleeghuis', 'death in a nursing home', 2.2, {
    nl: 'Geeft een verblijf van twee tot drie jaar, de ordegrootte in Nederland.',
    en: 'Gives a stay of about two to three years; order of Dutch nursing homes',
  }),
  frailNursing: ratio('wijkverpleging bij kwetsbaarheid', 'home nursing when frail', 3, {
    nl: 'De richting is bekend, de grootte is gekozen.',
    en: 'Direction is known; size is chosen',
  }),
  dementiaNursing: ratio('wijkverpleging bij dementie', 'home nursing with dementia', 3, {
    nl: 'De richting is bekend, de grootte is gekozen.',
    en: 'Direction is known; size is chosen',
  }),
  aloneNursing: ratio('wijkverpleging bij wie alleen woont', 'home nursing when alone', 1.5, {
    nl: 'De richting is bekend, de grootte is gekozen.',
    en: 'Direction is known; size is chosen',
  }),
  nursingEnds: chance('wijkverpleging houdt op', 'home nursing ends', 0.25, {
    nl: 'Een flink deel van de mensen heeft het korter dan een jaar nodig.',
    en: 'A good part of clients needs it for less than a year',
  }),
  frailHome: ratio('verpleeghuis bij kwetsbaarheid', 'nursing home when frail', 2.5, {
    nl: 'De richting is bekend, de grootte is gekozen.',
    en: 'Direction is known; size is chosen',
  }),
  dementiaHome: ratio('verpleeghuis bij dementie', 'nursing home with dementia', 10, {
    nl: 'De meeste bewoners van een verpleeghuis hebben dementie.',
    en: 'Most nursing home residents have dementia',
  }),
  aloneHome: ratio('verpleeghuis bij wie alleen woont', 'nursing home when alone', 1.5, {
    nl: 'De richting is bekend, de grootte is gekozen.',
    en: 'Direction is known; size is chosen',
  }),
  nursingHomeFirst: ratio('verpleeghuis bij wie al wijkverpleging heeft', 'nursing home with home nursing before', 3, {
    nl: 'Weinig mensen gaan zonder eerst wijkverpleging.',
    en: 'Few go without home nursing first',
  }),
  suitableHome: value(
    { nl: 'verpleeghuis bij een geschikte woning', en: 'nursing home from a suitable home' },
    RATIO,
    0.85,
    [0.7, 1],
    {
      assumption: {
        nl: 'Een geschikte woning stelt verhuizen uit. De grootte is gekozen.',
        en: 'Suitable homes put off a move; the size is chosen',
      },
    },
  ),
  weightBack: chance('volwassene verliest overgewicht', 'an adult loses overweight', 0.03, {
    nl: 'Weinig mensen lukt dat zonder hulp.',
    en: 'Few do without help',
  }),
  togetherAgain: chance('gaat samen wonen', 'goes to live together', 0.02, {
    nl: 'Afgerond. Bij jonge mensen vaker.',
    en: 'Rounded; more when young',
  }),
  careEnds: chance('houdt op met mantelzorg', 'stops caring', 0.2, {
    nl: 'Mantelzorg duurt ongeveer vijf jaar.',
    en: 'A time of care takes about five years',
  }),
  homeMoves: chance('verlaat een geschikte woning', 'leaves a suitable home', 0.01, { nl: 'Afgerond.', en: 'Rounded' }),
} as const;
