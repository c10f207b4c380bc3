import { publishedProportion } from '../../../figures/index.ts';
import { FUNNEL_STEPS, type FunnelFigure, type FunnelStep, normsOf } from '../../../pathways/index.ts';
import {
  Alert,
  BarChart,
  Button,
  Card,
  type Column,
  DataTable,
  EmptyState,
  formatDate,
  formatNumber,
  type Language,
  Link,
  LinkButton,
  type PageContext,
  renderPage,
  SearchForm,
  Section,
  SelectField,
} from '../../../ui/index.ts';
import { areaOf, areasOf } from '../../model/area.ts';
import { shownValue } from '../present.ts';
import { monitorWords } from '../words.ts';
import type { FunnelRead } from './handler.ts';
import { funnelWords } from './words.ts';

/** From signal to better: the steps of one month in one area, then by municipality and by month. */
export function funnelPage(context: PageContext, read: FunnelRead, demo: boolean): string {
  const { lang } = context;
  const words = funnelWords(lang);
  const { region, task, pathway, area, month, months } = read;
  return renderPage({
    title: `${words.title}: ${task.title}`,
    kind: 'public',
    context,
    breadcrumbs: [
      { label: monitorWords(lang).overview.title({ region: region.name }), href: '/regiobeeld' },
      { label: words.title },
    ],
    intro: words.intro,
    main: (
      <>
        {demo ? <Alert tone="info">{words.demo}</Alert> : null}
        <SearchForm action="/regiobeeld/trechter" label={words.pathway} inline>
          <SelectField
            name="keten"
            label={words.pathway}
            value={task.id}
            options={(region.monitor.tasks ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          />
          <SelectField
            name="gebied"
            label={words.area}
            value={area.id}
            options={areasOf(region)
              .filter(({ kind }) => kind === 'here' || kind === 'municipality')
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
          {month ? (
            <SelectField
              name="maand"
              label={words.month}
              value={month.slice(0, 7)}
              options={months.map((one) => ({ value: one.slice(0, 7), label: formatDate(one, 'month', lang) }))}
            />
          ) : null}
          <Button kind="secondary">{words.show}</Button>
        </SearchForm>
        <Size read={read} lang={lang} />
        {!pathway ? (
          <p>{words.notFollowed}</p>
        ) : month ? (
          <Steps read={read} month={month} lang={lang} />
        ) : (
          <EmptyState title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        )}
      </>
    ),
  });
}

/** How large the task is, beside what was done. */
function Size(props: { readonly read: FunnelRead; readonly lang: Language }) {
  const { region, task, size } = props.read;
  const words = funnelWords(props.lang);
  const indicator = region.themes.flatMap(({ indicators }) => indicators).find(({ id }) => id === task.indicator);
  return (
    <Card title={words.task} soft>
      {indicator && size ? (
        <p>
          <strong>
            {words.taskValue({
              title: indicator.title,
              value: shownValue(indicator, size.value, props.lang),
              area: areaOf(region, size.area)?.name ?? size.area,
              year: size.year,
            })}
          </strong>
        </p>
      ) : null}
      <p>{task.text}</p>
      <p>
        <Link href={`/regiobeeld/${task.indicator}`}>{words.taskSource}</Link>
      </p>
    </Card>
  );
}

type Count = (area: string, month: string, step: FunnelStep) => FunnelFigure | undefined;

function Steps(props: { readonly read: FunnelRead; readonly month: string; readonly lang: Language }) {
  const { read, month, lang } = props;
  const { region, area, months, figures, pathway } = read;
  const words = funnelWords(lang);
  const shownMonth = formatDate(month, 'month', lang);
  const index = new Map(figures.map((one) => [`${one.area} ${one.month} ${one.step}`, one]));
  const of: Count = (where, when, step) => index.get(`${where} ${when} ${step}`);
  const countOf = (where: string, when: string, step: FunnelStep) => of(where, when, step)?.people ?? null;
  const people = (count: number | null) => (count === null ? words.hidden : formatNumber(count, 0, lang));
  const byStep = <Row,>(where: (row: Row) => string, when: (row: Row) => string): readonly Column<Row>[] =>
    FUNNEL_STEPS.map(({ step }) => ({
      key: step,
      header: words.steps[step],
      numeric: true,
      cell: (row: Row) => {
        const count = countOf(where(row), when(row), step);
        if (count !== null) return people(count);
        return (
          <>
            <span aria-hidden="true">*</span>
            <span className="omzien-hidden">{words.hidden}</span>
          </>
        );
      },
    }));
  const municipalities = region.municipalities.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
  const keten = `?keten=${read.task.id}`;
  return (
    <>
      <Section title={words.chart({ area: area.name, month: shownMonth })}>
        <BarChart
          title={words.chart({ area: area.name, month: shownMonth })}
          labelHeader={words.step}
          valueHeader={words.people}
          bars={FUNNEL_STEPS.map(({ step }) => ({
            key: step,
            label: words.steps[step],
            value: countOf(area.id, month, step) ?? 0,
            shown: people(countOf(area.id, month, step)),
          }))}
        />
        <DataTable
          caption={words.days}
          captionHidden
          aligned
          rows={FUNNEL_STEPS}
          rowKey={({ step }) => step}
          columns={[
            {
              key: 'step',
              header: words.step,
              cell: ({ step }) => (
                <>
                  <strong>{words.steps[step]}</strong>
                  <br />
                  <span className="omzien-soft">{words.meaning[step]}</span>
                </>
              ),
            },
            {
              key: 'people',
              header: words.people,
              numeric: true,
              cell: ({ step }) => people(countOf(area.id, month, step)),
            },
            {
              key: 'days',
              header: words.days,
              numeric: true,
              cell: ({ step }) => of(area.id, month, step)?.days ?? '–',
            },
            {
              key: 'norm',
              header: words.norm,
              cell: ({ step }) => normText(pathway ? normsOf(pathway, step) : [], lang),
            },
            {
              key: 'time',
              header: words.inTime,
              cell: ({ step }) =>
                pathway && normsOf(pathway, step).length > 0 ? inTime(of(area.id, month, step), lang) : '–',
            },
            {
              key: 'year',
              header: words.year,
              numeric: true,
              cell: ({ step }) => {
                const all = months.map((one) => countOf(area.id, one, step));
                const known = all.filter((one) => one !== null);
                if (known.length === 0) return words.hidden;
                return words.yearText({
                  people: formatNumber(
                    known.reduce((sum, one) => sum + one, 0),
                    0,
                    lang,
                  ),
                  hidden: all.length - known.length,
                });
              },
            },
          ]}
        />
      </Section>
      <Section title={words.municipalities({ month: shownMonth })}>
        <p aria-hidden="true">{words.star}</p>
        <DataTable
          caption={words.municipalities({ month: shownMonth })}
          captionHidden
          figures
          rows={municipalities}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'area',
              header: words.area,
              cell: ({ id, name }) => (
                <Link href={`/regiobeeld/trechter${keten}&gebied=${id}&maand=${month.slice(0, 7)}`}>{name}</Link>
              ),
            },
            ...byStep<{ readonly id: string }>(
              ({ id }) => id,
              () => month,
            ),
          ]}
        />
      </Section>
      <Section title={words.months({ area: area.name })}>
        <p aria-hidden="true">{words.star}</p>
        <DataTable
          caption={words.months({ area: area.name })}
          captionHidden
          figures
          rows={months}
          rowKey={(one) => one}
          columns={[
            { key: 'month', header: words.month, keepTogether: true, cell: (one) => formatDate(one, 'month', lang) },
            ...byStep<string>(
              () => area.id,
              (one) => one,
            ),
          ]}
        />
      </Section>
      <Section title={words.how}>
        {[words.howText.people, words.howText.hidden, words.howText.once, words.howText.days].map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Section>
      <Section title={words.take}>
        <p>
          <LinkButton kind="secondary" href={`/regiobeeld/trechter.csv${keten}`}>
            {words.csv}
          </LinkButton>{' '}
          <LinkButton kind="secondary" href={`/regiobeeld/trechter.json${keten}`}>
            {words.json}
          </LinkButton>
        </p>
      </Section>
    </>
  );
}

function normText(norms: ReturnType<typeof normsOf>, lang: Language): string {
  const words = funnelWords(lang);
  if (norms.length === 0) return words.noNorm;
  return norms.map(({ amount, unit }) => words.normText({ amount, unit: words.units[unit] })).join(' / ');
}

/** The share in time with its interval, from the rounded counts. */
function inTime(figure: FunnelFigure | undefined, lang: Language): string {
  const words = funnelWords(lang);
  const share = publishedProportion(figure?.in_time ?? null, figure?.people ?? null);
  if (!share) return words.hidden;
  const percent = (value: number) => `${formatNumber(value * 100, 0, lang)}%`;
  return words.ofPeople({ share: percent(share.value), lower: percent(share.lower), upper: percent(share.upper) });
}
