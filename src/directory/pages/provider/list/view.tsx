import type { Service } from '../../../../content/index.ts';
import { asLocalDate, type LocalDate } from '../../../../platform/index.ts';
import {
  Alert,
  Button,
  type Column,
  Counts,
  DataTable,
  EmptyState,
  Form,
  formatDate,
  Link,
  type PageContext,
  renderPage,
  Status,
} from '../../../../ui/index.ts';
import { type Freshness, freshnessOf } from '../../../model/index.ts';
import type { OwnService } from '../../../upkeep/own.ts';
import { roomOf } from '../../shared/present.ts';
import { upkeepWords } from '../words.ts';

type Row = OwnService & { readonly fresh: Freshness; readonly full: boolean };

/** What waits longest for somebody to look stands on top. */
const ORDER = { stale: 0, ask: 1, fresh: 2 } as const;

/** The services of a provider: what is full, and what nobody confirmed for long. */
export function listPage(context: PageContext, own: readonly OwnService[], today: LocalDate): string {
  const words = upkeepWords(context.lang).list;
  const rows = own
    .map(
      (one): Row => ({
        ...one,
        fresh: freshnessOf(asLocalDate(one.service.confirmed.on), today),
        full: isFull(one.service, today),
      }),
    )
    .toSorted((a, b) => ORDER[a.fresh.kind] - ORDER[b.fresh.kind]);
  const count = (kind: Freshness['kind']) => rows.filter(({ fresh }) => fresh.kind === kind).length;
  const waiting = count('ask') + count('stale');
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    actions: (
      <Counts
        label={words.counts}
        items={[
          { label: words.countAll, count: rows.length },
          { label: words.countFull, count: rows.filter(({ full }) => full).length },
          { label: words.countAsk, count: count('ask') },
          { label: words.countStale, count: count('stale'), tone: count('stale') > 0 ? 'error' : 'neutral' },
        ]}
      />
    ),
    main:
      rows.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <>
          {waiting > 0 ? <Alert tone="info">{words.remind({ count: waiting })}</Alert> : null}
          <DataTable
            caption={words.caption}
            captionHidden
            columns={columns(context, today)}
            rows={rows}
            rowKey={(row) => row.service.id}
            action={({ service, version }) => (
              <Form action={`/aanbod/diensten/${service.id}/klopt`} hidden={{ version: String(version) }}>
                <Button kind="secondary" small about={service.name}>
                  {words.confirm}
                </Button>
              </Form>
            )}
          />
        </>
      ),
  });
}

function columns(context: PageContext, today: LocalDate): readonly Column<Row>[] {
  const words = upkeepWords(context.lang).list;
  return [
    {
      key: 'service',
      header: words.service,
      cell: ({ service }) => <Link href={`/aanbod/diensten/${service.id}`}>{service.name}</Link>,
    },
    {
      key: 'room',
      header: words.room,
      // The places of a group stand with the room: one column less, so that the table fits a tablet.
      cell: ({ service }) => (
        <>
          {roomOf(service, today, context.lang)}
          <Places service={service} context={context} />
        </>
      ),
    },
    {
      key: 'checked',
      header: words.checked,
      cell: ({ service, fresh }) => <Checked on={service.confirmed.on} fresh={fresh} today={today} context={context} />,
    },
  ];
}

function Places(props: { readonly service: Service; readonly context: PageContext }) {
  const words = upkeepWords(props.context.lang).list;
  const { places, placesFree } = props.service;
  if (places === undefined) return null;
  return (
    <>
      <br />
      {words.places}:{' '}
      {placesFree === undefined
        ? words.placesUnknown({ places: String(places) })
        : words.placesOf({ free: String(placesFree), places: String(places) })}
    </>
  );
}

function Checked(props: {
  readonly on: string;
  readonly fresh: Freshness;
  readonly today: LocalDate;
  readonly context: PageContext;
}) {
  const words = upkeepWords(props.context.lang).list;
  const date = formatDate(props.on, 'long', props.context.lang);
  if (props.fresh.kind === 'stale') return <Status tone="error">{words.stale({ date })}</Status>;
  if (props.fresh.kind === 'ask') return <Status tone="attention">{words.ask({ days: props.fresh.days })}</Status>;
  return props.on === props.today ? words.today : date;
}

const isFull = ({ fullUntil, placesFree }: Service, today: LocalDate) =>
  (fullUntil !== undefined && fullUntil >= today) || placesFree === 0;
