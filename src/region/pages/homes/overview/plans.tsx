import { DataTable, EmptyState, formatNumber, type Language, Section } from '../../../../ui/index.ts';
import { FIRM, type Plan, TENURES, type Tenure } from '../../../model/homes.ts';
import { homeWords } from '../words.ts';
import type { HomesRead } from './handler.ts';

type Part = { readonly read: HomesRead; readonly lang: Language };

const byName = (read: HomesRead) => read.region.municipalities.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));

/** What each municipality supplied, planned and finished. */
export function Municipalities({ read, lang }: Part) {
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
  const firm = (plan: Plan) => FIRM.includes(plan.phase);
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

/** Rent or buy: what is ready or decided of each type by tenure, beside the share of social rent that was agreed. */
export function Tenures({ read, lang }: Part) {
  const words = homeWords(lang);
  const { housing, plans } = read;
  const number = (value: number) => formatNumber(value, 0, lang);
  const rows = housing.types.map((type) => {
    const firm = plans.filter((plan) => plan.type === type.id && FIRM.includes(plan.phase));
    const homesOf = (list: readonly Plan[]) => list.reduce((sum, { homes }) => sum + homes, 0);
    const by = (tenure: Tenure) => homesOf(firm.filter((plan) => plan.tenure === tenure));
    return { type, by, all: homesOf(firm) };
  });
  type Row = (typeof rows)[number];
  const percent = (share: number) => words.percent({ value: number(share * 100) });
  return (
    <Section title={words.tenureTitle}>
      <p>{words.tenureIntro}</p>
      <DataTable
        caption={words.tenureTitle}
        captionHidden
        figures
        rows={rows}
        rowKey={({ type }) => type.id}
        columns={[
          { key: 'type', header: words.type, cell: ({ type }) => type.name },
          ...TENURES.map((tenure) => ({
            key: tenure,
            header: words.tenures[tenure],
            numeric: true,
            cell: ({ by }: Row) => number(by(tenure)),
          })),
          {
            key: 'share',
            header: words.socialShare,
            numeric: true,
            cell: ({ by, all }) => (all === 0 ? '–' : percent(by('social') / all)),
          },
          {
            key: 'agreed',
            header: words.socialAgreed,
            numeric: true,
            cell: ({ type }) => (type.socialRent === undefined ? words.noAgreement : percent(type.socialRent)),
          },
        ]}
      />
    </Section>
  );
}

/** The plans that stand, of the region or of one municipality. */
export function Plans(props: {
  readonly read: Pick<HomesRead, 'plans' | 'housing' | 'region'>;
  readonly lang: Language;
  /** Where the heading says more than that these are plans. */
  readonly title?: string;
}) {
  const { read, lang } = props;
  const words = homeWords(lang);
  const { plans, housing, region } = read;
  const nameOf = (id: string) => region.municipalities.find((one) => one.id === id)?.name ?? id;
  const type = (id: string) => housing.types.find((one) => one.id === id)?.name ?? id;
  const title = props.title ?? words.plans;
  return (
    <Section title={title}>
      {plans.length === 0 ? (
        <EmptyState title={words.noPlans} />
      ) : (
        <DataTable
          caption={title}
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
                  <p className="omzien-soft">{[...new Set([plan.place, nameOf(plan.municipality)])].join(', ')}</p>
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
