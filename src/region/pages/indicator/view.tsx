import {
  Alert,
  BarChart,
  Button,
  Card,
  DataList,
  DataTable,
  type Fact,
  formatDate,
  formatNumber,
  type Language,
  Link,
  type PageContext,
  renderPage,
  SearchForm,
  Section,
  SelectField,
} from '../../../ui/index.ts';
import { anyAreaOf, areasIn, areasOf, municipalityIn } from '../../model/area.ts';
import type { Figure } from '../../model/figure.ts';
import { AreaFinder } from '../find/form.tsx';
import { funnelWords } from '../funnel/words.ts';
import { besides, shownInterval, shownValue } from '../present.ts';
import { monitorWords } from '../words.ts';
import { AreaTiles, addressOf, hasYears, YearsChart } from './chart.tsx';
import type { IndicatorRead } from './handler.ts';
import { PostcodeAreas } from './postcodes.tsx';
import { type Around, Take } from './take.tsx';

/** One figure: what it says, over the years, per municipality, by age and sex, why sources differ, and where it comes from. */
export function indicatorPage(context: PageContext, read: IndicatorRead, around: Around): string {
  const { lang } = context;
  const all = monitorWords(lang);
  const words = all.page;
  const { indicator, area, region } = read;
  // Who chose the map with boundaries keeps it in the next area.
  const outlined = read.map.shapes.length > 0;
  return renderPage({
    title: indicator.title,
    kind: 'public',
    context,
    breadcrumbs: [
      { label: all.overview.title({ region: region.name }), href: '/regiobeeld' },
      { label: indicator.title },
    ],
    intro: findingOf(read, lang).join(' '),
    main: (
      <>
        <SearchForm
          action={`/regiobeeld/${indicator.id}`}
          label={words.choose}
          inline
          {...(outlined ? { hidden: { kaart: 'grenzen' } } : {})}
        >
          <SelectField name="gebied" label={words.choose} value={area.id} options={choicesOf(read)} />
          <Button kind="secondary">{words.show}</Button>
        </SearchForm>
        <AreaFinder lang={lang} indicator={indicator.id} outlined={outlined} />
        {context.demo && indicator.series.some(({ own }) => own) ? (
          <Alert tone="info">{funnelWords(lang).demo}</Alert>
        ) : null}
        {hasYears(read) ? (
          <Section title={words.over}>
            <p>{words.overIntro}</p>
            <YearsChart read={read} lang={lang} />
          </Section>
        ) : null}
        {read.figures.length > 0 ? <FiguresTable read={read} lang={lang} /> : null}
        {indicator.differ ? (
          <Section title={words.differ}>
            <Alert tone="info">{indicator.differ}</Alert>
          </Section>
        ) : null}
        <PostcodeAreas read={read} lang={lang} />
        <Municipalities read={read} lang={lang} />
        {read.parts.some(({ age }) => age !== 'all') ? <Ages read={read} lang={lang} /> : null}
        <About read={read} lang={lang} />
        <Take read={read} lang={lang} around={around} />
      </>
    ),
  });
}

/** The areas to choose from; of the chosen municipality also its postcode areas, where there are figures of these. */
function choicesOf({ region, area, local }: IndicatorRead): readonly { value: string; label: string }[] {
  const municipality = municipalityIn(area);
  return areasOf(region).flatMap(({ id, name }) => [
    { value: id, label: name },
    ...(id === municipality && (local.length > 0 || area.kind === 'postcode')
      ? areasIn(region, id).map((one) => ({ value: one.id, label: `${name}: ${one.name}` }))
      : []),
  ]);
}

/** The finding in sentences: the figure, the one beside it, and whether the difference is more than chance. */
export function findingOf(read: IndicatorRead, lang: Language): readonly string[] {
  const words = monitorWords(lang).finding;
  const { indicator, area, shown, region, figures } = read;
  if (!shown)
    return [
      area.kind === 'postcode' && read.local.length > 0
        ? words.hidden({ area: area.name })
        : words.none({ area: area.name }),
    ];
  const series = indicator.series.find(({ id }) => id === shown.series)!;
  const said = [
    words.is({
      area: area.name,
      value: shownValue(indicator, shown.value, lang),
      year: shown.year,
      series: series.name,
    }),
  ];
  // Numbers of people say nothing beside those of another area.
  const beside =
    indicator.unit === 'people'
      ? []
      : areasOf(region).flatMap(({ id, kind }) =>
          id === area.id || (kind === 'municipality' && id !== area.within)
            ? []
            : figures.filter((one) => one.area === id && one.series === shown.series && one.year === shown.year),
        );
  // A postcode area stands beside its municipality, the region and the country; another beside the nearest of these.
  const others = area.kind === 'postcode' ? beside.toSorted((a, b) => near(a) - near(b)) : beside.slice(0, 1);
  function near({ area: id }: Figure): number {
    return id === area.within ? 0 : id === region.id ? 1 : 2;
  }
  let unsaid: string | undefined;
  for (const other of others) {
    const { name } = anyAreaOf(region, other.area)!;
    const beyond = besides(indicator, shown, other);
    said.push(words.beside({ area: name, value: shownValue(indicator, other.value, lang) }));
    if (beyond) said.push(words.beyond[beyond]);
    else unsaid = series.kind === 'count' ? words.counted : words.unknown;
  }
  // Why nothing is said of chance goes for all of them.
  if (unsaid) said.push(unsaid);
  if (indicator.target && area.kind === 'here') said.push(words.target({ text: indicator.target.text }));
  return said;
}

function FiguresTable(props: { readonly read: IndicatorRead; readonly lang: Language }) {
  const { read, lang } = props;
  const words = monitorWords(lang).page;
  const { indicator } = read;
  const series = new Map(indicator.series.map(({ id, name }) => [id, name]));
  const own = (one: Figure) => (one.area === read.area.id ? 0 : 1);
  const rows = read.figures.toSorted((a, b) => own(a) - own(b) || a.series.localeCompare(b.series) || a.year - b.year);
  return (
    <Section title={words.table}>
      <DataTable
        caption={`${indicator.title}: ${words.table}`}
        captionHidden
        rows={rows}
        rowKey={(row) => `${row.area} ${row.series} ${row.year}`}
        columns={[
          { key: 'area', header: words.area, cell: (row) => anyAreaOf(read.region, row.area)?.name ?? row.area },
          { key: 'year', header: words.year, numeric: true, cell: (row) => row.year },
          { key: 'value', header: words.value, numeric: true, cell: (row) => shownValue(indicator, row.value, lang) },
          { key: 'interval', header: words.interval, cell: (row) => shownInterval(indicator, row, lang) },
          { key: 'source', header: words.source, cell: (row) => series.get(row.series) ?? row.series },
        ]}
      />
    </Section>
  );
}

function Municipalities(props: { readonly read: IndicatorRead; readonly lang: Language }) {
  const { read, lang } = props;
  const words = monitorWords(lang).page;
  const { across, indicator, region } = read;
  const [first] = across;
  if (!first) return <p className="omzien-soft">{words.noMap}</p>;
  const here = `/regiobeeld/${indicator.id}?gebied=${read.area.id}`;
  return (
    <Section title={words.map({ year: first.year })}>
      {read.map.shapes.length > 0 ? (
        <p>
          {words.boundariesIntro} <Link href={`${here}`}>{words.toTiles}</Link>
        </p>
      ) : (
        <p>
          {words.mapIntro}
          {read.map.has ? (
            <>
              {' '}
              <Link href={`${here}&kaart=grenzen`}>{words.toBoundaries}</Link>
            </>
          ) : null}
        </p>
      )}
      <AreaTiles read={read} lang={lang} />
      <BarChart
        title={words.rank}
        labelHeader={words.area}
        valueHeader={words.value}
        bars={across
          .toSorted((a, b) => b.value - a.value)
          .map((one) => ({
            key: one.area,
            label: region.municipalities.find(({ id }) => id === one.area)?.name ?? one.area,
            value: one.value,
            shown: shownValue({ ...indicator, decimals: indicator.unit === 'people' ? 0 : 1 }, one.value, lang),
            ...(one.area === municipalityIn(read.area) && read.area.kind === 'municipality'
              ? { highlighted: true }
              : { href: addressOf(read, one.area) }),
          }))}
      />
    </Section>
  );
}

function Ages(props: { readonly read: IndicatorRead; readonly lang: Language }) {
  const { read, lang } = props;
  const words = monitorWords(lang).page;
  const ages = [...new Set(read.parts.map(({ age }) => age).filter((age) => age !== 'all'))].toSorted(
    (a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10),
  );
  const of = (age: string, sex: Figure['sex']) => {
    const found = read.parts.find((one) => one.age === age && one.sex === sex);
    return found ? formatNumber(found.value, 0, lang) : '–';
  };
  const title = words.ages({ area: read.area.name, year: read.parts[0]!.year });
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        captionHidden
        rows={ages.map((age) => ({ age }))}
        rowKey={({ age }) => age}
        columns={[
          { key: 'age', header: words.age, cell: ({ age }) => age },
          { key: 'men', header: words.men, numeric: true, cell: ({ age }) => of(age, 'men') },
          { key: 'women', header: words.women, numeric: true, cell: ({ age }) => of(age, 'women') },
          { key: 'all', header: words.all, numeric: true, cell: ({ age }) => of(age, 'all') },
        ]}
      />
    </Section>
  );
}

function About(props: { readonly read: IndicatorRead; readonly lang: Language }) {
  const { indicator } = props.read;
  const { lang } = props;
  const words = monitorWords(lang).page;
  const facts: readonly Fact[] = [
    { term: words.definition, value: indicator.definition },
    { term: words.why, value: indicator.why },
    { term: words.polarity, value: words.polarities[indicator.polarity] },
    ...(indicator.target
      ? [{ term: words.target, value: `${indicator.target.text} (${indicator.target.source})` }]
      : []),
  ];
  return (
    <Section title={words.about}>
      <DataList facts={facts} />
      {indicator.series.map((one) => (
        <Card key={one.id} title={words.series({ name: one.name })} level={3}>
          <DataList
            facts={[
              { term: words.what, value: one.definition },
              { term: words.kind, value: words.kinds[one.kind] },
              ...(one.method ? [{ term: words.method, value: one.method }] : []),
              ...(one.caveat ? [{ term: words.caveat, value: one.caveat }] : []),
              { term: words.from, value: one.url ? <Link href={one.url}>{one.source}</Link> : one.source },
              { term: words.date, value: formatDate(one.date, 'long', lang) },
              ...(one.licence ? [{ term: words.licence, value: one.licence }] : []),
            ]}
          />
        </Card>
      ))}
    </Section>
  );
}
