import { AGES, cell } from '../../../simulation/index.ts';
import {
  DataTable,
  formatDate,
  formatNumber,
  type Language,
  LinkButton,
  type PageContext,
  renderPage,
  Section,
} from '../../../ui/index.ts';
import type { Subject } from '../../futures/subjects.ts';
import { monitorWords } from '../words.ts';
import type { FutureRead } from './handler.ts';
import { Choose, FutureChart, HowItWasMade, PlansTable, yearsShown } from './parts.tsx';
import { queryOf, shownAhead, shownBand, shownPoint } from './present.ts';
import { futureWords } from './words.ts';

type Around = { readonly address: string; readonly today: Date };

/** One figure to 2050: what it says, over the years, beside the plans; of residents also by age and sex. */
export function subjectPage(context: PageContext, read: FutureRead, subject: Subject, around: Around): string {
  const { lang } = context;
  const words = futureWords(lang);
  const { region, area, choice } = read;
  const title = words.titles[subject.figure];
  return renderPage({
    title: `${title}: ${area.name}`,
    kind: 'public',
    context,
    breadcrumbs: [
      { label: monitorWords(lang).overview.title({ region: region.name }), href: '/regiobeeld' },
      { label: words.nav, href: `/regiobeeld/vooruit${queryOf(choice, region.id)}` },
      { label: title },
    ],
    intro: `${findingOf(read, subject, lang)} ${words.definitions[subject.figure]}`,
    main: (
      <>
        <Choose
          read={read}
          lang={lang}
          action={`/regiobeeld/vooruit/${subject.slug}`}
          withYear={subject.figure === 'residents'}
        />
        <Section title={words.over}>
          <p>{words.overIntro}</p>
          <FutureChart read={read} subject={subject} lang={lang} />
          <Years read={read} subject={subject} lang={lang} />
        </Section>
        <PlansTable read={read} rows={read.beside.filter(({ figure }) => figure === subject.figure)} lang={lang} />
        {subject.figure === 'residents' ? <Ages read={read} lang={lang} /> : null}
        <HowItWasMade read={read} lang={lang} />
        <Take read={read} subject={subject} lang={lang} around={around} />
      </>
    ),
  });
}

const LATER = 2040;

/** The finding in a sentence: from the counts to 2040. Of workers: how many are needed and how many there are. */
export function findingOf({ ahead, area }: FutureRead, subject: Subject, lang: Language): string {
  const words = futureWords(lang);
  const lines = ahead.linesOf(subject.figure);
  const shown = (value: number) => shownAhead(subject.unit, value, lang);
  const at = (line: number, year: number) => lines[line]!.points.find((point) => point.year === year)!;
  if (subject.figure === 'care-workers') {
    const [available, needed] = [at(0, LATER).value, at(1, LATER).value];
    const said = { area: area.name, year: LATER, needed: shown(needed), available: shown(available) };
    return needed > available ? words.short({ ...said, gap: shown(needed - available) }) : words.enough(said);
  }
  const [first, later] = [lines[0]!.points[0]!, at(0, LATER)];
  return words.finding({
    area: area.name,
    title: words.titles[subject.figure],
    from: first.year,
    before: shownPoint(subject.unit, first, lang),
    year: later.year,
    value: shown(later.value),
    lower: shown(later.lower),
    upper: shown(later.upper),
  });
}

type Part = { readonly read: FutureRead; readonly lang: Language };

function Years({ read, subject, lang }: Part & { readonly subject: Subject }) {
  const words = futureWords(lang);
  const years = yearsShown(read, subject);
  const several = subject.lines.length > 1;
  const rows = read.ahead
    .linesOf(subject.figure)
    .flatMap(({ key, points }) => points.filter(({ year }) => years.includes(year)).map((point) => ({ key, point })));
  return (
    <DataTable
      caption={words.table}
      rows={rows}
      rowKey={({ key, point }) => `${key} ${point.year}`}
      columns={[
        { key: 'year', header: words.year, cell: ({ point }) => point.year },
        ...(several
          ? [{ key: 'line', header: words.line, cell: ({ key }: (typeof rows)[number]) => words.lines[key] }]
          : []),
        {
          key: 'value',
          header: words.value,
          numeric: true,
          cell: ({ point }) => shownPoint(subject.unit, point, lang),
        },
        { key: 'band', header: words.band, cell: ({ point }) => shownBand(subject.unit, point, lang) },
      ]}
    />
  );
}

const GROUP = 5;
const LAST_GROUP = 95;

function Ages({ read, lang }: Part) {
  const words = futureWords(lang);
  const { ahead, area, year } = read;
  const [now, first] = [ahead.peopleIn(year), ahead.peopleIn(ahead.years[0]!)];
  const sum = (people: Float64Array, sex: number, from: number) => {
    let total = 0;
    for (let age = from; age < (from === LAST_GROUP ? AGES : from + GROUP); age++) total += people[cell(sex, age)]!;
    return total;
  };
  const both = (people: Float64Array, from: number) => sum(people, 0, from) + sum(people, 1, from);
  const shown = (value: number) => shownAhead('people', value, lang);
  const more = (value: number) => {
    const tens = Math.round(value / 10) * 10;
    return tens < 0 ? `−${formatNumber(-tens, 0, lang)}` : tens > 0 ? `+${formatNumber(tens, 0, lang)}` : '0';
  };
  const title = words.ages({ area: area.name, year });
  return (
    <Section title={title}>
      <p>{words.agesIntro({ from: ahead.years[0]! })}</p>
      <DataTable
        caption={title}
        captionHidden
        rows={Array.from({ length: LAST_GROUP / GROUP + 1 }, (_, index) => ({ from: index * GROUP }))}
        rowKey={({ from }) => String(from)}
        columns={[
          {
            key: 'age',
            header: words.age,
            cell: ({ from }) => (from === LAST_GROUP ? `${from}+` : `${from}-${from + GROUP - 1}`),
          },
          { key: 'men', header: words.men, numeric: true, cell: ({ from }) => shown(sum(now, 0, from)) },
          { key: 'women', header: words.women, numeric: true, cell: ({ from }) => shown(sum(now, 1, from)) },
          { key: 'both', header: words.both, numeric: true, cell: ({ from }) => shown(both(now, from)) },
          {
            key: 'more',
            header: words.more,
            numeric: true,
            cell: ({ from }) => more(both(now, from) - both(first, from)),
          },
        ]}
      />
    </Section>
  );
}

function Take({ read, subject, lang, around }: Part & { readonly subject: Subject; readonly around: Around }) {
  const words = futureWords(lang);
  const query = queryOf(read.choice, read.region.id);
  const base = `/regiobeeld/vooruit/${subject.slug}`;
  return (
    <Section title={words.take}>
      <p>
        <LinkButton kind="secondary" href={`${base}.csv${query}`}>
          {words.csv}
        </LinkButton>{' '}
        <LinkButton kind="secondary" href={`${base}.json${query}`}>
          {words.json}
        </LinkButton>{' '}
        <LinkButton kind="secondary" href={`${base}.png${query}`}>
          {words.png}
        </LinkButton>{' '}
        <LinkButton kind="secondary" href={`${base}.svg${query}`}>
          {words.svg}
        </LinkButton>{' '}
        {subject.figure === 'residents' ? (
          <LinkButton kind="secondary" href={`/regiobeeld/vooruit/inwoners-per-leeftijd.csv${query}`}>
            {words.peopleCsv}
          </LinkButton>
        ) : null}
      </p>
      <p>{words.cite}:</p>
      <p className="omzien-soft">{citationOf(read, subject, lang, around)}</p>
    </Section>
  );
}

/** How somebody names this figure elsewhere. */
export function citationOf(read: FutureRead, subject: Subject, lang: Language, around: Around): string {
  const words = futureWords(lang);
  return words.citation({
    title: words.titles[subject.figure],
    area: read.area.name,
    variant: words.variants[read.choice.variant].split(':')[0]!.toLowerCase(),
    url: around.address,
    date: formatDate(around.today, 'long', lang),
  });
}
