import { defineWords, plural } from '../../../../ui/index.ts';

/** Where the neighbourhoods stand. */
export const AREAS = '/regiobeeld/wonen/buurten';

/** The words of the pages about neighbourhoods. */
export const areaWords = defineWords({
  nl: {
    nav: 'Buurten',
    csv: 'Alle buurten als CSV',
    link: 'Kijk per buurt: draaglast en draagkracht, wat dichtbij is, en waar woningen passen',
    title: (p: { region: string }) => `Buurten in ${p.region}: wat dichtbij is`,
    intro:
      'Hoeveel ouderen hulp en ontmoeting dichtbij hebben, en hoe dat per buurt verschilt. Een buurt is hier een postcodegebied van vier cijfers.',
    demo: 'De inwoners zijn geteld door het CBS. De aanbieders, hun adressen en de bouwplannen zijn in deze oefenomgeving verzonnen; de afstanden en de volgorde dus ook.',
    choose: 'Kies een gemeente of een buurt',
    municipality: 'Gemeente',
    area: 'Buurt',
    show: 'Toon',
    kind: 'Soort aanbod',
    kinds: {
      care: 'Zorg',
      'mental-health': 'Mentaal welbevinden',
      welfare: 'Welzijn',
      living: 'Wonen',
      income: 'Inkomen',
      'meeting-moving': 'Ontmoeten en bewegen',
    },
    circles: (p: { area: string }) => `Cirkels van bereikbaarheid in ${p.area}`,
    circlesIntro:
      'Van elke 100 inwoners van 75 jaar en ouder zoveel die binnen deze afstand ergens terechtkunnen. Iedereen telt op het midden van de eigen buurt, en de afstand is in een rechte lijn: over de weg is het verder.',
    within: (p: { km: string }) => `Binnen ${p.km} km`,
    beyond: (p: { km: string }) => `Verder dan ${p.km} km`,
    perMunicipality: (p: { kind: string }) => `Per gemeente: ${p.kind.toLowerCase()}`,
    made: (p: { date: string; services: number }) =>
      `Berekend op ${p.date} uit ${plural(p.services, 'dienst', 'diensten')} op de sociale kaart waar iemand van 75 naartoe kan. Hulp aan huis, telefonisch of online telt niet mee: die komt overal.`,
    inTitle: (p: { municipality: string }) => `Buurten in ${p.municipality}`,
    inIntro:
      'Wat er van ouderen gevraagd wordt en wat een buurt kan dragen, wat dichtbij is, en waar woningen passen. Bedoeld om samen over te praten.',
    balance: 'Draaglast en draagkracht',
    balanceIntro:
      'Elk onderdeel staat apart. Onder een getal staat hoeveel andere buurten van de regio lager zitten. Er is geen eindcijfer: wat zwaarder weegt, bespreekt u met de buurt.',
    regionIs: (p: { region: string }) => `Heel ${p.region}.`,
    hidden: 'afgeschermd',
    standing: (p: { below: number; of: number }) => `hoger dan ${p.below} van ${p.of} andere`,
    between: (p: { lower: string; upper: string }) => `${p.lower} tot ${p.upper}`,
    ofKinds: (p: { count: number; all: number }) => `${p.count} van ${p.all}`,
    standingShort: (p: { below: number; of: number }) => `${p.below} van ${p.of} lager`,
    components: {
      share75: 'Deel van de inwoners van 75 jaar en ouder',
      share85: 'Deel van de inwoners van 85 jaar en ouder',
      growth: 'Groei van het aantal 75-plussers in tien jaar',
      workers: 'Inwoners van 20 tot 65 jaar voor elke 65-plusser',
      carers: 'Inwoners van 50 tot 75 jaar voor elke 85-plusser',
      kinds: 'Soorten aanbod binnen 1 km (voor de regio: de middelste buurt)',
    },
    short: {
      share75: '75 en ouder',
      share85: '85 en ouder',
      growth: 'Groei 75+ in tien jaar',
      workers: '20–65 per 65+',
      carers: '50–75 per 85+',
      kinds: 'Soorten aanbod binnen 1 km',
    },
    sides: { load: 'Draaglast: wat er gevraagd wordt', strength: 'Draagkracht: wie en wat er is' },
    sideSays: {
      load: 'Met de jaren neemt de vraag naar hulp toe. De groei volgt de verwachting voor de gemeente: alsof buurten zich daarin niet onderscheiden en niemand verhuist naar een andere buurt.',
      strength: 'Mensen om op terug te vallen, en plekken om naartoe te gaan. Wie er woont, helpt niet vanzelf.',
    },
    what: 'Onderdeel',
    here: 'Hier',
    margin: 'Marge',
    among: 'Onder alle buurten',
    fits: (p: { type: string; municipality: string }) => `Waar past een ${p.type} in ${p.municipality}?`,
    fitsIntro:
      'Een volgorde om over te praten, geen besluit. U bepaalt hoe zwaar elk punt telt. Bouwplannen die besloten zijn, tellen af.',
    weights: 'Hoe zwaar telt elk punt?',
    weightMistake: 'Schrijf een getal van 0 tot 100.',
    criteria: {
      need: 'Veel ouderen nu',
      growth: 'Veel ouderen erbij',
      near: 'Dicht bij aanbod',
      plans: 'Nog weinig gepland',
    },
    criteriaHelp: {
      need: 'Inwoners van 75 jaar en ouder. Een getal van 0 tot 100; alleen de verhouding telt.',
      growth: 'Hoeveel 75-plussers er in tien jaar bij komen.',
      near: 'De afstand tot zorg, welzijn, en ontmoeten en bewegen, gemiddeld.',
      plans: 'Besloten woningen van deze soort in de plaats, voor de 75-plussers daar.',
    },
    order: 'Zet op volgorde',
    place: 'Plek',
    why: 'Waarom hier',
    score: 'Punten',
    scoreSays:
      'De punten lopen van 0 tot 100: de plek onder alle buurten van de regio op elk punt, gewogen zoals hierboven. Een punt dat we niet kennen, telt daar niet mee.',
    noOrder: 'Alle punten staan op 0. Geef er ten minste één gewicht.',
    tooSmall: (p: { areas: string }) => `Te klein om iets over te zeggen: ${p.areas}.`,
    reasons: {
      need: (p: { count: string }) => `Er wonen ongeveer ${p.count} mensen van 75 jaar of ouder.`,
      more: (p: { lower: string; upper: string }) =>
        p.lower === p.upper
          ? `In tien jaar komen er ongeveer ${p.lower} bij.`
          : `In tien jaar komen er ongeveer ${p.lower} tot ${p.upper} bij.`,
      unsure: 'Of er in tien jaar meer zijn, is niet zeker.',
      allNear: 'Zorg, welzijn, en ontmoeten en bewegen zijn er binnen 1 km.',
      far: (p: { kind: string; far: string }) => `Het dichtstbijzijnde aanbod voor ${p.kind} ligt op ${p.far}.`,
      noneNear: 'Van aanbod in de buurt weten we niets.',
      planned: (p: { homes: string; place: string; type: string }) =>
        `In ${p.place} is al besloten over ${p.homes} woningen (${p.type}).`,
      notPlanned: (p: { place: string }) => `In ${p.place} is nog niets van deze soort besloten.`,
      unknown: 'Dit punt telt hier niet mee.',
    },
    notKnown: 'Wat deze pagina niet weet',
    notKnownLines: {
      incomes: 'Inkomens en gezondheid per buurt staan niet in onze bronnen. Wij verzinnen ze niet.',
      building: 'Of er grond of een gebouw is, en wat een woning kost, staat hier niet in.',
      shops: 'Winkels en openbaar vervoer staan niet op de sociale kaart.',
      neighbours: 'Wat buren voor elkaar doen, is niet te tellen. Vraag het in de buurt.',
      plans: 'Een bouwplan noemt een plaats en geen postcode: het telt voor alle buurten van die plaats.',
    },
    oneTitle: (p: { code: string; place: string }) => `Buurt ${p.code}, ${p.place}`,
    oneIntro: (p: { residents: string; municipality: string }) =>
      `${p.residents} inwoners op 1 januari 2021 (CBS), in de gemeente ${p.municipality}.`,
    near: 'Wat dichtbij is',
    nearIntro:
      'Van elke soort het dichtstbijzijnde waar iemand van 75 naartoe kan, in een rechte lijn vanaf het midden van de buurt.',
    distance: 'Afstand',
    circle: 'Cirkel',
    nearest: 'Dichtstbij',
    none: 'niets bekend',
    fitHere: (p: { type: string }) => `Past hier een ${p.type}?`,
    placeIs: (p: { place: number; of: number; municipality: string; score: string }) =>
      `Plek ${p.place} van ${p.of} in ${p.municipality}, met ${p.score} punten, met de gewichten die wij voorstellen.`,
    noPlace: 'Deze buurt is te klein om er iets over te zeggen.',
    moveWeights: 'Bepaal zelf hoe zwaar elk punt telt',
    allFigures: (p: { code: string }) => `Alle cijfers van ${p.code}`,
  },
  en: {
    nav: 'Neighbourhoods',
    csv: 'All neighbourhoods as CSV',
    link: 'Look by neighbourhood: load and strength, what is near, and where homes would fit',
    title: (p: { region: string }) => `Neighbourhoods in ${p.region}: what is near`,
    intro:
      'How many older people have help and company near, and how that differs by neighbourhood. A neighbourhood is a four-digit postcode area here.',
    demo: 'The residents were counted by Statistics Netherlands. The providers, their addresses and the building plans are made up in this practice environment; so are the distances and the order.',
    choose: 'Choose a municipality or a neighbourhood',
    municipality: 'Municipality',
    area: 'Neighbourhood',
    show: 'Show',
    kind: 'Kind of service',
    kinds: {
      care: 'Care',
      'mental-health': 'Mental well-being',
      welfare: 'Welfare',
      living: 'Living',
      income: 'Income',
      'meeting-moving': 'Meeting and moving',
    },
    circles: (p: { area: string }) => `Circles of reachability in ${p.area}`,
    circlesIntro:
      'So many of every 100 residents of 75 and over have somewhere to go within this distance. Everybody counts at the middle of their own neighbourhood, and the distance is as the crow flies: by road it is farther.',
    within: (p: { km: string }) => `Within ${p.km} km`,
    beyond: (p: { km: string }) => `Farther than ${p.km} km`,
    perMunicipality: (p: { kind: string }) => `By municipality: ${p.kind.toLowerCase()}`,
    made: (p: { date: string; services: number }) =>
      `Worked out on ${p.date} from ${plural(p.services, 'service', 'services', 'en')} of the social map where somebody of 75 can go. Help at home, by telephone or online is not counted: it comes anywhere.`,
    inTitle: (p: { municipality: string }) => `Neighbourhoods in ${p.municipality}`,
    inIntro:
      'What older age asks and what a neighbourhood can bear, what is near, and where homes would fit. Meant to talk about together.',
    balance: 'Load and strength',
    balanceIntro:
      'Each component stands by itself. Beneath a figure stands how many other neighbourhoods of the region are lower. There is no final mark: what weighs most is for you and the neighbourhood to discuss.',
    regionIs: (p: { region: string }) => `All of ${p.region}.`,
    hidden: 'hidden',
    standing: (p: { below: number; of: number }) => `higher than ${p.below} of ${p.of} others`,
    between: (p: { lower: string; upper: string }) => `${p.lower} to ${p.upper}`,
    ofKinds: (p: { count: number; all: number }) => `${p.count} of ${p.all}`,
    standingShort: (p: { below: number; of: number }) => `${p.below} of ${p.of} lower`,
    components: {
      share75: 'Part of the residents of 75 and over',
      share85: 'Part of the residents of 85 and over',
      growth: 'Growth of those of 75 and over in ten years',
      workers: 'Residents of 20 to 65 for each one of 65 and over',
      carers: 'Residents of 50 to 75 for each one of 85 and over',
      kinds: 'Kinds of services within 1 km (for the region: the middle neighbourhood)',
    },
    short: {
      share75: '75 and over',
      share85: '85 and over',
      growth: 'Growth of 75+ in ten years',
      workers: '20–65 per 65+',
      carers: '50–75 per 85+',
      kinds: 'Kinds of services within 1 km',
    },
    sides: { load: 'Load: what is asked', strength: 'Strength: who and what is there' },
    sideSays: {
      load: 'With the years more help is asked for. The growth follows the expectation for the municipality: as if neighbourhoods do not differ in that, and nobody moves to another one.',
      strength: 'People to fall back on, and places to go. Who lives there does not help by itself.',
    },
    what: 'Component',
    here: 'Here',
    margin: 'Interval',
    among: 'Among all neighbourhoods',
    fits: (p: { type: string; municipality: string }) => `Where would a ${p.type} fit in ${p.municipality}?`,
    fitsIntro:
      'An order to talk about, not a decision. You say how much each point counts. Building plans that were decided on are counted off.',
    weights: 'How much does each point count?',
    weightMistake: 'Write a number from 0 to 100.',
    criteria: {
      need: 'Many older people now',
      growth: 'Many more older people',
      near: 'Near services',
      plans: 'Little planned yet',
    },
    criteriaHelp: {
      need: 'Residents of 75 and over. A number from 0 to 100; only the ratio counts.',
      growth: 'How many more of 75 and over there will be in ten years.',
      near: 'The distance to care, welfare, and meeting and moving, on average.',
      plans: 'Homes of this type that were decided on in the place, for those of 75 and over there.',
    },
    order: 'Put in order',
    place: 'Place',
    why: 'Why here',
    score: 'Points',
    scoreSays:
      'Points go from 0 to 100: the place among all neighbourhoods of the region on each point, weighed as above. A point that we do not know does not count there.',
    noOrder: 'All points are at 0. Give at least one of them weight.',
    tooSmall: (p: { areas: string }) => `Too small to say anything about: ${p.areas}.`,
    reasons: {
      need: (p: { count: string }) => `About ${p.count} people of 75 or over live there.`,
      more: (p: { lower: string; upper: string }) =>
        p.lower === p.upper
          ? `In ten years there will be about ${p.lower} more.`
          : `In ten years there will be about ${p.lower} to ${p.upper} more.`,
      unsure: 'Whether there will be more in ten years is not certain.',
      allNear: 'Care, welfare, and meeting and moving are within 1 km.',
      far: (p: { kind: string; far: string }) => `The nearest service for ${p.kind} is ${p.far} away.`,
      noneNear: 'We know of no services near.',
      planned: (p: { homes: string; place: string; type: string }) =>
        `In ${p.place} ${p.homes} homes (${p.type}) were decided on already.`,
      notPlanned: (p: { place: string }) => `In ${p.place} nothing of this type was decided on yet.`,
      unknown: 'This point does not count here.',
    },
    notKnown: 'What this page does not know',
    notKnownLines: {
      incomes: 'Incomes and health by neighbourhood are not in our sources. We do not make them up.',
      building: 'Whether there is land or a building, and what a home costs, is not in it.',
      shops: 'Shops and public transport are not on the social map.',
      neighbours: 'What neighbours do for each other cannot be counted. Ask in the neighbourhood.',
      plans: 'A building plan names a place and no postcode: it counts for all neighbourhoods of that place.',
    },
    oneTitle: (p: { code: string; place: string }) => `Neighbourhood ${p.code}, ${p.place}`,
    oneIntro: (p: { residents: string; municipality: string }) =>
      `${p.residents} residents on 1 January 2021 (CBS), in the municipality of ${p.municipality}.`,
    near: 'What is near',
    nearIntro:
      'Of each kind the nearest where somebody of 75 can go, as the crow flies from the middle of the neighbourhood.',
    distance: 'Distance',
    circle: 'Circle',
    nearest: 'Nearest',
    none: 'nothing known',
    fitHere: (p: { type: string }) => `Would a ${p.type} fit here?`,
    placeIs: (p: { place: number; of: number; municipality: string; score: string }) =>
      `Place ${p.place} of ${p.of} in ${p.municipality}, with ${p.score} points, with the weights that we propose.`,
    noPlace: 'This neighbourhood is too small to say anything about it.',
    moveWeights: 'Say yourself how much each point counts',
    allFigures: (p: { code: string }) => `All figures of ${p.code}`,
  },
});
