import {
  Alert,
  Button,
  ButtonGroup,
  Checkbox,
  DataTable,
  Form,
  formatDate,
  kept,
  Link,
  LinkButton,
  type PageContext,
  RadioGroup,
  Section,
  TextField,
  useLanguage,
} from '../../../../ui/index.ts';
import type { OtherCase } from '../../../read/merged.ts';
import type { Shown } from '../../shared/index.ts';
import { lifePage, type Opened } from '../parts.tsx';
import { lifeWords } from '../words.ts';
import { mergeWords } from './words.ts';

/** Asks for the number of the other record. */
export function askPage(context: PageContext, on: Opened, form: Shown): string {
  const words = mergeWords(context.lang);
  return lifePage(context, on, {
    title: words.title,
    intro: words.intro,
    form,
    main: (
      <Form action={on.path('samenvoegen')} hidden={{ step: 'look' }}>
        <TextField {...kept(form, 'number')} label={words.number} help={words.numberHelp} width="half" />
        <ButtonGroup>
          <Button>{words.next}</Button>
          <LinkButton kind="subtle" href={on.path()}>
            {lifeWords(context.lang).back}
          </LinkButton>
        </ButtonGroup>
      </Form>
    ),
  });
}

type Row = { readonly key: string; readonly what: string; readonly here: string; readonly there: string };

function rowsOf(context: PageContext, here: Opened, there: Opened): readonly Row[] {
  const { rows } = mergeWords(context.lang);
  const facts = (on: Opened): Readonly<Record<keyof typeof rows, string>> => ({
    name: on.person?.name ?? on.name,
    birth: on.person?.born ?? '',
    gender: on.person?.gender ?? '',
    address: on.person?.addressLines.join(', ') ?? '',
    phone: on.person?.phone ?? '',
    mail: on.person?.mail ?? '',
    number: on.number,
  });
  const [left, right] = [facts(here), facts(there)];
  return (Object.keys(rows) as (keyof typeof rows)[]).map((key) => ({
    key,
    what: rows[key],
    here: left[key],
    there: right[key],
  }));
}

/** Both records side by side with what differs; which one goes on. */
export function comparePage(context: PageContext, here: Opened, there: Opened, form: Shown): string {
  const words = mergeWords(context.lang);
  return lifePage(context, here, {
    title: words.title,
    intro: words.intro,
    form,
    main: (
      <>
        <DataTable
          caption={words.caption}
          rows={rowsOf(context, here, there)}
          rowKey={(row) => row.key}
          columns={[
            { key: 'what', header: words.columns.what, cell: (row) => row.what },
            { key: 'here', header: words.columns.here, cell: (row) => row.here },
            { key: 'there', header: words.columns.there, cell: (row) => row.there },
            {
              key: 'same',
              header: words.columns.same,
              cell: (row) => (row.here === row.there ? words.same : <strong>{words.differs}</strong>),
            },
          ]}
        />
        <Alert tone="info" title={words.takes}>
          <ul>
            {Object.values(words.takesList).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Alert>
        <Form action={here.path('samenvoegen')} hidden={{ step: 'merge', number: there.number }}>
          <RadioGroup
            {...kept(form, 'keep')}
            label={words.keep}
            options={[
              { value: 'here', label: words.keepHere, help: here.number },
              { value: 'there', label: words.keepThere, help: there.number },
            ]}
          />
          <Checkbox {...kept(form, 'checked')} value="yes" label={words.checked} />
          <ButtonGroup>
            <Button>{words.do}</Button>
            <LinkButton kind="subtle" href={here.path()}>
              {lifeWords(context.lang).back}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}

/** Merged already: by whom, the other cases, what was written since, and how the records come apart. */
export function mergedPage(
  context: PageContext,
  on: Opened,
  page: {
    readonly at: Date;
    readonly by: string;
    readonly since: number;
    readonly others: readonly (OtherCase & { readonly href: string })[];
  },
): string {
  const words = mergeWords(context.lang);
  return lifePage(context, on, {
    title: words.isTitle,
    intro: words.isIntro({ date: formatDate(page.at, 'long', context.lang), name: page.by }),
    main: (
      <>
        <Section title={words.others}>
          {page.others.length === 0 ? <p>{words.noOthers}</p> : null}
          <ul>
            {page.others.map((one) => (
              <li key={one.case_id}>
                <Link href={one.href}>{one.label}</Link>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={words.since}>
          <p>{words.sinceText({ count: page.since })}</p>
        </Section>
        {page.others.length > 0 ? (
          <Section title={words.apart}>
            <p>{words.apartText}</p>
            <Form action={on.path('samenvoegen/uit-elkaar')}>
              <Button kind="secondary">{words.apartDo}</Button>
            </Form>
          </Section>
        ) : null}
      </>
    ),
  });
}

/** On the page of a case: that this person has another record, with the way to what of it is one's own. */
export function MergedMark(props: { readonly merged: boolean; readonly href: string }) {
  const words = mergeWords(useLanguage());
  if (!props.merged) return null;
  return (
    <Alert tone="info">
      <p>
        {words.mark} <Link href={props.href}>{words.markLink}</Link>
      </p>
    </Alert>
  );
}
