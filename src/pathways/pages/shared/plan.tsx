import type { Resource } from '../../../fhir/index.ts';
import { DataTable, defineWords, formatDate, Section, Status, useLanguage } from '../../../ui/index.ts';
import { actionsIn } from '../../service/plan.ts';

export const planWords = defineWords({
  nl: {
    title: 'Wat is afgesproken',
    columns: { what: 'Wat', who: 'Wie', by: 'Uiterlijk', status: 'Stand' },
    who: { resident: 'inwoner', coach: 'welzijnscoach', provider: 'aanbieder', near: 'iemand dichtbij' },
    own: { resident: 'u', coach: 'uw welzijnscoach', provider: 'de aanbieder', near: 'iemand bij u in de buurt' },
    done: 'gedaan',
    open: 'nog niet',
    noDay: 'geen dag',
  },
  en: {
    title: 'What was agreed',
    columns: { what: 'What', who: 'Who', by: 'By', status: 'Status' },
    who: { resident: 'resident', coach: 'welfare coach', provider: 'provider', near: 'somebody close' },
    own: { resident: 'you', coach: 'your welfare coach', provider: 'the provider', near: 'somebody close to you' },
    done: 'done',
    open: 'not yet',
    noDay: 'no day',
  },
});

/** The one plan of a case: who does what by when. `own`: told to the resident. Nothing where nothing was agreed. */
export function PlanActions(props: { readonly plan: Resource | undefined; readonly own?: boolean }) {
  const lang = useLanguage();
  const words = planWords(lang);
  const actions = actionsIn(props.plan);
  if (actions.length === 0) return null;
  const { columns } = words;
  const who = props.own ? words.own : words.who;
  return (
    <DataTable
      caption={words.title}
      rows={actions.map((action, index) => ({ ...action, key: String(index) }))}
      rowKey={(row) => row.key}
      columns={[
        { key: 'what', header: columns.what, cell: (row) => row.text },
        { key: 'who', header: columns.who, cell: (row) => who[row.who] },
        {
          key: 'by',
          header: columns.by,
          cell: (row) => (row.by ? formatDate(row.by, 'long', lang) : words.noDay),
          keepTogether: true,
        },
        {
          key: 'status',
          header: columns.status,
          cell: (row) =>
            row.done ? (
              <Status tone="good" icon="check">
                {words.done}
              </Status>
            ) : (
              words.open
            ),
        },
      ]}
    />
  );
}

/** The same with a heading of its own, for the resident's page. */
export function OwnPlan({ plan }: { readonly plan: Resource | undefined }) {
  const words = planWords(useLanguage());
  if (actionsIn(plan).length === 0) return null;
  return (
    <Section title={words.title}>
      <PlanActions plan={plan} own />
    </Section>
  );
}
