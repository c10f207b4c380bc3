import { NOBODY, type RoleCode } from '../../../platform/index.ts';
import {
  Button,
  ButtonGroup,
  type Column,
  DataList,
  DataTable,
  datePartsOf,
  EmptyState,
  Form,
  type FormState,
  formatDate,
  formErrors,
  kept,
  Link,
  LinkButton,
  type PageContext,
  RadioGroup,
  renderPage,
  Section,
  Status,
  Tabs,
  TextArea,
} from '../../../ui/index.ts';
import { roleLabel } from '../../../web/index.ts';
import type { Rule } from '../../model/looking.ts';
import { FLAG_STATES, type KeptFlag } from '../../store/flags.ts';
import { lookingWords } from './words.ts';

type NameOf = (reference: string) => string;

export type FlagsPage = {
  readonly which: 'open' | 'closed';
  readonly flags: readonly KeptFlag[];
  readonly shares: readonly { readonly rule: Rule; readonly reviewed: number; readonly explained: number }[];
  readonly nameOf: NameOf;
};

const whoOf = (flag: KeptFlag, nameOf: NameOf, context: PageContext): string =>
  [flag.personName, roleLabel(flag.role as RoleCode, context.lang), nameOf(flag.organisation)]
    .filter(Boolean)
    .join(', ');

/** What is unusual, newest first, with the share of each rule that turned out to be explained. */
export function flagsPage(context: PageContext, page: FlagsPage): string {
  const all = lookingWords(context.lang);
  const words = all.list;
  const columns: readonly Column<KeptFlag>[] = [
    {
      key: 'what',
      header: words.what,
      cell: (flag) => <Link href={`/privacy/opvallend/${flag.id}`}>{all.rules[flag.rule]}</Link>,
    },
    { key: 'day', header: words.day, cell: (flag) => formatDate(flag.day, 'long', context.lang) },
    { key: 'who', header: words.who, cell: (flag) => whoOf(flag, page.nameOf, context) },
    { key: 'count', header: words.count, numeric: true, cell: (flag) => flag.count },
    ...(page.which === 'closed'
      ? [
          {
            key: 'state',
            header: words.state,
            cell: (flag: KeptFlag) => <Status tone="neutral">{all.states[flag.state]}</Status>,
          },
        ]
      : []),
  ];
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    actions: (
      <ButtonGroup>
        <LinkButton kind="secondary" href="/privacy/bekend">
          {words.known}
        </LinkButton>
        <LinkButton kind="secondary" href="/privacy/buren">
          {words.homes}
        </LinkButton>
      </ButtonGroup>
    ),
    main: (
      <>
        <Tabs
          label={words.tabs}
          items={[
            { label: words.open, href: '/privacy/opvallend', current: page.which === 'open' },
            { label: words.closed, href: '/privacy/opvallend?lijst=beoordeeld', current: page.which === 'closed' },
          ]}
        />
        {page.flags.length === 0 ? (
          <EmptyState title={page.which === 'open' ? words.empty : words.emptyClosed} />
        ) : (
          <DataTable
            caption={words.title}
            captionHidden
            rows={page.flags}
            rowKey={(flag) => flag.id}
            columns={columns}
          />
        )}
        {page.shares.length > 0 ? (
          <Section title={words.shares}>
            <DataTable
              caption={words.shares}
              captionHidden
              rows={page.shares}
              rowKey={(one) => one.rule}
              columns={[
                { key: 'rule', header: words.rule, cell: (one) => all.rules[one.rule] },
                { key: 'reviewed', header: words.reviewed, numeric: true, cell: (one) => one.reviewed },
                {
                  key: 'explained',
                  header: words.explained,
                  numeric: true,
                  cell: (one) => words.share({ share: Math.round((100 * one.explained) / one.reviewed) }),
                },
              ]}
            />
          </Section>
        ) : null}
        <p>{words.limits}</p>
      </>
    ),
  });
}

export type FlagField = 'state' | 'note';

/** One flag with the lines behind it, and the officer's finding or the form for it. */
export function flagPage(
  context: PageContext,
  flag: KeptFlag,
  nameOf: NameOf,
  form: FormState<FlagField> = {},
): string {
  const all = lookingWords(context.lang);
  const words = all.one;
  const { day, month, year } = datePartsOf(flag.day);
  const log = new URLSearchParams({
    persoon: flag.person,
    ...(flag.resident === NOBODY ? {} : { inwoner: flag.resident }),
    ...{ 'van-day': day, 'van-month': month, 'van-year': year, 'tot-day': day, 'tot-month': month, 'tot-year': year },
  });
  return renderPage({
    title: all.rules[flag.rule],
    kind: 'work',
    context,
    breadcrumbs: [{ label: all.list.title, href: '/privacy/opvallend' }, { label: all.rules[flag.rule] }],
    errors: formErrors(form),
    main: (
      <>
        <Section title={words.facts}>
          <DataList
            facts={[
              { term: all.list.day, value: formatDate(flag.day, 'long', context.lang) },
              { term: all.list.who, value: whoOf(flag, nameOf, context) },
              { term: all.list.count, value: String(flag.count) },
              { term: words.resident, value: flag.resident === NOBODY ? words.several : flag.resident.slice(0, 8) },
            ]}
          />
          <p>
            <Link href={`/privacy?${log}`}>{words.showLog}</Link>
          </p>
        </Section>
        <Section title={words.form}>
          {flag.state === 'open' ? (
            <Form action={`/privacy/opvallend/${flag.id}`}>
              <RadioGroup
                {...kept(form, 'state')}
                label={words.state}
                options={FLAG_STATES.map((state) => ({ value: state, label: all.states[state] }))}
              />
              <TextArea {...kept(form, 'note')} label={words.note} maxLength={2000} />
              <Button>{words.save}</Button>
            </Form>
          ) : (
            <DataList
              facts={[
                { term: all.list.state, value: all.states[flag.state] },
                { term: words.note, value: flag.note },
                { term: words.by, value: flag.reviewedBy },
              ]}
            />
          )}
        </Section>
      </>
    ),
  });
}
