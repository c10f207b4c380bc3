import { curve } from './types.ts';

const PART = { nl: 'deel van de inwoners van die leeftijd', en: 'share of residents of the age' };
const both = (values: readonly number[]) => [values, values] as const;

/** How many have something, by age and sex. */
export const CURVES = {
  dementia: curve(
    { nl: 'mensen met dementie', en: 'people with dementia' },
    PART,
    [62.5, 67.5, 72.5, 77.5, 82.5, 87.5, 93],
    [0.002, 0.011, 0.031, 0.07, 0.107, 0.163, 0.297],
    [0.009, 0.015, 0.034, 0.089, 0.131, 0.249, 0.448],
    [0.85, 1.15],
    {
      assumption: {
        nl: 'Naar de literatuur; niet nagekeken in de bron: Alzheimer Europe, jaarboek 2019, dementie naar leeftijd en geslacht.',
        en: 'After the literature; not checked in the source: Alzheimer Europe, Dementia in Europe Yearbook 2019, table of prevalence by age and sex',
      },
    },
  ),
  frail: curve(
    { nl: 'kwetsbare mensen', en: 'frail people' },
    PART,
    [62.5, 67.5, 72.5, 77.5, 82.5, 87.5, 95],
    [0.015, 0.028, 0.05, 0.065, 0.115, 0.19, 0.26],
    [0.025, 0.05, 0.085, 0.11, 0.19, 0.3, 0.38],
    [0.75, 1.3],
    {
      assumption: {
        nl: 'Collard e.a. (2012) vonden bij 65-plussers die thuis wonen 5,2% van de mannen (4,9–5,5) en 9,6% van de vrouwen (9,2–10,0); onderzoeken liepen uiteen van 4% tot 59%. De verdeling over leeftijden is gekozen en ligt samen hoger.',
        en: 'Collard et al. (2012), J Am Geriatr Soc 60:1487–1492, found 5.2% of men (4.9–5.5) and 9.6% of women (9.2–10.0) of 65 and over at home; studies ranged from 4% to 59%. The shape over ages is chosen, and gives more in all',
      },
    },
  ),
  atRisk: curve(
    { nl: 'mensen met een verhoogd valrisico', en: 'people with a raised risk of falling' },
    PART,
    [65, 70, 75, 80, 86, 95],
    ...both([0.12, 0.175, 0.3, 0.47, 0.6, 0.62]),
    [0.85, 1.15],
    {
      source: {
        nl: 'Twentse Koers, project valpreventie: een derde van de 65-plussers, rond de 50% vanaf 75 jaar, rond de 60% vanaf 85 jaar. De lijn daartussen is een aanname.',
        en: 'Twentse Koers, project falls prevention: a third of people over 65, about 50% over 75, about 60% over 85; the line between is an assumption',
      },
    },
  ),
  homeNursing: curve(
    { nl: 'cliënten van de wijkverpleging', en: 'home nursing clients' },
    PART,
    [62.5, 67.5, 72.5, 77.5, 82.5, 87.5, 93],
    [0.018, 0.027, 0.044, 0.08, 0.145, 0.24, 0.32],
    [0.022, 0.033, 0.056, 0.1, 0.19, 0.3, 0.37],
    [0.85, 1.15],
    {
      assumption: {
        nl: 'Afgerond, naar hoe wijkverpleging over leeftijden ligt. Het niveau van de regio staat niet in de bronnen.',
        en: 'Rounded after the shape of district nursing under the Zvw by age (Vektis); the level of Twente is not in the sources',
      },
    },
  ),
  nursingHome: curve(
    { nl: 'bewoners van een verpleeghuis', en: 'nursing home residents' },
    PART,
    [62.5, 67.5, 72.5, 77.5, 82.5, 87.5, 93],
    [0.002, 0.004, 0.008, 0.018, 0.038, 0.085, 0.18],
    [0.002, 0.004, 0.01, 0.024, 0.058, 0.13, 0.26],
    [0.9, 1.1],
    {
      assumption: {
        nl: 'Afgerond, zodat Nederland in 2021 ongeveer 110.000 bewoners met Wlz-zorg heeft.',
        en: 'Rounded so that the Netherlands of 2021 has about 110,000 residents with Wlz care in a home (order of CBS StatLine on Wlz use)',
      },
    },
  ),
  chronic: curve(
    { nl: 'mensen met een langdurige aandoening', en: 'people with a long-term condition' },
    PART,
    [0, 10, 20, 30, 40, 50, 60, 70, 80, 90],
    [0.05, 0.09, 0.14, 0.17, 0.21, 0.28, 0.37, 0.46, 0.56, 0.64],
    [0.05, 0.08, 0.17, 0.21, 0.25, 0.32, 0.4, 0.49, 0.6, 0.68],
    [0.85, 1.15],
    {
      source: {
        nl: 'Woonzorgvisie, tabel 4.3 (CBS 2023): 32% van de volwassenen in de regio. De vorm over leeftijden is een aanname.',
        en: 'Vision on housing and care, table 4.3 (CBS 2023): 32% of adults in Twente; the shape over ages is an assumption',
      },
    },
  ),
  overweight: curve(
    { nl: 'volwassenen met overgewicht', en: 'adults who are overweight' },
    PART,
    [18, 25, 35, 45, 55, 65],
    [0.28, 0.42, 0.57, 0.65, 0.68, 0.68],
    [0.26, 0.38, 0.48, 0.53, 0.57, 0.6],
    [0.9, 1.1],
    {
      source: {
        nl: 'Twentse Koers, gezonder gewicht: 56% van de volwassenen in de regio (2023). De vorm over leeftijden is een aanname.',
        en: 'Twentse Koers, healthier weight: 56% of adults in Twente (2023); the shape over ages is an assumption',
      },
    },
  ),
  alone: curve(
    { nl: 'mensen die alleen wonen', en: 'people who live alone' },
    PART,
    [18, 24, 30, 40, 50, 60, 70, 80, 90, 99],
    [0.05, 0.3, 0.27, 0.2, 0.19, 0.2, 0.19, 0.24, 0.4, 0.5],
    [0.06, 0.28, 0.17, 0.11, 0.14, 0.21, 0.3, 0.5, 0.74, 0.8],
    [0.95, 1.05],
    {
      assumption: {
        nl: 'Afgerond, naar huishoudens in Nederland per leeftijd en geslacht.',
        en: 'Rounded after households of the Netherlands by age and sex (CBS StatLine 37620)',
      },
    },
  ),
  giver: curve(
    { nl: 'mantelzorgers', en: 'carers' },
    PART,
    [18, 30, 40, 50, 60, 70, 80, 90],
    [0.06, 0.08, 0.11, 0.16, 0.16, 0.13, 0.09, 0.05],
    [0.08, 0.11, 0.15, 0.23, 0.23, 0.15, 0.09, 0.04],
    [0.9, 1.1],
    {
      source: {
        nl: 'Woonzorgvisie, tabel 4.3 (CBS 2023): 13,8% van de volwassenen in de regio. De vorm over leeftijden is een aanname.',
        en: 'Vision on housing and care, table 4.3 (CBS 2023): 13.8% of adults in Twente; the shape over ages is an assumption',
      },
    },
  ),
  suitable: curve(
    { nl: 'mensen in een geschikte woning', en: 'people in a suitable home' },
    PART,
    [18, 50, 65, 75, 85, 95],
    ...both([0.2, 0.25, 0.33, 0.42, 0.55, 0.6]),
    [0.85, 1.15],
    {
      assumption: {
        nl: 'Geen getal in de bronnen van de regio. Een derde op 65 jaar, meer dan de helft op 85.',
        en: 'No figure in the sources of the region; a third at 65, more than half at 85',
      },
    },
  ),
  emergency: curve(
    { nl: 'bezoek aan de spoedeisende hulp, niet na een val', en: 'emergency visits, not after a fall' },
    { nl: 'deel van de inwoners in een jaar', en: 'share of residents a year' },
    [0, 5, 15, 25, 45, 60, 70, 80, 92],
    [0.16, 0.09, 0.1, 0.1, 0.08, 0.09, 0.13, 0.2, 0.27],
    [0.13, 0.08, 0.1, 0.1, 0.08, 0.08, 0.11, 0.17, 0.22],
    [0.9, 1.1],
    {
      assumption: {
        nl: 'Afgerond, zodat ongeveer 11% van de inwoners in een jaar komt.',
        en: 'Rounded so that about 11% of residents a year come (order of two million visits in the Netherlands, NZa)',
      },
    },
  ),
  admission: curve(
    { nl: 'opname in het ziekenhuis, niet na een val', en: 'hospital admission, not after a fall' },
    { nl: 'deel van de inwoners in een jaar', en: 'share of residents a year' },
    [0, 5, 15, 30, 45, 60, 70, 80, 92],
    [0.12, 0.03, 0.025, 0.03, 0.045, 0.08, 0.14, 0.2, 0.22],
    [0.1, 0.025, 0.04, 0.08, 0.05, 0.07, 0.12, 0.17, 0.19],
    [0.9, 1.1],
    {
      assumption: {
        nl: 'Afgerond, naar opnames per leeftijd in Nederland.',
        en: 'Rounded after clinical admissions by age in the Netherlands (CBS StatLine 84067NED)',
      },
    },
  ),
} as const;
