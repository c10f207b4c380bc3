import type { Region } from '../../../content/index.ts';
import { DataTable, type Language, Link, Section } from '../../../ui/index.ts';
import type { Area } from '../../model/area.ts';
import { fromOf, shownInterval, shownValue } from '../present.ts';
import { monitorWords } from '../words.ts';
import type { SheetRow } from './rows.ts';
import { sheetWords } from './words.ts';

/** What is known of an area itself, beside the region. */
export function OwnFigures(props: {
  readonly region: Region;
  readonly area: Area;
  readonly rows: readonly SheetRow[];
  readonly lang: Language;
}) {
  const { region, area, lang } = props;
  const all = monitorWords(lang);
  const words = sheetWords(lang);
  const rows = props.rows.filter(({ own }) => own);
  if (rows.length === 0) return <p>{words.noneOfItsOwn({ area: area.name })}</p>;
  return (
    <Section title={words.own({ area: area.name, region: region.name })}>
      <DataTable
        caption={words.own({ area: area.name, region: region.name })}
        captionHidden
        rows={rows}
        rowKey={({ indicator }) => indicator.id}
        columns={[
          {
            key: 'indicator',
            header: words.indicator,
            cell: ({ indicator }) => (
              <Link href={`/regiobeeld/${indicator.id}?gebied=${area.id}`}>{indicator.title}</Link>
            ),
          },
          {
            key: 'own',
            header: area.name,
            numeric: true,
            cell: ({ indicator, own }) => <strong>{shownValue(indicator, own!.value, lang)}</strong>,
          },
          {
            key: 'interval',
            header: all.page.interval,
            cell: ({ indicator, own }) => shownInterval(indicator, own!, lang),
          },
          {
            key: 'whole',
            header: region.name,
            numeric: true,
            cell: ({ indicator, whole }) => (whole ? shownValue(indicator, whole.value, lang) : '–'),
          },
          // Where nothing has five years, there is no column of dashes.
          ...(rows.some(({ trend }) => trend)
            ? [
                {
                  key: 'trend',
                  header: words.trend,
                  cell: ({ trend }: SheetRow) => (trend ? words.trends[trend.direction] : '–'),
                },
              ]
            : []),
          { key: 'from', header: words.year, cell: ({ indicator, own }) => fromOf(indicator, own!) },
        ]}
      />
    </Section>
  );
}

/** Findings, one a line. */
export function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
