import { defineWords } from '../../../ui/index.ts';

/** The words of the pages that look ahead. */
export const futureWords = defineWords({
  nl: {
    title: (p: { area: string }) => `Vooruitkijken: ${p.area}`,
    link: 'Vooruitkijken tot 2050',
    linkIntro: 'Hoeveel mensen er komen, en wat dat vraagt aan zorg. Naast wat de plannen zeggen.',
    nav: 'Vooruitkijken',
    intro: (p: { area: string; from: number; until: number }) =>
      `Zo kan het gaan met de inwoners van ${p.area}, van ${p.from} tot ${p.until}. Een berekening is geen voorspelling: kijk ook naar de band.`,
    choose: 'Kies wat u wilt zien',
    area: 'Gebied',
    variant: 'Hoe het kan gaan',
    variants: {
      middle: 'Zoals nu verwacht',
      low: 'Minder mensen: kortere levens, minder komst, minder kinderen',
      high: 'Meer mensen: langere levens, meer komst, meer kinderen',
      older: 'Meer vergrijzing: langere levens, minder komst, minder kinderen',
      younger: 'Minder vergrijzing: kortere levens, meer komst, meer kinderen',
    },
    totals: 'Totalen',
    totalsOwn: 'Onze eigen berekening',
    totalsPlans: 'Aangesloten op totalen uit de plannen',
    show: 'Toon',
    glance: 'In het kort',
    glanceIntro: 'Per onderwerp het getal, en daarachter de band. Kies een onderwerp voor de grafiek en alle jaren.',
    subject: 'Onderwerp',
    year: 'Jaar',
    value: 'Waarde',
    band: 'Band',
    between: (p: { lower: string; upper: string }) => `${p.lower} tot ${p.upper}`,
    counted: 'geteld',
    titles: {
      residents: 'Inwoners',
      'over-65': 'Inwoners van 65 jaar en ouder',
      'old-age-ratio': 'Grijze druk',
      'carers-50-75': 'Mogelijke mantelzorgers (50 tot 75 jaar) per 85-plusser',
      'carers-50-65': 'Mogelijke mantelzorgers (50 tot 65 jaar) per 85-plusser',
      dementia: 'Mensen met dementie',
      frail: 'Kwetsbare mensen van 65 jaar en ouder',
      'at-risk': 'Mensen met een grotere kans om te vallen',
      'home-nursing': 'Mensen met wijkverpleging',
      'care-workers': 'Mensen die in de zorg werken',
    },
    definitions: {
      residents: 'Iedereen die op 1 januari in het gebied woont.',
      'over-65': 'Inwoners die op 1 januari 65 jaar of ouder zijn.',
      'old-age-ratio': 'Mensen van 65 jaar en ouder voor elke 100 mensen van 20 tot 65 jaar.',
      'carers-50-75': 'Mensen van 50 tot 75 jaar voor elke inwoner van 85 jaar of ouder.',
      'carers-50-65': 'Mensen van 50 tot 65 jaar voor elke inwoner van 85 jaar of ouder.',
      dementia: 'Mensen van 60 jaar en ouder met dementie, als dat op elke leeftijd zo vaak voorkomt als nu.',
      frail: 'Mensen van 65 jaar en ouder die kwetsbaar zijn, als dat op elke leeftijd zo vaak voorkomt als nu.',
      'at-risk':
        'Mensen van 65 jaar en ouder met een verhoogd valrisico, als dat op elke leeftijd zo vaak voorkomt als nu.',
      'home-nursing':
        'Mensen van 65 jaar en ouder met wijkverpleging, als dat op elke leeftijd zo vaak voorkomt als nu.',
      'care-workers':
        'Hoeveel mensen er nodig zijn als ieder zoveel zorg krijgt als nu, naast hoeveel er zijn als een even groot deel van de mensen in de zorg werkt.',
    },
    lines: {
      all: 'Alle inwoners',
      under20: '0 tot 20 jaar',
      from20: '20 tot 65 jaar',
      from65: '65 tot 80 jaar',
      from80: '80 jaar en ouder',
      over65: '65 jaar en ouder',
      ratio: 'Berekend',
      carers: 'Berekend',
      cases: 'Berekend',
      needed: 'Nodig',
      available: 'Er zijn',
    },
    finding: (p: {
      area: string;
      title: string;
      from: number;
      before: string;
      year: number;
      value: string;
      lower: string;
      upper: string;
    }) =>
      `${p.area}: van ${p.before} in ${p.from} naar ongeveer ${p.value} in ${p.year} (tussen ${p.lower} en ${p.upper}).`,
    short: (p: { area: string; year: number; needed: string; available: string; gap: string }) =>
      `${p.area}: in ${p.year} zijn er ongeveer ${p.needed} mensen nodig en zijn er ${p.available}. Dat is ${p.gap} te weinig.`,
    enough: (p: { area: string; year: number; needed: string; available: string }) =>
      `${p.area}: in ${p.year} zijn er ongeveer ${p.needed} mensen nodig en zijn er ${p.available}.`,
    chart: (p: { title: string; area: string }) => `${p.title}, ${p.area}`,
    chartSays: 'Een lijn met een zachte band eromheen. Dezelfde getallen staan in de tabel hieronder.',
    over: 'Door de jaren heen',
    overIntro: 'De band loopt van de laagste naar de hoogste uitkomst. Een streepjeslijn is wat een plan zegt.',
    table: 'De getallen',
    line: 'Groep',
    plans: 'Naast de plannen',
    plansIntro: 'De berekening is niet bijgesteld naar de plannen. U ziet beide getallen, en waarom ze verschillen.',
    plansAligned: 'Let op: u koos totalen uit de plannen. Een getal dat daarop is aangesloten, is dan vanzelf gelijk.',
    noPlans: 'De plannen noemen hiervan geen getal voor dit gebied.',
    what: 'Wat',
    own: 'Omzien',
    plan: 'Plan',
    source: 'Bron',
    why: 'Waarom ze verschillen',
    since: (p: { title: string; year: number }) => `${p.title}, verandering sinds ${p.year}`,
    ages: (p: { area: string; year: number }) => `Naar leeftijd en geslacht: ${p.area}, ${p.year}`,
    agesIntro: (p: { from: number }) =>
      `Met ‘erbij’ bedoelen wij het verschil met ${p.from}. Alles op tien mensen afgerond.`,
    agesYear: 'Jaar van de tabel',
    age: 'Leeftijd',
    men: 'Mannen',
    women: 'Vrouwen',
    both: 'Samen',
    more: 'Erbij',
    how: 'Zo rekenen wij',
    method: {
      counts: 'Wij beginnen met de telling van het CBS op 1 januari 2021: elke gemeente, leeftijd en geslacht.',
      ageing:
        'Elk jaar worden mensen een jaar ouder. Er worden kinderen geboren, er gaan mensen dood en er verhuizen mensen.',
      country:
        'Sterfte, geboorten en komst uit het buitenland volgen de middelste verwachting van de Verenigde Naties (2024) voor Nederland.',
      moves: 'Verhuizen binnen Nederland lezen wij af aan de leeftijden van 2021. Dat is een aanname.',
      care: 'Zorg: op elke leeftijd even vaak als nu. Worden mensen gezonder, dan valt het mee.',
    },
    bandIs: 'De band',
    bandSays:
      'De band is de laagste en hoogste van vijf manieren waarop het kan gaan. Bij dementie, kwetsbaarheid, vallen en wijkverpleging telt ook mee hoe zeker wij weten hoe vaak het voorkomt. De band is een aanname, geen 95%-marge.',
    workers: (p: { workers: string; year: number; source: string; assumption: string }) =>
      `Mensen in de zorg: ${p.workers} in ${p.year}. Bron: ${p.source}. ${p.assumption}`,
    totalsAre: (p: { people: string; from: number; year: number; source: string }) =>
      `Totaal uit de plannen: ${p.people} inwoners van ${p.from} jaar en ouder in ${p.year}. Bron: ${p.source}.`,
    unknown: 'Wat wij niet weten',
    unknownSays:
      'Nieuwe woningen, een nieuw bedrijf of de komst van vluchtelingen in één gemeente staan er niet in. Hoe kleiner de gemeente, hoe groter de kans dat het anders gaat.',
    sources: 'Bronnen',
    take: 'Meenemen',
    csv: 'Getallen als CSV',
    json: 'Getallen als JSON',
    peopleCsv: 'Inwoners per leeftijd als CSV',
    png: 'Grafiek als PNG',
    svg: 'Grafiek als SVG',
    cite: 'Zo noemt u dit cijfer',
    citation: (p: { title: string; area: string; variant: string; url: string; date: string }) =>
      `${p.title}, ${p.area} (${p.variant}). Berekening van Omzien uit CBS 83502NED (2021) en VN World Population Prospects 2024, ${p.url}, bekeken op ${p.date}.`,
  },
  en: {
    title: (p: { area: string }) => `Looking ahead: ${p.area}`,
    link: 'Looking ahead to 2050',
    linkIntro: 'How many people there will be, and what that asks of care. Beside what the plans say.',
    nav: 'Looking ahead',
    intro: (p: { area: string; from: number; until: number }) =>
      `How it may go with the residents of ${p.area}, from ${p.from} to ${p.until}. A projection is no prediction: look at the band too.`,
    choose: 'Choose what you want to see',
    area: 'Area',
    variant: 'How it may go',
    variants: {
      middle: 'As expected now',
      low: 'Fewer people: shorter lives, fewer who come, fewer children',
      high: 'More people: longer lives, more who come, more children',
      older: 'Older: longer lives, fewer who come, fewer children',
      younger: 'Younger: shorter lives, more who come, more children',
    },
    totals: 'Totals',
    totalsOwn: 'Our own projection',
    totalsPlans: 'Brought to totals of the plans',
    show: 'Show',
    glance: 'In short',
    glanceIntro: 'Of each subject the figure, and behind it the band. Choose a subject for the chart and every year.',
    subject: 'Subject',
    year: 'Year',
    value: 'Value',
    band: 'Band',
    between: (p: { lower: string; upper: string }) => `${p.lower} to ${p.upper}`,
    counted: 'counted',
    titles: {
      residents: 'Residents',
      'over-65': 'Residents of 65 and over',
      'old-age-ratio': 'Old-age ratio',
      'carers-50-75': 'Possible carers (50 to 75) for each resident of 85 and over',
      'carers-50-65': 'Possible carers (50 to 65) for each resident of 85 and over',
      dementia: 'People with dementia',
      frail: 'Frail people of 65 and over',
      'at-risk': 'People at risk of falling',
      'home-nursing': 'People with home nursing',
      'care-workers': 'People who work in care',
    },
    definitions: {
      residents: 'Everybody who lives in the area on 1 January.',
      'over-65': 'Residents who are 65 or over on 1 January.',
      'old-age-ratio': 'People of 65 and over for every 100 people from 20 to 65.',
      'carers-50-75': 'People from 50 to 75 for each resident of 85 and over.',
      'carers-50-65': 'People from 50 to 65 for each resident of 85 and over.',
      dementia: 'People of 60 and over with dementia, if it is as common at each age as now.',
      frail: 'People of 65 and over who are frail, if that is as common at each age as now.',
      'at-risk': 'People of 65 and over with a raised risk of falling, if that is as common at each age as now.',
      'home-nursing': 'People of 65 and over with home nursing, if that is as common at each age as now.',
      'care-workers':
        'How many are needed if everyone gets as much care as now, beside how many there are if as large a part of people works in care.',
    },
    lines: {
      all: 'All residents',
      under20: '0 to 20',
      from20: '20 to 65',
      from65: '65 to 80',
      from80: '80 and over',
      over65: '65 and over',
      ratio: 'Projected',
      carers: 'Projected',
      cases: 'Projected',
      needed: 'Needed',
      available: 'There are',
    },
    finding: (p: {
      area: string;
      title: string;
      from: number;
      before: string;
      year: number;
      value: string;
      lower: string;
      upper: string;
    }) =>
      `${p.area}: from ${p.before} in ${p.from} to about ${p.value} in ${p.year} (between ${p.lower} and ${p.upper}).`,
    short: (p: { area: string; year: number; needed: string; available: string; gap: string }) =>
      `${p.area}: in ${p.year} about ${p.needed} people are needed and there are ${p.available}. That is ${p.gap} too few.`,
    enough: (p: { area: string; year: number; needed: string; available: string }) =>
      `${p.area}: in ${p.year} about ${p.needed} people are needed and there are ${p.available}.`,
    chart: (p: { title: string; area: string }) => `${p.title}, ${p.area}`,
    chartSays: 'A line with a soft band around it. The same figures are in the table below.',
    over: 'Over the years',
    overIntro: 'The band runs from the lowest to the highest outcome. A dashed line is what a plan says.',
    table: 'The figures',
    line: 'Group',
    plans: 'Beside the plans',
    plansIntro: 'The projection is not tuned to the plans. You see both figures, and why they differ.',
    plansAligned: 'Mind: you chose totals of the plans. A figure that is brought to them is the same by construction.',
    noPlans: 'The plans name no figure of this for this area.',
    what: 'What',
    own: 'Omzien',
    plan: 'Plan',
    source: 'Source',
    why: 'Why they differ',
    since: (p: { title: string; year: number }) => `${p.title}, change since ${p.year}`,
    ages: (p: { area: string; year: number }) => `By age and sex: ${p.area}, ${p.year}`,
    agesIntro: (p: { from: number }) => `“More” is the difference with ${p.from}. All rounded to ten people.`,
    agesYear: 'Year of the table',
    age: 'Age',
    men: 'Men',
    women: 'Women',
    both: 'Together',
    more: 'More',
    how: 'How we reckon',
    method: {
      counts: 'We begin with the count of Statistics Netherlands on 1 January 2021: each municipality, age and sex.',
      ageing: 'Each year people grow a year older. Children are born, people die and people move.',
      country:
        'Deaths, births and migration from abroad follow the medium expectation of the United Nations (2024) for the Netherlands.',
      moves: 'Moves within the Netherlands are read from the ages of 2021. That is an assumption.',
      care: 'Care: as often at each age as now. If people stay healthier, it will be less.',
    },
    bandIs: 'The band',
    bandSays:
      'The band is the lowest and highest of five ways in which it may go. Of dementia, frailty, falls and home nursing, how sure we are of how common it is counts as well. The band is an assumption, not a 95% interval.',
    workers: (p: { workers: string; year: number; source: string; assumption: string }) =>
      `People in care: ${p.workers} in ${p.year}. Source: ${p.source}. ${p.assumption}`,
    totalsAre: (p: { people: string; from: number; year: number; source: string }) =>
      `Total of the plans: ${p.people} residents of ${p.from} and over in ${p.year}. Source: ${p.source}.`,
    unknown: 'What we do not know',
    unknownSays:
      'New homes, a new company or refugees who come to one municipality are not in it. The smaller the municipality, the larger the chance that it goes otherwise.',
    sources: 'Sources',
    take: 'Take it with you',
    csv: 'Figures as CSV',
    json: 'Figures as JSON',
    peopleCsv: 'Residents by age as CSV',
    png: 'Chart as PNG',
    svg: 'Chart as SVG',
    cite: 'How to cite this figure',
    citation: (p: { title: string; area: string; variant: string; url: string; date: string }) =>
      `${p.title}, ${p.area} (${p.variant}). Projection by Omzien from CBS 83502NED (2021) and UN World Population Prospects 2024, ${p.url}, seen on ${p.date}.`,
  },
});
