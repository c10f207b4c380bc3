import { finding } from '../../../simulation/index.ts';
import {
  Alert,
  Button,
  Form,
  formErrors,
  Link,
  LinkButton,
  type PageContext,
  renderPage,
  Section,
  TextField,
} from '../../../ui/index.ts';
import { placeOf } from '../../model/area.ts';
import { monitorWords } from '../words.ts';
import { type FormRead, WhatIfForm } from './form.tsx';
import { shownAmount } from './present.ts';
import { Changes, Spread, shownRange, type Told, Unknown, whenOf } from './results.tsx';
import { whatIfWords } from './words.ts';

export type WhatIf = FormRead & {
  readonly shown: { readonly told: Told } | 'nothing' | 'busy';
  /** Names of the municipalities, in the order of the model. */
  readonly places: readonly string[];
  /** Where this choice is found again. */
  readonly address: string;
  readonly mayKeep: boolean;
  /** The name as it was typed, and what is wrong with it. */
  readonly naming: { readonly value: string; readonly error: string } | undefined;
};

/** Choose an approach, move it, and see at once what may change. */
export function whatIfPage(context: PageContext, page: WhatIf): string {
  const { lang } = context;
  const words = whatIfWords(lang);
  const { region } = page;
  return renderPage({
    title: words.title,
    kind: 'public',
    context,
    breadcrumbs: [
      { label: monitorWords(lang).overview.title({ region: region.name }), href: '/regiobeeld' },
      { label: words.nav },
    ],
    intro: words.intro,
    actions: page.mayKeep ? (
      <LinkButton kind="secondary" href="/regiobeeld/wat-als/scenarios">
        {words.mine}
      </LinkButton>
    ) : undefined,
    errors: formErrors({ errors: { ...page.errors, ...(page.naming ? { naam: page.naming.error } : {}) } }),
    main: (
      <>
        <WhatIfForm read={page} lang={lang} />
        <Preview page={page} context={context} />
        <Unknown lang={lang} />
        <Section title={words.assumptions}>
          <p>
            <Link href="/regiobeeld/wat-als/aannames">{words.assumptionsLink}</Link>
          </p>
        </Section>
      </>
    ),
  });
}

/** The part of the page that follows what is chosen. */
function Preview({ page, context }: { readonly page: WhatIf; readonly context: PageContext }) {
  const { lang } = context;
  const words = whatIfWords(lang);
  const { shown, region, outcome, places, year } = page;
  const area = placeOf(region, page.area);
  const areaName = area === undefined ? region.name : places[area]!;
  const waits = typeof shown === 'object' && !shown.told.low;
  return (
    <div id="vooruitblik" className="omzien-flow" data-again={waits ? '3' : undefined}>
      <Section title={words.preview}>
        {shown === 'nothing' ? (
          <p>{words.nothing}</p>
        ) : shown === 'busy' ? (
          <Alert tone="info">{words.busy}</Alert>
        ) : (
          <>
            <div aria-live="polite">
              <p>
                <strong>
                  {words.headline({
                    area: areaName,
                    outcome: words.outcomes[outcome],
                    value: shownAmount(outcome, finding(shown.told.difference, outcome, area, year), lang),
                    when: whenOf(year, lang),
                  })}
                </strong>{' '}
                {waits ? words.later : rangedOf(shown.told, page, area, context)}
              </p>
            </div>
            <p>{words.expectedIs}</p>
          </>
        )}
      </Section>
      {typeof shown === 'object' ? (
        <>
          <Changes told={shown.told} area={area} year={year} lang={lang} />
          <Spread
            told={shown.told}
            area={area}
            year={year}
            lang={lang}
            outcome={outcome}
            areaName={areaName}
            places={places}
          />
          <Section title={words.take}>
            <p>
              <LinkButton kind="secondary" href={`/regiobeeld/wat-als.csv${new URL(page.address).search}`}>
                {words.csv}
              </LinkButton>
            </p>
            <p>{words.share}</p>
            <p className="omzien-soft">{page.address}</p>
          </Section>
          <Keep page={page} context={context} />
        </>
      ) : null}
    </div>
  );
}

function rangedOf(told: Told, { outcome, year }: WhatIf, area: number | undefined, { lang }: PageContext): string {
  const amount = (findings: NonNullable<Told['low']>) =>
    shownAmount(outcome, finding(findings, outcome, area, year), lang);
  return told.low && told.high
    ? whatIfWords(lang).ranged({ lower: amount(told.low), upper: amount(told.high) })
    : shownRange({ told, area, year, lang }, outcome, area, year);
}

function Keep({ page, context }: { readonly page: WhatIf; readonly context: PageContext }) {
  const words = whatIfWords(context.lang);
  return (
    <Section title={words.keep}>
      <p>{words.keepIntro}</p>
      {page.mayKeep ? (
        <Form
          action="/regiobeeld/wat-als/scenarios"
          label={words.keep}
          hidden={{ keuze: new URL(page.address).search.slice(1) }}
        >
          <TextField
            name="naam"
            label={words.name}
            maxLength={80}
            value={page.naming?.value}
            error={page.naming?.error}
          />
          <Button>{words.save}</Button>
        </Form>
      ) : (
        <p>{words.keepWho}</p>
      )}
    </Section>
  );
}
