import type { Placed } from '../../../evaluation/index.ts';
import type { Findings } from '../../../simulation/index.ts';
import { DataTable, formatNumber, type Language, Section } from '../../../ui/index.ts';
import { NOTHING, placesOf, type Worth, worthOf } from '../../what-if/worth.ts';
import { shownAmount } from '../what-if/present.ts';
import { scenarioWords } from './words.ts';

type Valued = { readonly id: string; readonly name: string; readonly difference: Findings };
type Row = Placed & { readonly name: string; readonly worth: Worth };

/** What an extra healthy year costs in each scenario, beside doing nothing and one another. `area`: a municipality by its place. */
export function CostOfHealth(props: {
  readonly scenarios: readonly Valued[];
  readonly area: number | undefined;
  readonly lang: Language;
}) {
  const { lang } = props;
  const words = scenarioWords(lang).worth;
  const scenarios = props.scenarios.map((one) => ({ ...one, worth: worthOf(one.difference, props.area) }));
  const none: Worth = { cost: 0, effect: 0, society: 0 };
  const rows = placesOf(scenarios).map((placed): Row => {
    const scenario = scenarios.find(({ id }) => id === placed.id);
    return { ...placed, name: scenario?.name ?? words.nothing, worth: scenario?.worth ?? none };
  });
  return (
    <Section title={words.title}>
      <p>{words.intro}</p>
      <DataTable
        caption={words.title}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: words.scenario, cell: ({ name }) => name },
          { key: 'cost', header: words.cost, numeric: true, cell: ({ cost }) => money(cost, lang) },
          { key: 'effect', header: words.effect, numeric: true, cell: ({ effect }) => formatNumber(effect, 0, lang) },
          { key: 'ratio', header: words.ratio, cell: (row) => saidOf(row, rows, lang) },
          { key: 'society', header: words.society, numeric: true, cell: ({ worth }) => money(worth.society, lang) },
        ]}
      />
      <p className="omzien-soft">{words.how}</p>
    </Section>
  );
}

/** What may be said of one: what a healthy year more costs, or that another is the better buy. */
function saidOf(row: Row, rows: readonly Row[], lang: Language): string {
  const words = scenarioWords(lang).worth;
  if (row.standing === 'dominated') return row.id === NOTHING ? words.nothingBeaten : words.dominated;
  if (row.standing === 'extendedly-dominated') return words.extendedly;
  if (row.ratio === undefined) return row.id === NOTHING ? '–' : words.saves;
  const before = rows.slice(0, rows.indexOf(row)).findLast(({ standing }) => standing === 'frontier')!;
  return words.each({ euros: money(row.ratio, lang), than: before.name.toLowerCase() });
}

/** Euros of all payers together, no more exact than the model is. */
const money = (euros: number, lang: Language): string => shownAmount('insurer', euros, lang, false);
