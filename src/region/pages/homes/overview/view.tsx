import {
  Alert,
  Card,
  DataTable,
  EmptyState,
  formatNumber,
  type Language,
  Link,
  type PageContext,
  renderPage,
  Section,
} from '../../../../ui/index.ts';
import { type Plan, type Progress, progressOf, shownCounts } from '../../../model/homes.ts';
import { monitorWords } from '../../words.ts';
import { homeWords } from '../words.ts';
import type { HomesRead } from './handler.ts';

/** Homes: what is needed in both scenarios, what is planned, who is housed, and what the owners decided. */
export function homesPage(context: PageContext, read: HomesRead, demo: boolean): string {
  const { lang } = context;
  const words = homeWords(lang);
  const { region, housing } = read;
  return renderPage({
    title: words.title({ region: region.name }),
    kind: 'public',
    context,
    breadcrumbs: [
      { label: monitorWords(lang).overview.title({ region: region.name }), href: '/regiobeeld' },
      { label: words.nav },
    ],
    intro: words.intro({ until: housing.until }),
    main: (
      <>
        {demo ? <Alert tone="info">{words.demo}</Alert> : null}
        <Task read={read} lang={lang} />
        <p>
          <Link href="/regiobeeld/wonen/verdeling">{words.share.link}</Link>
        </p>
        <Years read={read} lang={lang} />
        <Municipalities read={read} lang={lang} />
        <Plans read={read} lang={lang} />
        <Groups read={read} lang={lang} />
        <Urgency read={read} lang={lang} />
        <Section title={words.besides}>
          {housing.besides.map(({ id, text }) => (
            <p key={id}>{text}</p>
          ))}
        </Section>
      </>
    ),
  });
}

type Part = { readonly read: HomesRead; readonly lang: Language };

/** Where each type stands in the last year, in one scenario. */
function ends({ housing, plans }: HomesRead, scenario: HomesRead['housing']['scenarios'][number]) {
  return housing.types.map((type) => ({
    type,
    end: progressOf(
      housing,
      scenario.homes[type.id] ?? 0,
      plans.filter((plan) => plan.type === type.id),
    ).at(-1)!,
  }));
}

function Task({ read, lang }: Part) {
  const words = homeWords(lang);
  const { housing } = read;
  const number = (value: number) => formatNumber(value, 0, lang);
  const scenarios = housing.scenarios.map((scenario) => ({ scenario, ends: ends(read, scenario) }));
  const largest = scenarios
    .flatMap(({ scenario, ends: found }) => found.map(({ type, end }) => ({ scenario, type, end })))
    .toSorted((a, b) => b.end.shortfall - a.end.shortfall)[0];
  const rows = housing.types.map((type, index) => ({
    type,
    by: scenarios.map(({ scenario, ends: found }) => ({ scenario, end: found[index]!.end })),
  }));
  const both = (row: (typeof rows)[number], of: (end: Progress) => number) =>
    row.by.map(({ end }) => number(of(end))).join(' / ');
  const names = housing.scenarios.map(({ name }) => name.toLowerCase()).join(' / ');
  return (
    <Section title={words.targets}>
      <p>
        <strong>
          {largest && largest.end.shortfall > 0
            ? words.finding({
                type: largest.type.name,
                scenario: largest.scenario.name.toLowerCase(),
                short: number(largest.end.shortfall),
                until: housing.until,
              })
            : words.enough}
        </strong>
      </p>
      <p>{housing.note}</p>
      <DataTable
        caption={words.targets}
        captionHidden
        rows={rows}
        rowKey={({ type }) => type.id}
        columns={[
          { key: 'type', header: words.type, cell: ({ type }) => type.name },
          {
            key: 'needed',
            header: words.target({ scenario: names }),
            numeric: true,
            cell: (row) => both(row, ({ needed }) => needed),
          },
          {
            key: 'expected',
            header: words.expected,
            numeric: true,
            cell: ({ by }) => number(by[0]?.end.expected ?? 0),
          },
          {
            key: 'possible',
            header: words.possible,
            numeric: true,
            cell: ({ by }) => number(by[0]?.end.possible ?? 0),
          },
          {
            key: 'short',
            header: words.short({ scenario: names }),
            numeric: true,
            cell: (row) => both(row, ({ shortfall }) => shortfall),
          },
        ]}
      />
      <ul>
        {housing.types.map(({ id, name, text }) => (
          <li key={id}>
            {name}: {text}
          </li>
        ))}
      </ul>
      <p className="omzien-soft">{words.source({ source: housing.source.name })}</p>
    </Section>
  );
}

function Years({ read, lang }: Part) {
  const words = homeWords(lang);
  const { housing, plans } = read;
  const number = (value: number) => formatNumber(value, 0, lang);
  const names = housing.scenarios.map(({ name }) => name.toLowerCase()).join(' / ');
  return (
    <Section title={words.years}>
      <p>{words.yearsIntro}</p>
      {housing.types.map((type) => {
        const own = plans.filter((plan) => plan.type === type.id);
        const by = housing.scenarios.map((scenario) => progressOf(housing, scenario.homes[type.id] ?? 0, own));
        const rows = (by[0] ?? []).map((one, index) => ({ ...one, index }));
        return (
          <DataTable
            key={type.id}
            caption={type.name}
            rows={rows}
            rowKey={({ year }) => String(year)}
            columns={[
              { key: 'year', header: words.year, cell: ({ year }) => year },
              { key: 'expected', header: words.expected, numeric: true, cell: ({ expected }) => number(expected) },
              {
                key: 'needed',
                header: `${words.needed}, ${names}`,
                numeric: true,
                cell: ({ index }) => by.map((one) => number(one[index]!.needed)).join(' / '),
              },
              {
                key: 'short',
                header: `${words.shortfall}, ${names}`,
                numeric: true,
                cell: ({ index }) => by.map((one) => number(one[index]!.shortfall)).join(' / '),
              },
            ]}
          />
        );
      })}
    </Section>
  );
}

const byName = (read: HomesRead) => read.region.municipalities.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));

function Municipalities({ read, lang }: Part) {
  const words = homeWords(lang);
  const { housing, plans, numbers, decided } = read;
  const number = (value: number) => formatNumber(value, 0, lang);
  const supplied = (municipality: string, scenario: string) => {
    const found = numbers.filter(
      (one) => one.kind === 'target' && one.municipality === municipality && one.part.startsWith(`${scenario} `),
    );
    return found.length === 0 ? words.notSupplied : number(found.reduce((sum, one) => sum + one.value, 0));
  };
  const sum = (list: readonly Plan[]) => number(list.reduce((total, { homes }) => total + homes, 0));
  const firm = (plan: Plan) => plan.phase !== 'idea' && plan.phase !== 'study';
  return (
    <Section title={words.byMunicipality}>
      <p>{words.notSuppliedText}</p>
      <DataTable
        caption={words.byMunicipality}
        captionHidden
        rows={byName(read)}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: words.municipality, cell: ({ name }) => name },
          ...housing.scenarios.map((scenario) => ({
            key: scenario.id,
            header: words.supplied({ scenario: scenario.name.toLowerCase() }),
            numeric: true,
            cell: ({ id }: { readonly id: string }) => supplied(id, scenario.id),
          })),
          {
            key: 'planned',
            header: words.planned,
            numeric: true,
            cell: ({ id }) => sum(plans.filter((plan) => plan.municipality === id && firm(plan))),
          },
          {
            key: 'done',
            header: words.done,
            numeric: true,
            cell: ({ id }) => sum(plans.filter((plan) => plan.municipality === id && plan.phase === 'done')),
          },
          ...(decided
            ? [
                {
                  key: 'decided',
                  header: decided.name,
                  numeric: true,
                  cell: ({ id }: { readonly id: string }) => number(decided.shares[id] ?? 0),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function Plans({ read, lang }: Part) {
  const words = homeWords(lang);
  const { plans, housing, region } = read;
  const nameOf = (id: string) => region.municipalities.find((one) => one.id === id)?.name ?? id;
  const type = (id: string) => housing.types.find((one) => one.id === id)?.name ?? id;
  return (
    <Section title={words.plans}>
      {plans.length === 0 ? (
        <EmptyState title={words.noPlans} />
      ) : (
        <DataTable
          caption={words.plans}
          captionHidden
          rows={plans}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              header: words.plan,
              cell: (plan) => (
                <>
                  {plan.name}
                  <p className="omzien-soft">
                    {plan.place}, {nameOf(plan.municipality)}
                  </p>
                </>
              ),
            },
            {
              key: 'type',
              header: words.type,
              cell: (plan) => `${type(plan.type)}, ${words.tenures[plan.tenure].toLowerCase()}`,
            },
            { key: 'homes', header: words.homes, numeric: true, cell: ({ homes }) => formatNumber(homes, 0, lang) },
            { key: 'phase', header: words.phase, cell: ({ phase, year }) => `${words.phases[phase]}, ${year}` },
            {
              key: 'partners',
              header: words.partners,
              cell: ({ partners, funding }) => [partners, funding].filter(Boolean).join('; ') || '–',
            },
            { key: 'obstacles', header: words.obstacles, cell: ({ obstacles }) => obstacles || '–' },
          ]}
        />
      )}
    </Section>
  );
}

function Groups({ read, lang }: Part) {
  const words = homeWords(lang);
  const { housing, numbers, region } = read;
  const own = numbers.filter(({ kind }) => kind === 'group');
  const year = Math.max(...own.map((one) => one.year));
  const housed = shownCounts(
    region.id,
    own.filter((one) => one.year === year && one.part.endsWith(' housed')),
    housing.groups.map(({ id }) => `${id} housed`),
    false,
  );
  const agreed = (group: string) =>
    own.filter((one) => one.year === year && one.part === `${group} agreed`).reduce((sum, one) => sum + one.value, 0);
  return (
    <Section title={words.groups}>
      <p>{words.groupsIntro}</p>
      {own.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <DataTable
          caption={`${words.groups}, ${year}`}
          rows={housing.groups}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'group',
              header: words.group,
              cell: ({ name, urgent }) => (urgent ? `${name} (${words.urgent})` : name),
            },
            {
              key: 'housed',
              header: words.housed,
              numeric: true,
              cell: ({ id }) => {
                const value = housed.find(
                  (one) => one.municipality === region.id && one.part === `${id} housed`,
                )?.value;
                return value === null || value === undefined ? words.hidden : formatNumber(value, 0, lang);
              },
            },
            { key: 'agreed', header: words.agreed, numeric: true, cell: ({ id }) => formatNumber(agreed(id), 0, lang) },
          ]}
        />
      )}
    </Section>
  );
}

const URGENCY = ['asked', 'granted', 'housed'] as const;

function Urgency({ read, lang }: Part) {
  const words = homeWords(lang);
  const { numbers, region } = read;
  const own = numbers.filter(({ kind }) => kind === 'urgency');
  const year = Math.max(...own.map((one) => one.year));
  const counts = shownCounts(
    region.id,
    own.filter((one) => one.year === year),
    URGENCY,
    true,
  );
  const places = [...new Set(counts.map(({ municipality }) => municipality))];
  const headers = { asked: words.asked, granted: words.granted, housed: words.gotHome };
  return (
    <Section title={words.urgency}>
      <p>{words.urgencyIntro}</p>
      {own.length === 0 ? (
        <Card>
          <p>{words.nothing}</p>
        </Card>
      ) : (
        <DataTable
          caption={`${words.urgency}, ${year}`}
          rows={places.map((id) => ({ id }))}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              header: words.municipality,
              cell: ({ id }) =>
                id === region.id ? region.name : (region.municipalities.find((one) => one.id === id)?.name ?? id),
            },
            ...URGENCY.map((part) => ({
              key: part,
              header: headers[part],
              numeric: true,
              cell: ({ id }: { readonly id: string }) => {
                const value = counts.find((one) => one.municipality === id && one.part === part)?.value;
                return value === null || value === undefined ? words.hidden : formatNumber(value, 0, lang);
              },
            })),
          ]}
        />
      )}
    </Section>
  );
}
