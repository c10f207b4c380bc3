import {
  Card,
  CardGrid,
  DataTable,
  Details,
  formatNumber,
  type Language,
  LineChart,
  Section,
} from '../../../../ui/index.ts';
import { type Progress, progressOf } from '../../../model/homes.ts';
import { homeWords } from '../words.ts';
import type { HomesRead } from './handler.ts';

type Part = { readonly read: HomesRead; readonly lang: Language };

/** Where each type stands in the last year, in one scenario. */
function ends({ housing, plans }: HomesRead, scenario: HomesRead['housing']['scenarios'][number]) {
  return housing.types.map((type) => ({
    type,
    end: progressOf(
      housing,
      scenario.homes[type.id] ?? 0,
      plans.filter((plan) => plan.type === type.id),
    ).at(-1)!,
  }));
}

/** What is needed in both scenarios, what is planned, and the largest shortfall in a sentence. */
export function Task({ read, lang }: Part) {
  const words = homeWords(lang);
  const { housing } = read;
  const number = (value: number) => formatNumber(value, 0, lang);
  const scenarios = housing.scenarios.map((scenario) => ({ scenario, ends: ends(read, scenario) }));
  const largest = scenarios
    .flatMap(({ scenario, ends: found }) => found.map(({ type, end }) => ({ scenario, type, end })))
    .toSorted((a, b) => b.end.shortfall - a.end.shortfall)[0];
  const rows = housing.types.map((type, index) => ({
    type,
    by: scenarios.map(({ scenario, ends: found }) => ({ scenario, end: found[index]!.end })),
  }));
  const both = (row: (typeof rows)[number], of: (end: Progress) => number) =>
    row.by.map(({ end }) => number(of(end))).join(' / ');
  const names = housing.scenarios.map(({ name }) => name.toLowerCase()).join(' / ');
  return (
    <Section title={words.targets}>
      <p>
        <strong>
          {largest && largest.end.shortfall > 0
            ? words.finding({
                type: largest.type.name,
                scenario: largest.scenario.name.toLowerCase(),
                short: number(largest.end.shortfall),
                until: housing.until,
              })
            : words.enough}
        </strong>
      </p>
      <p>{housing.note}</p>
      <DataTable
        caption={words.targets}
        captionHidden
        rows={rows}
        rowKey={({ type }) => type.id}
        columns={[
          { key: 'type', header: words.type, cell: ({ type }) => type.name },
          {
            key: 'needed',
            header: words.target({ scenario: names }),
            numeric: true,
            cell: (row) => both(row, ({ needed }) => needed),
          },
          {
            key: 'expected',
            header: words.expected,
            numeric: true,
            cell: ({ by }) => number(by[0]?.end.expected ?? 0),
          },
          {
            key: 'possible',
            header: words.possible,
            numeric: true,
            cell: ({ by }) => number(by[0]?.end.possible ?? 0),
          },
          {
            key: 'short',
            header: words.short({ scenario: names }),
            numeric: true,
            cell: (row) => both(row, ({ shortfall }) => shortfall),
          },
        ]}
      />
      <ul>
        {housing.types.map(({ id, name, text }) => (
          <li key={id}>
            {name}: {text}
          </li>
        ))}
      </ul>
      <p className="omzien-soft">{words.source({ source: housing.source.name })}</p>
    </Section>
  );
}

/** Each type year by year: what has to be there in both scenarios, and what is ready or decided. */
export function Years({ read, lang }: Part) {
  const words = homeWords(lang);
  const { housing } = read;
  return (
    <Section title={words.years}>
      <p>{words.yearsIntro}</p>
      <CardGrid>
        {housing.types.map((type) => (
          <TypeYears key={type.id} read={read} type={type} lang={lang} />
        ))}
      </CardGrid>
    </Section>
  );
}

function TypeYears({ read, type, lang }: Part & { readonly type: HomesRead['housing']['types'][number] }) {
  const words = homeWords(lang);
  const { housing, plans } = read;
  const number = (value: number) => formatNumber(value, 0, lang);
  const names = housing.scenarios.map(({ name }) => name.toLowerCase()).join(' / ');
  const own = plans.filter((plan) => plan.type === type.id);
  const by = housing.scenarios.map((scenario) => ({
    scenario,
    years: progressOf(housing, scenario.homes[type.id] ?? 0, own),
  }));
  const rows = (by[0]?.years ?? []).map((one, index) => ({ ...one, index }));
  return (
    <Card title={type.name} level={3}>
      <LineChart
        id={`jaren-${type.id}`}
        title={words.chart({ type: type.name, until: housing.until })}
        description={words.chartSays}
        decimals={0}
        lines={[
          { key: 'expected', label: words.expected, kind: 'main', points: rows.map(pointOf('expected')) },
          ...by.map(({ scenario, years }) => ({
            key: scenario.id,
            label: `${words.needed}, ${scenario.name.toLowerCase()}`,
            kind: 'beside' as const,
            points: years.map(pointOf('needed')),
          })),
        ]}
      />
      <Details summary={words.figures({ type: type.name })}>
        <DataTable
          caption={type.name}
          captionHidden
          rows={rows}
          rowKey={({ year }) => String(year)}
          columns={[
            { key: 'year', header: words.year, cell: ({ year }) => year },
            { key: 'expected', header: words.expected, numeric: true, cell: ({ expected }) => number(expected) },
            {
              key: 'needed',
              header: `${words.needed}, ${names}`,
              numeric: true,
              cell: ({ index }) => by.map(({ years }) => number(years[index]!.needed)).join(' / '),
            },
            {
              key: 'short',
              header: `${words.shortfall}, ${names}`,
              numeric: true,
              cell: ({ index }) => by.map(({ years }) => number(years[index]!.shortfall)).join(' / '),
            },
          ]}
        />
      </Details>
    </Card>
  );
}

const pointOf = (what: 'expected' | 'needed') => (one: Progress) => ({ year: one.year, value: one[what] });
