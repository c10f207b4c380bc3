import { finding, OUTCOMES, PARAMETERS } from '../../../simulation/index.ts';
import {
  Button,
  DataList,
  DataTable,
  formatDateTime,
  formatNumber,
  type Language,
  LinkButton,
  SearchForm,
  Section,
  SelectField,
} from '../../../ui/index.ts';
import { areasOf, placeOf } from '../../model/area.ts';
import type { RunResult } from '../../what-if/run.ts';
import { YearField } from '../what-if/form.tsx';
import { OUTCOME_SLUGS, shownAmount } from '../what-if/present.ts';
import { Changes, Spread } from '../what-if/results.tsx';
import { whatIfWords } from '../what-if/words.ts';
import type { ScenarioView } from './scenario.tsx';
import { scenarioWords } from './words.ts';
import { CostOfHealth } from './worth.tsx';

type Part = { readonly view: ScenarioView; readonly result: RunResult; readonly lang: Language };

/** The result of a whole run: how it was made, what changes with chance apart from assumptions, and the tornado. */
export function Outcome(props: Part & { readonly path: string }) {
  const { view, result, lang, path } = props;
  const words = scenarioWords(lang);
  const { region, area, outcome, year, kept, places } = view;
  const which = placeOf(region, area.id);
  const count = (value: number) => formatNumber(value, 0, lang);
  return (
    <>
      <Section title={words.result}>
        <p>{words.lived({ people: count(result.people), touched: count(result.touched) })}</p>
        <p>{words.chanceIs}</p>
        <DataList
          facts={[
            { term: words.date, value: kept.doneAt ? formatDateTime(kept.doneAt, 'long', lang) : undefined },
            { term: words.seed, value: String(kept.seed) },
            { term: words.mark, value: String(result.mark) },
            { term: words.grounds, value: kept.grounds },
          ]}
        />
        <p>{words.same}</p>
        <SearchForm action={path} label={words.view} inline>
          <SelectField
            name="gebied"
            label={words.area}
            value={area.id}
            options={areasOf(region)
              .filter(({ kind }) => kind === 'here' || kind === 'municipality')
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
          <YearField year={year} lang={lang} />
          <SelectField
            name="uitkomst"
            label={words.outcome}
            value={OUTCOME_SLUGS[outcome]}
            options={OUTCOMES.map((name) => ({ value: OUTCOME_SLUGS[name], label: whatIfWords(lang).outcomes[name] }))}
          />
          <Button kind="secondary">{words.show}</Button>
        </SearchForm>
      </Section>
      <Changes told={result} area={which} year={year} lang={lang} />
      <Spread
        told={result}
        area={which}
        year={year}
        lang={lang}
        outcome={outcome}
        areaName={area.name}
        places={places}
      />
      <CostOfHealth
        scenarios={[{ id: kept.id, name: kept.name, difference: result.difference }]}
        area={which}
        lang={lang}
      />
      <Tornado {...props} />
      <p>
        <LinkButton kind="secondary" href={`${path}.csv`}>
          {words.csv}
        </LinkButton>
      </p>
    </>
  );
}

/** So many assumptions are shown. */
const MOST = 10;
const WIDE = 200;

function Tornado({ view, result, lang }: Part) {
  const words = scenarioWords(lang);
  const { outcome } = view;
  const at = OUTCOMES.indexOf(outcome);
  const rows = result.tornado
    .map(({ id, low, high }) => ({ id, low: low[at]!, high: high[at]! }))
    .filter(({ low, high }) => Math.abs(high - low) > 1e-6)
    .toSorted((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low))
    .slice(0, MOST);
  const ends = [finding(result.difference, outcome), ...rows.flatMap(({ low, high }) => [low, high])];
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const x = (value: number) => ((value - first) / (last - first || 1)) * WIDE;
  const shown = (value: number) => shownAmount(outcome, value, lang);
  return (
    <Section title={words.tornado}>
      <p>{words.tornadoIntro({ outcome: whatIfWords(lang).outcomes[outcome].toLowerCase() })}</p>
      <DataTable
        caption={words.tornado}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        empty={words.tornadoNone}
        columns={[
          {
            key: 'parameter',
            header: words.parameter,
            cell: ({ id, low, high }) => (
              <>
                {PARAMETERS[id].label[lang]}
                <svg className="omzien-swing" viewBox={`0 0 ${WIDE} 8`} aria-hidden="true" focusable="false">
                  <rect x={x(Math.min(low, high))} width={Math.max(1, Math.abs(x(high) - x(low)))} height="8" />
                </svg>
              </>
            ),
          },
          { key: 'low', header: words.low, numeric: true, cell: ({ low }) => shown(low) },
          { key: 'high', header: words.high, numeric: true, cell: ({ high }) => shown(high) },
        ]}
      />
    </Section>
  );
}
