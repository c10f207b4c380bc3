import { finding, OUTCOMES } from '../../../simulation/index.ts';
import {
  Alert,
  Button,
  DataTable,
  Link,
  type PageContext,
  renderPage,
  SearchForm,
  SelectField,
} from '../../../ui/index.ts';
import type { AheadRegion } from '../../futures/ahead.ts';
import { type Area, areasOf, placeOf } from '../../model/area.ts';
import type { KeptScenario } from '../../store/scenarios.ts';
import { shownAmount } from '../what-if/present.ts';
import { shownRange, type Told, Unknown } from '../what-if/results.tsx';
import { whatIfWords } from '../what-if/words.ts';
import { scenarioWords } from './words.ts';
import { CostOfHealth } from './worth.tsx';

/** One scenario with what it brings; `lived`: every life was lived, otherwise it is the expectation. */
export type Compared = { readonly kept: KeptScenario; readonly told: Told; readonly lived: boolean };
type Comparison = { readonly region: AheadRegion; readonly area: Area; readonly pairs: readonly Compared[] };

/** Scenarios beside each other: what each changes, and for whom, in the region or one municipality. */
export function comparePage(context: PageContext, { region, area, pairs }: Comparison): string {
  const { lang } = context;
  const words = scenarioWords(lang);
  const outcomes = whatIfWords(lang).outcomes;
  const where = placeOf(region, area.id);
  return renderPage({
    title: words.compareTitle,
    kind: 'work',
    context,
    breadcrumbs: [
      { label: whatIfWords(lang).nav, href: '/regiobeeld/wat-als' },
      { label: words.list, href: '/regiobeeld/wat-als/scenarios' },
      { label: words.compareTitle },
    ],
    intro: words.compareIntro,
    main: (
      <>
        {pairs.length < 2 ? <Alert tone="info">{words.compareFew}</Alert> : null}
        {pairs.length > 0 ? (
          <>
            <SearchForm
              action="/regiobeeld/wat-als/vergelijk"
              label={words.view}
              hidden={{ met: pairs.map(({ kept }) => kept.id).join() }}
              inline
            >
              <SelectField
                name="gebied"
                label={words.area}
                value={area.id}
                options={areasOf(region)
                  .filter(({ kind }) => kind === 'here' || kind === 'municipality')
                  .map(({ id, name }) => ({ value: id, label: name }))}
              />
              <Button kind="secondary">{words.show}</Button>
            </SearchForm>
            <DataTable
              caption={words.compareOf({ area: area.name })}
              rows={OUTCOMES.map((name) => ({ name }))}
              rowKey={({ name }) => name}
              columns={[
                { key: 'what', header: whatIfWords(lang).what, cell: ({ name }) => outcomes[name] },
                ...pairs.map(({ kept, told, lived }) => ({
                  key: kept.id,
                  header: lived ? kept.name : words.expectedOnly({ name: kept.name }),
                  cell: ({ name }: { readonly name: (typeof OUTCOMES)[number] }) => (
                    <>
                      <strong>{shownAmount(name, finding(told.difference, name, where), lang)}</strong>
                      {told.low ? (
                        <div className="omzien-soft">
                          {shownRange({ told, area: where, year: undefined, lang }, name, where)}
                        </div>
                      ) : null}
                    </>
                  ),
                })),
              ]}
            />
            {pairs.some(({ told }) => !told.low) ? <p>{whatIfWords(lang).later}</p> : null}
            <CostOfHealth
              scenarios={pairs.map(({ kept: { id, name }, told }) => ({ id, name, difference: told.difference }))}
              area={where}
              lang={lang}
            />
          </>
        ) : null}
        <p>
          <Link href="/regiobeeld/wat-als/scenarios">{words.list}</Link>
        </p>
        <Unknown lang={lang} />
      </>
    ),
  });
}
