import { defineWords } from '../../../ui/index.ts';

/** The words of the sheet of a municipality or postcode area. */
export const sheetWords = defineWords({
  nl: {
    title: (p: { area: string }) => `${p.area} in cijfers`,
    intro: (p: { area: string; region: string }) =>
      `Wat opvalt in ${p.area}, wat eraan komt, en alle cijfers naast die van ${p.region}.`,
    print: 'Printen',
    standsOut: 'Wat opvalt',
    standsOutIntro:
      'Bij een steekproef staat hier alleen wat meer verschilt dan toeval kan geven. Is iedereen geteld, dan staat hier wat bij de twee hoogste of laagste hoort.',
    nothing: 'Niets wijkt meer af dan toeval kan geven, of de bronnen noemen geen marge.',
    places: {
      highest: 'het hoogst',
      high: 'op één na het hoogst',
      lowest: 'het laagst',
      low: 'op één na het laagst',
    },
    placed: (p: { title: string; value: string; place: string; of: number; beside: string | undefined }) =>
      `${p.title}: ${p.value}. Dat is ${p.place} van de ${p.of} gemeenten${p.beside === undefined ? '' : ` (${p.beside})`}.`,
    changed: 'Wat verandert',
    changes: {
      rising: (p: { title: string; value: string; year: number }) =>
        `${p.title}: stijgt al vijf jaar, tot ${p.value} in ${p.year}.`,
      falling: (p: { title: string; value: string; year: number }) =>
        `${p.title}: daalt al vijf jaar, tot ${p.value} in ${p.year}.`,
    },
    citation: (p: { area: string; url: string; date: string }) =>
      `${p.area} in cijfers. Via Omzien, ${p.url}, bekeken op ${p.date}. De bron van elk cijfer staat erbij.`,
    comes: 'Wat eraan komt',
    comesSays: 'Een berekening, geen voorspelling. Achter elk getal staat tussen welke twee getallen het kan uitkomen.',
    own: (p: { area: string; region: string }) => `${p.area} naast ${p.region}`,
    noneOfItsOwn: (p: { area: string }) => `Voor ${p.area} zelf geven onze bronnen hier geen cijfers.`,
    regionOnly: (p: { region: string }) => `Alleen bekend voor heel ${p.region}`,
    regionOnlyIntro: (p: { area: string }) =>
      `Onze bronnen geven dit niet per gemeente. In ${p.area} kan het anders zijn. Op papier staat dit deel niet.`,
    lines: {
      higher: (p: { title: string; value: string; region: string; other: string }) =>
        `${p.title}: ${p.value}. Dat is hoger dan in ${p.region} (${p.other}).`,
      lower: (p: { title: string; value: string; region: string; other: string }) =>
        `${p.title}: ${p.value}. Dat is lager dan in ${p.region} (${p.other}).`,
      better: (p: { title: string; value: string; region: string; other: string }) =>
        `${p.title}: ${p.value}. Dat is beter dan in ${p.region} (${p.other}).`,
      worse: (p: { title: string; value: string; region: string; other: string }) =>
        `${p.title}: ${p.value}. Dat is minder goed dan in ${p.region} (${p.other}).`,
    },
    trend: 'Vijf jaar',
    trends: { rising: 'stijgt', falling: 'daalt', none: 'geen duidelijke richting' },
    targets: 'Doelen: op koers of niet',
    targetsIntro: 'De doelen zijn van de regio. Waar de gemeente geen eigen cijfer heeft, staat dat van de regio.',
    now: 'Nu',
    course: 'Op koers?',
    courses: {
      on: 'Gehaald',
      towards: 'Nog niet, wel op weg',
      away: 'Nee, het gaat de andere kant op',
      off: 'Nog niet gehaald',
      unsure: 'Niet te zeggen',
    },
    indicator: 'Onderwerp',
    year: 'Jaar en bron',
    table: (p: { theme: string }) => p.theme,
  },
  en: {
    title: (p: { area: string }) => `${p.area} in figures`,
    intro: (p: { area: string; region: string }) =>
      `What stands out in ${p.area}, what is coming, and every figure beside that of ${p.region}.`,
    print: 'Print',
    standsOut: 'What stands out',
    standsOutIntro:
      'Of a sample, only what differs more than chance can give stands here. Where everybody was counted, what is among the two highest or lowest.',
    nothing: 'Nothing differs more than chance can give, or the sources give no interval.',
    places: {
      highest: 'the highest',
      high: 'the second highest',
      lowest: 'the lowest',
      low: 'the second lowest',
    },
    placed: (p: { title: string; value: string; place: string; of: number; beside: string | undefined }) =>
      `${p.title}: ${p.value}. That is ${p.place} of the ${p.of} municipalities${p.beside === undefined ? '' : ` (${p.beside})`}.`,
    changed: 'What changes',
    changes: {
      rising: (p: { title: string; value: string; year: number }) =>
        `${p.title}: rising for five years, to ${p.value} in ${p.year}.`,
      falling: (p: { title: string; value: string; year: number }) =>
        `${p.title}: falling for five years, to ${p.value} in ${p.year}.`,
    },
    citation: (p: { area: string; url: string; date: string }) =>
      `${p.area} in figures. Through Omzien, ${p.url}, seen on ${p.date}. The source of each figure stands with it.`,
    comes: 'What is coming',
    comesSays: 'A computation, no prediction. After each figure stands between which two it may come out.',
    own: (p: { area: string; region: string }) => `${p.area} beside ${p.region}`,
    noneOfItsOwn: (p: { area: string }) => `Our sources give no figures here for ${p.area} itself.`,
    regionOnly: (p: { region: string }) => `Known for ${p.region} as a whole only`,
    regionOnlyIntro: (p: { area: string }) =>
      `Our sources do not give this for each municipality. In ${p.area} it may differ. This part is not printed.`,
    lines: {
      higher: (p: { title: string; value: string; region: string; other: string }) =>
        `${p.title}: ${p.value}. That is higher than in ${p.region} (${p.other}).`,
      lower: (p: { title: string; value: string; region: string; other: string }) =>
        `${p.title}: ${p.value}. That is lower than in ${p.region} (${p.other}).`,
      better: (p: { title: string; value: string; region: string; other: string }) =>
        `${p.title}: ${p.value}. That is better than in ${p.region} (${p.other}).`,
      worse: (p: { title: string; value: string; region: string; other: string }) =>
        `${p.title}: ${p.value}. That is worse than in ${p.region} (${p.other}).`,
    },
    trend: 'Five years',
    trends: { rising: 'rising', falling: 'falling', none: 'no clear direction' },
    targets: 'Targets: on course or not',
    targetsIntro:
      'The targets are of the region. Where the municipality has no figure of its own, that of the region stands here.',
    now: 'Now',
    course: 'On course?',
    courses: {
      on: 'Reached',
      towards: 'Not yet, but on its way',
      away: 'No, it moves the other way',
      off: 'Not reached yet',
      unsure: 'Cannot be said',
    },
    indicator: 'Subject',
    year: 'Year and source',
    table: (p: { theme: string }) => p.theme,
  },
});
