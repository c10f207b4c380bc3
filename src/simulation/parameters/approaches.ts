import { value } from './types.ts';

const EUROS = { nl: 'euro per deelnemer', en: 'euros a participant' };
const cost = (nl: string, en: string, at: number) =>
  value({ nl, en }, EUROS, at, [at * 0.6, at * 1.6], {
    assumption: {
      nl: 'Geen bron van de regio noemt een prijs. Wie inkoopt, vult die in.',
      en: 'No price in the sources of the region; to be filled in by who buys it',
    },
  });

/** What each approach does to who takes part in a year, and what that costs. */
export const APPROACHES = {
  // People who fall at least once, as this model counts them; the number of falls itself goes down further (0.77).
  fallsEffect: value(
    { nl: 'valpreventie: vallen bij deelnemers', en: 'falls prevention: falls of participants' },
    { nl: 'verhouding van mensen die vallen', en: 'ratio of people who fall' },
    0.85,
    [0.81, 0.89],
    {
      source: {
        nl: 'Sherrington e.a. (2019), Cochrane CD012424: oefenen bij 60-plussers die thuis wonen. Mensen die een of meer keer vallen: verhouding 0,85 (0,81–0,89; 63 onderzoeken, 13.518 deelnemers).',
        en: 'Sherrington et al. (2019), Cochrane CD012424: exercise by people of 60 and over who live at home. People who fall once or more: risk ratio 0.85 (0.81–0.89; 63 studies, 13,518 participants)',
      },
    },
  ),
  fallsCost: cost('valpreventie', 'falls prevention', 250),
  respiteHome: value(
    { nl: 'respijtzorg: verhuizen naar een verpleeghuis', en: 'respite: moving to a nursing home' },
    { nl: 'verhouding van kansen', en: 'ratio of risks' },
    0.9,
    [0.75, 1.05],
    {
      assumption: {
        nl: 'Onderzoek geeft weinig zekerheid. In de marge zit ook: geen effect, of iets slechter.',
        en: 'Reviews find little certainty; the range includes no effect and some harm',
      },
    },
  ),
  respiteHours: value(
    { nl: 'respijtzorg: uren die een mantelzorger vrij heeft', en: 'respite: hours a carer is free' },
    { nl: 'uren per deelnemer', en: 'hours a participant' },
    120,
    [60, 240],
    {
      assumption: { nl: 'Tien dagen logeren, van twaalf uur.', en: 'Ten days of a stay elsewhere, of twelve hours' },
    },
  ),
  respiteCost: cost('respijtzorg', 'respite', 2_000),
  wellbeingGp: value(
    { nl: 'Welzijn op recept: minder consulten bij de huisarts', en: 'Social prescribing: fewer GP consultations' },
    { nl: 'deel van de consulten', en: 'part of consultations' },
    0.28,
    [0.05, 0.55],
    {
      assumption: {
        nl: 'Polley e.a. (2017), Universiteit van Westminster: gemiddeld 28% in zeven onderzoeken, die zwak zijn; nagekeken in een samenvatting. De marge is gekozen.',
        en: 'Polley et al. (2017), University of Westminster: average 28% in seven studies, which are weak; checked in a summary. The range is chosen',
      },
    },
  ),
  wellbeingGain: value(
    { nl: 'Welzijn op recept: gezonde jaren', en: 'Social prescribing: healthy years' },
    { nl: 'per deelnemer per jaar', en: 'a participant-year' },
    0.02,
    [0.005, 0.05],
    {
      assumption: {
        nl: 'Kleine winst in welbevinden, in onderzoek met alleen een meting vooraf en achteraf.',
        en: 'Small gains in well-being in studies before and after, without control groups',
      },
    },
  ),
  wellbeingNeed: value(
    {
      nl: 'volwassenen met een vraag die past bij Welzijn op recept',
      en: 'adults with a need that fits social prescribing',
    },
    { nl: 'deel van de volwassenen in een jaar', en: 'share of adults a year' },
    0.05,
    [0.02, 0.1],
    {
      assumption: {
        nl: 'Tussen het aantal verwijzingen nu en het aantal psychosociale vragen bij de huisarts.',
        en: 'Between referrals today and psychosocial questions at the practice',
      },
    },
  ),
  wellbeingCost: cost('Welzijn op recept', 'Social prescribing', 400),
  togetherHours: value(
    { nl: 'samen indiceren: minder uren wijkverpleging', en: 'assessing together: fewer home nursing hours' },
    { nl: 'deel van de uren', en: 'part of the hours' },
    0.04,
    [0.01, 0.1],
    {
      assumption: {
        nl: 'De snelle toets van de Twentse Koers vond lagere kosten (SROI 2,39 in drie jaar), en noemt geen uren.',
        en: 'The quick scan found lower Zvw costs (SROI 2.39 in three years) and gives no hours',
      },
    },
  ),
  togetherCost: cost('samen indiceren', 'assessing together', 80),
  technologyHours: value(
    { nl: 'techniek thuis: minder uren wijkverpleging', en: 'technology at home: fewer home nursing hours' },
    { nl: 'deel van de uren', en: 'part of the hours' },
    0.1,
    [0.02, 0.2],
    {
      assumption: {
        nl: 'Medicijndispensers en zorg op afstand sparen bij een deel van de mensen bezoeken uit. Het gemiddelde is gekozen.',
        en: 'Medicine dispensers and remote care save visits for part of clients; the average is chosen',
      },
    },
  ),
  technologyHome: value(
    { nl: 'techniek thuis: verhuizen naar een verpleeghuis', en: 'technology at home: moving to a nursing home' },
    { nl: 'verhouding van kansen', en: 'ratio of risks' },
    0.95,
    [0.85, 1.05],
    {
      assumption: {
        nl: 'Er is weinig bewijs. In de marge zit ook: geen effect.',
        en: 'Evidence is thin; the range includes no effect',
      },
    },
  ),
  technologyCost: cost('techniek thuis', 'technology at home', 600),
  weightLoss: value(
    {
      nl: 'gezonder gewicht: verliest overgewicht door deelname',
      en: 'healthier weight: loses overweight by taking part',
    },
    { nl: 'deel van de deelnemers', en: 'share of participants' },
    0.06,
    [0.02, 0.12],
    {
      assumption: {
        nl: 'Gemiddeld ongeveer 5% gewichtsverlies brengt een klein deel onder de grens. Velen komen terug.',
        en: 'About 5% weight loss on average takes a small part below the limit; many return',
      },
    },
  ),
  weightCost: cost('gezonder gewicht', 'healthier weight', 450),
} as const;
