import type { Withheld } from '../../../../record/index.ts';
import {
  Alert,
  Button,
  ButtonGroup,
  DateField,
  Form,
  formatDate,
  kept,
  Link,
  LinkButton,
  type PageContext,
  RadioGroup,
  readDateParts,
  Section,
  useLanguage,
} from '../../../../ui/index.ts';
import { WITHHOLD_REASONS } from '../../../service/withhold.ts';
import type { Shown } from '../../shared/index.ts';
import { lifePage, type Opened } from '../parts.tsx';
import { lifeWords } from '../words.ts';
import type { EntryRow } from './presenter.ts';
import { withheldWords } from './words.ts';

/** What is withheld now, and a form to withhold something else. */
export function withheldPage(
  context: PageContext,
  on: Opened,
  page: { readonly entries: readonly EntryRow[]; readonly held: readonly Withheld[]; readonly review: string },
  form: Shown,
): string {
  const words = withheldWords(context.lang);
  const free = page.entries.filter((entry) => !entry.withheld);
  return lifePage(context, on, {
    title: words.title,
    intro: words.intro,
    form,
    main: (
      <>
        <Held on={on} entries={page.entries} held={page.held} />
        {free.length === 0 ? (
          <p>{words.noEntries}</p>
        ) : (
          <Form action={on.path('afgeschermd')}>
            <RadioGroup
              {...kept(form, 'entry')}
              label={words.entry}
              options={free.map((entry) => ({
                value: entry.id,
                label: entry.what,
                ...(entry.words ? { help: entry.words } : {}),
              }))}
            />
            <RadioGroup
              {...kept(form, 'reason')}
              label={words.reason}
              options={WITHHOLD_REASONS.map((value) => ({ value, label: words.reasons[value] }))}
            />
            <DateField
              name="review"
              label={words.review}
              help={words.reviewHelp}
              value={form.values ? readDateParts(form.values, 'review') : page.review}
              error={form.errors?.review}
            />
            <ButtonGroup>
              <Button>{words.do}</Button>
              <LinkButton kind="subtle" href={on.path()}>
                {lifeWords(context.lang).back}
              </LinkButton>
            </ButtonGroup>
          </Form>
        )}
      </>
    ),
  });
}

function Held(props: {
  readonly on: Opened;
  readonly entries: readonly EntryRow[];
  readonly held: readonly Withheld[];
}) {
  const lang = useLanguage();
  const words = withheldWords(lang);
  const rows = props.held.filter((one) => one.resource_type !== 'Observation');
  return (
    <Section title={words.now}>
      {rows.length === 0 ? <p>{words.none}</p> : null}
      {rows.map((one) => {
        const entry = props.entries.find((candidate) => candidate.id === one.resource_id);
        const what = entry?.what ?? words.kinds[one.resource_type as keyof typeof words.kinds] ?? one.resource_type;
        return (
          <div key={one.id} className="omzien-flow">
            <h3>{what}</h3>
            {entry?.words ? <p>{entry.words}</p> : null}
            <p>
              {words.reasons[one.reason as keyof typeof words.reasons] ?? one.reason}.{' '}
              {words.until({ date: formatDate(one.review, 'long', lang), name: one.by_name })}
            </p>
            <Form action={props.on.path(`afgeschermd/${one.resource_id}/tonen`)}>
              <Button small kind="secondary" about={words.liftAbout({ what })}>
                {words.lift}
              </Button>
            </Form>
          </div>
        );
      })}
    </Section>
  );
}

/** On the page of a case: that something is kept from the resident, for everybody who works on it. */
export function WithheldMark(props: { readonly count: number; readonly href: string }) {
  const words = withheldWords(useLanguage());
  if (props.count === 0) return null;
  return (
    <Alert tone="warning" title={words.mark}>
      <p>
        {words.marked({ count: props.count })} <Link href={props.href}>{words.look}</Link>
      </p>
    </Alert>
  );
}
