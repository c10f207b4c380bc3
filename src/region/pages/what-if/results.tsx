import { type Findings, finding, OUTCOMES, type OutcomeName, PAYERS } from '../../../simulation/index.ts';
import { DataTable, type Language, LineChart, Section } from '../../../ui/index.ts';
import { FROM, UNTIL } from '../../what-if/scenario.ts';
import { isMoney, shownAmount } from './present.ts';
import { whatIfWords } from './words.ts';

/** What there is to show of a scenario; the preview has no chance, and at first no ranges. */
export type Told = {
  readonly difference: Findings;
  readonly baseline: Findings;
  readonly low?: Findings | undefined;
  readonly high?: Findings | undefined;
  readonly chance?: Findings | undefined;
};
type Place = {
  readonly told: Told;
  /** The number of a municipality; undefined for all together. */
  readonly area: number | undefined;
  readonly lang: Language;
};

/** The range by what is not known of the parameters, in words. */
export function shownRange({ told, lang }: Place, name: OutcomeName, area?: number, year?: number): string {
  if (!told.low || !told.high) return '–';
  return whatIfWords(lang).between({
    lower: shownAmount(name, finding(told.low, name, area, year), lang),
    upper: shownAmount(name, finding(told.high, name, area, year), lang),
  });
}

const shownChance = ({ told, lang }: Place, name: OutcomeName, area?: number, year?: number): string =>
  told.chance
    ? whatIfWords(lang).plusMinus({ value: shownAmount(name, finding(told.chance, name, area, year), lang, false) })
    : '–';

/** What changes over all years: people and care, then money for each payer. */
export function Changes(props: Place) {
  const words = whatIfWords(props.lang);
  const people = OUTCOMES.filter((name) => !isMoney(name));
  return (
    <>
      <Section title={words.changes}>
        <p>{words.changesIntro({ from: FROM, until: UNTIL - 1 })}</p>
        <Outcomes {...props} caption={words.changes} header={words.what} names={people} />
      </Section>
      <Section title={words.money}>
        <p>{words.moneyIntro}</p>
        <Outcomes {...props} caption={words.money} header={words.payer} names={PAYERS} />
      </Section>
    </>
  );
}

function Outcomes(
  props: Place & { readonly caption: string; readonly header: string; readonly names: readonly OutcomeName[] },
) {
  const { told, area, lang, names } = props;
  const words = whatIfWords(lang);
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={names.map((name) => ({ name }))}
      rowKey={({ name }) => name}
      columns={[
        { key: 'what', header: props.header, cell: ({ name }) => words.outcomes[name] },
        {
          key: 'difference',
          header: words.difference,
          numeric: true,
          cell: ({ name }) => <strong>{shownAmount(name, finding(told.difference, name, area), lang)}</strong>,
        },
        { key: 'range', header: words.range, cell: ({ name }) => shownRange(props, name, area) },
        ...(told.chance
          ? [
              {
                key: 'chance',
                header: words.chance,
                cell: ({ name }: { readonly name: OutcomeName }) => shownChance(props, name, area),
              },
            ]
          : []),
        {
          key: 'baseline',
          header: words.baseline,
          numeric: true,
          cell: ({ name }) =>
            isMoney(name) || name === 'helped'
              ? '–'
              : shownAmount(name, finding(told.baseline, name, area), lang, false),
        },
      ]}
    />
  );
}

/** One outcome in each year, and of each municipality over all years. */
export function Spread(
  props: Place & { readonly outcome: OutcomeName; readonly areaName: string; readonly places: readonly string[] },
) {
  const { told, area, lang, outcome, places } = props;
  const words = whatIfWords(lang);
  const years = Array.from({ length: told.difference.years }, (_, index) => ({ index, year: FROM + index }));
  const title = `${words.outcomes[outcome]}, ${props.areaName}`;
  const at = (findings: Findings, year: number) => finding(findings, outcome, area, year);
  const value = (where: number | undefined, year?: number) =>
    shownAmount(outcome, finding(told.difference, outcome, where, year), lang);
  return (
    <>
      <Section title={words.over}>
        <LineChart
          id="jaren"
          title={title}
          description={words.overSays}
          decimals={0}
          lines={[
            {
              key: outcome,
              label: words.outcomes[outcome],
              kind: 'main',
              points: years.map(({ index, year }) => ({
                year,
                value: at(told.difference, index),
                lower: told.low ? at(told.low, index) : null,
                upper: told.high ? at(told.high, index) : null,
              })),
            },
          ]}
        />
        <DataTable
          caption={title}
          rows={years}
          rowKey={({ year }) => String(year)}
          columns={[
            { key: 'year', header: words.year, cell: ({ year }) => year },
            { key: 'difference', header: words.difference, numeric: true, cell: ({ index }) => value(area, index) },
            { key: 'range', header: words.range, cell: ({ index }) => shownRange(props, outcome, area, index) },
            ...(told.chance
              ? [
                  {
                    key: 'chance',
                    header: words.chance,
                    cell: ({ index }: { readonly index: number }) => shownChance(props, outcome, area, index),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title={words.places}>
        <DataTable
          caption={`${words.outcomes[outcome]}: ${words.places.toLowerCase()}`}
          rows={places.map((name, index) => ({ name, index }))}
          rowKey={({ name }) => name}
          columns={[
            { key: 'place', header: words.municipality, cell: ({ name }) => name },
            { key: 'difference', header: words.difference, numeric: true, cell: ({ index }) => value(index) },
            { key: 'range', header: words.range, cell: ({ index }) => shownRange(props, outcome, index) },
            ...(told.chance
              ? [
                  {
                    key: 'chance',
                    header: words.chance,
                    cell: ({ index }: { readonly index: number }) => shownChance(props, outcome, index),
                  },
                ]
              : []),
          ]}
        />
      </Section>
    </>
  );
}

/** What the model cannot know, on every page with a result. */
export function Unknown({ lang }: { readonly lang: Language }) {
  const words = whatIfWords(lang);
  return (
    <Section title={words.unknown}>
      <ul>
        {Object.values(words.unknownLines).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

/** Every figure of a result, for programs. */
export function linesOfResult(told: Told, places: readonly string[], regionId: string): readonly (readonly string[])[] {
  const head = ['area', 'year', 'outcome', 'difference', 'lower', 'upper', 'chance', 'baseline'];
  const plain = (findings: Findings | undefined, name: OutcomeName, area?: number, year?: number) =>
    findings ? String(Number(finding(findings, name, area, year).toFixed(3))) : '';
  const areas = [...places.map((id, index) => ({ id, index })), { id: regionId, index: undefined }];
  return [
    head,
    ...areas.flatMap(({ id, index }) =>
      Array.from({ length: told.difference.years + 1 }, (_, year) => year).flatMap((year) => {
        const when = year === told.difference.years ? undefined : year;
        return OUTCOMES.map((name) => [
          id,
          when === undefined ? 'all' : String(FROM + when),
          name,
          ...[told.difference, told.low, told.high, told.chance, told.baseline].map((each) =>
            plain(each, name, index, when),
          ),
        ]);
      }),
    ),
  ];
}
