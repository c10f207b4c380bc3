import {
  Alert,
  Button,
  Card,
  DataList,
  DataTable,
  Details,
  formatNumber,
  type Language,
  type Line,
  LineChart,
  Link,
  SearchForm,
  Section,
  SelectField,
} from '../../../ui/index.ts';
import { VARIANT_NAMES } from '../../futures/ahead.ts';
import type { Beside } from '../../futures/plans.ts';
import { type Subject, subjectOf } from '../../futures/subjects.ts';
import { areasOf } from '../../model/area.ts';
import { shownValue } from '../present.ts';
import type { FutureRead } from './handler.ts';
import { shownAhead, shownBand, shownChange, VARIANT_SLUGS } from './present.ts';
import { futureWords } from './words.ts';

type Read = { readonly read: FutureRead; readonly lang: Language };

/** Area, way and totals, as a form that asks. `year`: of the table by age and sex. */
export function Choose({
  read,
  lang,
  action,
  withYear,
}: Read & { readonly action: string; readonly withYear: boolean }) {
  const words = futureWords(lang);
  const { region, choice, ahead, year } = read;
  const places = areasOf(region).filter(({ kind }) => kind === 'here' || kind === 'municipality');
  return (
    <SearchForm action={action} label={words.choose}>
      <SelectField
        name="gebied"
        label={words.area}
        value={choice.area}
        options={places.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        name="variant"
        label={words.variant}
        value={VARIANT_SLUGS[choice.variant]}
        options={VARIANT_NAMES.map((name) => ({ value: VARIANT_SLUGS[name], label: words.variants[name] }))}
      />
      <SelectField
        name="totalen"
        label={words.totals}
        value={choice.toPlans ? 'plannen' : 'eigen'}
        options={[
          { value: 'eigen', label: words.totalsOwn },
          { value: 'plannen', label: words.totalsPlans },
        ]}
      />
      {withYear ? (
        <SelectField
          name="jaar"
          label={words.agesYear}
          value={String(year)}
          options={ahead.years.map((one) => ({ value: String(one), label: String(one) }))}
        />
      ) : null}
      <Button kind="secondary">{words.show}</Button>
    </SearchForm>
  );
}

/** Years that are drawn and listed: the first, every fifth, the last, and those that plans speak of. */
export function yearsShown({ ahead, beside }: FutureRead, subject: Subject): readonly number[] {
  const planned = new Set(beside.filter(({ figure }) => figure === subject.figure).map(({ year }) => year));
  return ahead.years.filter((year, index) => index === 0 || year % 5 === 0 || planned.has(year));
}

/** The lines of a figure, and what plans say in the same unit as dashed ones. */
export function linesOf(read: FutureRead, subject: Subject, lang: Language): readonly Line[] {
  const words = futureWords(lang);
  const years = yearsShown(read, subject);
  const own = read.ahead.linesOf(subject.figure).map(
    ({ key, points }): Line => ({
      key,
      label: subject.lines.length > 1 ? words.lines[key] : words.own,
      kind: 'main',
      points: points.filter(({ year }) => years.includes(year)),
    }),
  );
  const said = read.beside.filter(({ figure, growthFrom }) => figure === subject.figure && growthFrom === undefined);
  const plans = [...Map.groupBy(said, ({ id }) => id).values()].map(
    (of): Line => ({
      key: of[0]!.id,
      label: of[0]!.series.name,
      kind: 'beside',
      points: of.map(({ year, plan }) => ({ year, value: plan })),
    }),
  );
  return [...own, ...plans];
}

/** The figure over the years. */
export function FutureChart({
  read,
  subject,
  lang,
  alone,
}: Read & { readonly subject: Subject; readonly alone?: boolean }) {
  const words = futureWords(lang);
  return (
    <LineChart
      id="jaren"
      title={words.chart({ title: words.titles[subject.figure], area: read.area.name })}
      description={words.chartSays}
      lines={linesOf(read, subject, lang)}
      decimals={subject.unit === 'ratio' ? 1 : 0}
      alone={alone}
    />
  );
}

/** What comes out here beside what the plans say, and why it differs. */
export function PlansTable({ read, rows, lang }: Read & { readonly rows: readonly Beside[] }) {
  const words = futureWords(lang);
  return (
    <Section title={words.plans}>
      <p>{words.plansIntro}</p>
      {read.choice.toPlans ? <Alert tone="info">{words.plansAligned}</Alert> : null}
      {rows.length === 0 ? (
        <p>{words.noPlans}</p>
      ) : (
        <>
          <DataTable
            caption={words.plans}
            captionHidden
            rows={rows}
            rowKey={({ id, year }) => `${id} ${year}`}
            columns={[
              { key: 'what', header: words.what, cell: (row) => whatOf(row, lang) },
              { key: 'year', header: words.year, numeric: true, cell: ({ year }) => year },
              { key: 'own', header: words.own, cell: (row) => ownOf(row, lang) },
              {
                key: 'plan',
                header: words.plan,
                numeric: true,
                cell: ({ indicator, plan }) => <strong>{shownValue(indicator, plan, lang)}</strong>,
              },
              {
                key: 'source',
                header: words.source,
                cell: ({ indicator, series }) => <Link href={`/regiobeeld/${indicator.id}`}>{series.name}</Link>,
              },
            ]}
          />
          <Card title={words.why} level={3}>
            <DataList facts={whyOf(rows, lang)} />
          </Card>
        </>
      )}
    </Section>
  );
}

/** Why figures differ, once for each plan: it holds for all its years. */
function whyOf(rows: readonly Beside[], lang: Language) {
  return [...Map.groupBy(rows, ({ id }) => id).values()].map(([row]) => ({
    term: `${whatOf(row!, lang)}: ${row!.series.name}`,
    value: row!.differ,
  }));
}

function whatOf({ figure, growthFrom }: Beside, lang: Language): string {
  const words = futureWords(lang);
  const title = words.titles[figure];
  return growthFrom === undefined ? title : words.since({ title, year: growthFrom });
}

function ownOf({ figure, growthFrom, own }: Beside, lang: Language) {
  const words = futureWords(lang);
  const { unit } = subjectOf(figure);
  if (growthFrom === undefined)
    return (
      <>
        <strong>{shownAhead(unit, own.value, lang)}</strong> ({shownBand(unit, own, lang)})
      </>
    );
  const shown = (value: number) => shownChange(value, lang);
  return (
    <>
      <strong>{shown(own.value)}</strong> ({words.between({ lower: shown(own.lower), upper: shown(own.upper) })})
    </>
  );
}

/** How it was reckoned, what the band is, where it comes from and what is not known. */
export function HowItWasMade({ read, lang }: Read) {
  const words = futureWords(lang);
  const { region } = read;
  const { workforce, totals } = region.futures;
  return (
    <Section title={words.how}>
      <ul>
        {Object.values(words.method).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Card title={words.bandIs} level={3}>
        <p>{words.bandSays}</p>
      </Card>
      <Card title={words.unknown} level={3}>
        <p>{words.unknownSays}</p>
      </Card>
      <Details summary={words.sources}>
        <ul>
          <li>{words.workers({ ...workforce, workers: formatNumber(workforce.workers, 0, lang) })}</li>
          {totals.map((total) => (
            <li key={`${total.year} ${total.from}`}>
              {words.totalsAre({ ...total, people: formatNumber(total.people, 0, lang) })}
            </li>
          ))}
        </ul>
        <DataList
          facts={[region.population.source, ...region.demography.sources].map(({ name, date, licence }) => ({
            term: name,
            value: [date, licence].filter(Boolean).join(', '),
          }))}
        />
      </Details>
    </Section>
  );
}
