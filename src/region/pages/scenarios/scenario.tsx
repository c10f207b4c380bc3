import type { OutcomeName, Scenario } from '../../../simulation/index.ts';
import {
  Alert,
  Button,
  EmptyState,
  Form,
  formatDate,
  Link,
  LinkButton,
  type PageContext,
  renderPage,
  Section,
  WaitingState,
} from '../../../ui/index.ts';
import type { AheadRegion } from '../../futures/ahead.ts';
import type { Area } from '../../model/area.ts';
import type { KeptScenario } from '../../store/scenarios.ts';
import type { RunResult } from '../../what-if/run.ts';
import { queryOfScenario } from '../../what-if/scenario.ts';
import { Unknown } from '../what-if/results.tsx';
import { whatIfWords } from '../what-if/words.ts';
import { Outcome } from './outcome.tsx';
import { summaryOf } from './summary.ts';
import { scenarioWords } from './words.ts';

export type ScenarioView = {
  readonly region: AheadRegion;
  readonly kept: KeptScenario;
  readonly scenario: Scenario;
  readonly result: RunResult | undefined;
  readonly area: Area;
  readonly outcome: OutcomeName;
  /** The number of a year, counted from the first; undefined for all together. */
  readonly year: number | undefined;
  readonly places: readonly string[];
  readonly mine: boolean;
  /** It was run with other counts, rates or parameters than there are now. */
  readonly stale: boolean;
};

/** One kept scenario: what it does, how its run stands, and the result. */
export function scenarioPage(context: PageContext, view: ScenarioView): string {
  const { lang } = context;
  const words = scenarioWords(lang);
  const { kept, mine, region, scenario } = view;
  const path = `/regiobeeld/wat-als/scenarios/${kept.id}`;
  return renderPage({
    title: kept.name,
    kind: 'work',
    context,
    breadcrumbs: [
      { label: whatIfWords(lang).nav, href: '/regiobeeld/wat-als' },
      { label: words.list, href: '/regiobeeld/wat-als/scenarios' },
      { label: kept.name },
    ],
    intro: `${summaryOf(kept, region, lang).join('; ')}. ${words.kept({ who: kept.byName, date: formatDate(kept.keptAt, 'long', lang) })}`,
    main: (
      <>
        <State view={view} context={context} path={path} />
        <Unknown lang={lang} />
        <Section title={whatIfWords(lang).take}>
          <p>
            <Link href={`/regiobeeld/wat-als?${queryOfScenario(region, scenario)}`}>{words.change}</Link>
          </p>
          <p>
            <Link href="/regiobeeld/wat-als/aannames">{whatIfWords(lang).assumptionsLink}</Link>
          </p>
          {mine ? (
            <>
              <p>{kept.shared ? words.shareNow : words.unshareNow}</p>
              <Form action={`${path}/delen`} hidden={{ delen: kept.shared ? 'nee' : 'ja' }}>
                <Button kind="secondary">{kept.shared ? words.unshare : words.share}</Button>
              </Form>
              <Form action={`${path}/verwijderen`}>
                <Button kind="secondary">{words.remove}</Button>
              </Form>
            </>
          ) : null}
        </Section>
      </>
    ),
  });
}

type Part = { readonly view: ScenarioView; readonly context: PageContext; readonly path: string };

/** How the run stands: with script this part looks again by itself until it is ready. */
function State({ view, context, path }: Part) {
  const words = scenarioWords(context.lang);
  const { status, tries } = view.kept;
  const waits = status === 'waiting' || status === 'running';
  return (
    <div id="uitslag" className="omzien-flow" aria-live="polite" data-again={waits ? '3' : undefined}>
      {waits ? (
        <WaitingState
          title={status === 'waiting' ? words.waitingTitle : words.runningTitle}
          action={<LinkButton href={path}>{words.look}</LinkButton>}
        >
          <p>{words.waitingText}</p>
          {tries > 1 ? <p>{words.again({ tries })}</p> : null}
        </WaitingState>
      ) : view.result ? (
        <>
          {view.stale ? <Alert tone="info">{words.changed}</Alert> : null}
          <Outcome view={view} result={view.result} lang={context.lang} path={path} />
          <Run view={view} context={context} path={path} />
        </>
      ) : (
        <EmptyState
          title={status === 'failed' ? words.failedTitle : words.noneTitle}
          action={<Run view={view} context={context} path={path} />}
        >
          <p>{status === 'failed' ? words.failedText : words.noneText}</p>
        </EmptyState>
      )}
    </div>
  );
}

function Run({ view, context, path }: Part) {
  const words = scenarioWords(context.lang);
  if (!view.mine) return null;
  return (
    <Form action={`${path}/doorrekenen`}>
      <Button kind={view.result ? 'secondary' : 'primary'}>
        {view.kept.status === null ? words.run : words.runAgain}
      </Button>
    </Form>
  );
}
