import {
  costOf,
  FIGURES,
  type FigureName,
  type Findings,
  finding,
  gainOf,
  OUTCOMES,
  type OutcomeName,
  PAYERS,
  type Payer,
} from '../../../simulation/index.ts';
import { DataTable, Details, type Language, LineChart, Section } from '../../../ui/index.ts';
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
  /** The number of a year, counted from the first; undefined for all together. */
  readonly year: number | undefined;
  readonly lang: Language;
};

/** The range by what is not known of the parameters, in words. */
export function shownRange({ told, lang }: Place, name: FigureName, area?: number, year?: number, sign = true): string {
  if (!told.low || !told.high) return '–';
  return whatIfWords(lang).between({
    lower: shownAmount(name, finding(told.low, name, area, year), lang, sign),
    upper: shownAmount(name, finding(told.high, name, area, year), lang, sign),
  });
}

const shownChance = ({ told, lang }: Place, name: OutcomeName, area?: number, year?: number): string =>
  told.chance
    ? whatIfWords(lang).plusMinus({ value: shownAmount(name, finding(told.chance, name, area, year), lang, false) })
    : '–';

/** Of which years a figure is. */
export const whenOf = (year: number | undefined, lang: Language): string =>
  year === undefined
    ? whatIfWords(lang)
        .allYears({ from: FROM, until: UNTIL - 1 })
        .toLowerCase()
    : String(FROM + year);

/** What changes over all years, or in one: people and care, then money for each payer. */
export function Changes(props: Place) {
  const words = whatIfWords(props.lang);
  const people = OUTCOMES.filter((name) => !isMoney(name));
  return (
    <>
      <Section title={words.changes}>
        <p>{words.changesIntro({ when: whenOf(props.year, props.lang) })}</p>
        <Outcomes {...props} caption={words.changes} header={words.what} names={people} />
      </Section>
      <Section title={words.money}>
        <p>
          {words.moneyIntro} {props.year === undefined ? words.moneyLater : null}
        </p>
        <Accounts {...props} />
      </Section>
    </>
  );
}

/** What each payer spends, what it brings them, and what is left over. */
function Accounts(props: Place) {
  const { told, area, year, lang } = props;
  const words = whatIfWords(lang);
  const amount = (name: FigureName, sign: boolean) => (
    <>
      <strong>{shownAmount(name, finding(told.difference, name, area, year), lang, sign)}</strong>
      {told.low ? <div className="omzien-soft">{shownRange(props, name, area, year, sign)}</div> : null}
    </>
  );
  return (
    <DataTable
      caption={words.money}
      captionHidden
      rows={PAYERS.map((payer) => ({ payer }))}
      rowKey={({ payer }) => payer}
      columns={[
        { key: 'payer', header: words.payer, cell: ({ payer }) => words.outcomes[payer] },
        { key: 'cost', header: words.cost, cell: ({ payer }) => amount(costOf(payer), false) },
        { key: 'gain', header: words.gain, cell: ({ payer }) => amount(gainOf(payer), true) },
        { key: 'net', header: words.net, cell: ({ payer }) => amount(payer, true) },
        ...(told.chance
          ? [
              {
                key: 'chance',
                header: words.chance,
                cell: ({ payer }: { readonly payer: Payer }) => shownChance(props, payer, area, year),
              },
            ]
          : []),
      ]}
    />
  );
}

function Outcomes(
  props: Place & { readonly caption: string; readonly header: string; readonly names: readonly OutcomeName[] },
) {
  const { told, area, year, lang, names } = props;
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
          cell: ({ name }) => <strong>{shownAmount(name, finding(told.difference, name, area, year), lang)}</strong>,
        },
        { key: 'range', header: words.range, cell: ({ name }) => shownRange(props, name, area, year) },
        ...(told.chance
          ? [
              {
                key: 'chance',
                header: words.chance,
                cell: ({ name }: { readonly name: OutcomeName }) => shownChance(props, name, area, year),
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
              : shownAmount(name, finding(told.baseline, name, area, year), lang, false),
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
        <Details summary={words.table}>
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
        </Details>
      </Section>
      <Section title={words.places}>
        <DataTable
          caption={`${words.outcomes[outcome]}: ${words.places.toLowerCase()}, ${whenOf(props.year, lang)}`}
          rows={places.map((name, index) => ({ name, index }))}
          rowKey={({ name }) => name}
          columns={[
            { key: 'place', header: words.municipality, cell: ({ name }) => name },
            {
              key: 'difference',
              header: words.difference,
              numeric: true,
              cell: ({ index }) => value(index, props.year),
            },
            { key: 'range', header: words.range, cell: ({ index }) => shownRange(props, outcome, index, props.year) },
            ...(told.chance
              ? [
                  {
                    key: 'chance',
                    header: words.chance,
                    cell: ({ index }: { readonly index: number }) => shownChance(props, outcome, index, props.year),
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
  const plain = (findings: Findings | undefined, name: FigureName, area?: number, year?: number) =>
    findings ? String(Number(finding(findings, name, area, year).toFixed(3))) : '';
  const areas = [...places.map((id, index) => ({ id, index })), { id: regionId, index: undefined }];
  return [
    head,
    ...areas.flatMap(({ id, index }) =>
      Array.from({ length: told.difference.years + 1 }, (_, year) => year).flatMap((year) => {
        const when = year === told.difference.years ? undefined : year;
        return FIGURES.map((name) => [
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
