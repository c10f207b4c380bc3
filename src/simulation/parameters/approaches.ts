import { value } from './types.ts';

const EUROS = 'euros a participant';
const cost = (nl: string, en: string, at: number) =>
  value({ nl, en }, EUROS, at, [at * 0.6, at * 1.6], {
    assumption: 'No price in the sources of the region; to be filled in by who buys it',
  });

/** What each approach does to who takes part in a year, and what that costs. */
export const APPROACHES = {
  fallsEffect: value(
    { nl: 'valpreventie: vallen bij deelnemers', en: 'falls prevention: falls of participants' },
    'ratio of falls',
    0.77,
    [0.71, 0.83],
    {
      source: 'Sherrington et al. (2019), Cochrane CD012424: exercise, rate ratio 0.77 (0.71–0.83)',
    },
  ),
  fallsCost: cost('valpreventie', 'falls prevention', 250),
  respiteHome: value(
    { nl: 'respijtzorg: verhuizen naar een verpleeghuis', en: 'respite: moving to a nursing home' },
    'ratio of risks',
    0.9,
    [0.75, 1.05],
    {
      assumption: 'Reviews find little certainty; the range includes no effect and some harm',
    },
  ),
  respiteHours: value(
    { nl: 'respijtzorg: uren die een mantelzorger vrij heeft', en: 'respite: hours a carer is free' },
    'hours a participant',
    120,
    [60, 240],
    {
      assumption: 'Ten days of a stay elsewhere, of twelve hours',
    },
  ),
  respiteCost: cost('respijtzorg', 'respite', 2_000),
  wellbeingGp: value(
    { nl: 'Welzijn op recept: minder consulten bij de huisarts', en: 'Social prescribing: fewer GP consultations' },
    'part of consultations',
    0.28,
    [0.05, 0.55],
    {
      source:
        'Polley et al. (2017), University of Westminster: average 28% (2% to 70%) in weak studies; range narrowed',
    },
  ),
  wellbeingGain: value(
    { nl: 'Welzijn op recept: gezonde jaren', en: 'Social prescribing: healthy years' },
    'a participant-year',
    0.02,
    [0.005, 0.05],
    {
      assumption: 'Small gains in well-being in studies before and after, without control groups',
    },
  ),
  wellbeingNeed: value(
    {
      nl: 'volwassenen met een vraag die past bij Welzijn op recept',
      en: 'adults with a need that fits social prescribing',
    },
    'share of adults a year',
    0.05,
    [0.02, 0.1],
    {
      assumption: 'Between referrals today and psychosocial questions at the practice',
    },
  ),
  wellbeingCost: cost('Welzijn op recept', 'Social prescribing', 400),
  togetherHours: value(
    { nl: 'samen indiceren: minder uren wijkverpleging', en: 'assessing together: fewer home nursing hours' },
    'part of the hours',
    0.04,
    [0.01, 0.1],
    {
      assumption: 'The quick scan found lower Zvw costs (SROI 2.39 in three years) and gives no hours',
    },
  ),
  togetherCost: cost('samen indiceren', 'assessing together', 80),
  technologyHours: value(
    { nl: 'techniek thuis: minder uren wijkverpleging', en: 'technology at home: fewer home nursing hours' },
    'part of the hours',
    0.1,
    [0.02, 0.2],
    {
      assumption: 'Medicine dispensers and remote care save visits for part of clients; the average is chosen',
    },
  ),
  technologyHome: value(
    { nl: 'techniek thuis: verhuizen naar een verpleeghuis', en: 'technology at home: moving to a nursing home' },
    'ratio of risks',
    0.95,
    [0.85, 1.05],
    {
      assumption: 'Evidence is thin; the range includes no effect',
    },
  ),
  technologyCost: cost('techniek thuis', 'technology at home', 600),
  weightLoss: value(
    {
      nl: 'gezonder gewicht: verliest overgewicht door deelname',
      en: 'healthier weight: loses overweight by taking part',
    },
    'share of participants',
    0.06,
    [0.02, 0.12],
    {
      assumption: 'About 5% weight loss on average takes a small part below the limit; many return',
    },
  ),
  weightCost: cost('gezonder gewicht', 'healthier weight', 450),
} as const;
