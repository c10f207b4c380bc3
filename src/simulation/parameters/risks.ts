import { value } from './types.ts';

const RATIO = 'ratio of risks';
const YEARLY = 'chance a year';
/** A ratio that is chosen, with a wide range. */
const ratio = (nl: string, en: string, at: number, why: string) =>
  value({ nl, en }, RATIO, at, [1 + (at - 1) * 0.5, 1 + (at - 1) * 1.5], { assumption: why });
const chance = (nl: string, en: string, at: number, why: string) =>
  value({ nl, en }, YEARLY, at, [at * 0.6, at * 1.5], { assumption: why });

/** How one thing changes the chance of the next. */
export const RISKS = {
  fallAtRisk: value(
    { nl: 'valt in een jaar, met verhoogd risico', en: 'falls in a year, with a raised risk' },
    YEARLY,
    0.6,
    [0.5, 0.7],
    {
      assumption: 'With the share at risk gives one fall in three people over 65 a year (order of VeiligheidNL)',
    },
  ),
  fallOther: value(
    { nl: 'valt in een jaar, zonder verhoogd risico', en: 'falls in a year, without' },
    YEARLY,
    0.2,
    [0.15, 0.25],
    {
      assumption: 'As above',
    },
  ),
  frailAtRisk: ratio(
    'verhoogd valrisico bij kwetsbaarheid',
    'raised risk of falling when frail',
    1.6,
    'Frailty nearly doubles falls; the share at risk cannot pass one',
  ),
  fallEmergency: value(
    { nl: 'na een val naar de spoedeisende hulp', en: 'to emergency care after a fall' },
    'share of who falls',
    0.1,
    [0.08, 0.12],
    {
      source: 'Twentse Koers, project falls prevention: 10% of people who fall in a year',
    },
  ),
  fallAdmission: value(
    { nl: 'na die hulp opgenomen', en: 'admitted from there' },
    'share of visits',
    0.36,
    [0.3, 0.42],
    {
      assumption: 'Order of the falls figures of VeiligheidNL for people over 65',
    },
  ),
  fallDeath: value(
    { nl: 'overlijdt na opname door een val', en: 'dies after an admission for a fall' },
    'share of admissions',
    0.06,
    [0.03, 0.09],
    {
      assumption: 'Between all admitted falls and a broken hip (about 8% in a month)',
    },
  ),
  fallFrail: value(
    { nl: 'wordt kwetsbaar door een val met spoedeisende hulp', en: 'becomes frail by a fall with emergency care' },
    'share of visits',
    0.15,
    [0.05, 0.3],
    {
      assumption: 'No figure by state in the sources',
    },
  ),
  frailRecovery: chance(
    'herstelt van kwetsbaarheid',
    'recovers from frailty',
    0.08,
    'Recovery is common in the first years of frailty; order of reviews of transitions',
  ),
  chronicFrail: ratio(
    'kwetsbaar bij een langdurige aandoening',
    'frail with a long-term condition',
    1.8,
    'Direction is known; size is chosen',
  ),
  overweightChronic: ratio(
    'langdurige aandoening bij overgewicht',
    'long-term condition when overweight',
    1.5,
    'Between no relation and diabetes (three times and more)',
  ),
  chronicDeathYoung: ratio(
    'sterfte bij een aandoening, onder 65',
    'death with a condition, under 65',
    2,
    'Direction is known; size is chosen',
  ),
  chronicDeath: ratio(
    'sterfte bij een aandoening, vanaf 65',
    'death with a condition, from 65',
    1.4,
    'Direction is known; size is chosen',
  ),
  frailDeath: value({ nl: 'sterfte bij kwetsbaarheid', en: 'death when frail' }, RATIO, 1.83, [1.68, 1.98], {
    source: 'Shamliyan et al. (2013), Ageing Research Reviews 12:719–736: hazard ratio of frail people',
  }),
  dementiaDeath: ratio(
    'sterfte bij dementie',
    'death with dementia',
    2.2,
    'Between community cohorts (about 1.8) and memory clinics (about 2.6)',
  ),
  homeDeath: ratio(
    'sterfte in een verpleeghuis',
    'death in a nursing home',
    2.2,
    'Gives a stay of about two to three years; order of Dutch nursing homes',
  ),
  frailNursing: ratio(
    'wijkverpleging bij kwetsbaarheid',
    'home nursing when frail',
    3,
    'Direction is known; size is chosen',
  ),
  dementiaNursing: ratio(
    'wijkverpleging bij dementie',
    'home nursing with dementia',
    3,
    'Direction is known; size is chosen',
  ),
  aloneNursing: ratio(
    'wijkverpleging bij wie alleen woont',
    'home nursing when alone',
    1.5,
    'Direction is known; size is chosen',
  ),
  nursingEnds: chance(
    'wijkverpleging houdt op',
    'home nursing ends',
    0.25,
    'A good part of clients needs it for less than a year',
  ),
  frailHome: ratio(
    'verpleeghuis bij kwetsbaarheid',
    'nursing home when frail',
    2.5,
    'Direction is known; size is chosen',
  ),
  dementiaHome: ratio(
    'verpleeghuis bij dementie',
    'nursing home with dementia',
    10,
    'Most nursing home residents have dementia',
  ),
  aloneHome: ratio(
    'verpleeghuis bij wie alleen woont',
    'nursing home when alone',
    1.5,
    'Direction is known; size is chosen',
  ),
  nursingHomeFirst: ratio(
    'verpleeghuis bij wie al wijkverpleging heeft',
    'nursing home with home nursing before',
    3,
    'Few go without home nursing first',
  ),
  suitableHome: value(
    { nl: 'verpleeghuis bij een geschikte woning', en: 'nursing home from a suitable home' },
    RATIO,
    0.85,
    [0.7, 1],
    {
      assumption: 'Suitable homes put off a move; the size is chosen',
    },
  ),
  weightBack: chance('volwassene verliest overgewicht', 'an adult loses overweight', 0.03, 'Few do without help'),
  togetherAgain: chance('gaat samen wonen', 'goes to live together', 0.02, 'Rounded; more when young'),
  careEnds: chance('houdt op met mantelzorg', 'stops caring', 0.2, 'A time of care takes about five years'),
  homeMoves: chance('verlaat een geschikte woning', 'leaves a suitable home', 0.01, 'Rounded'),
} as const;
