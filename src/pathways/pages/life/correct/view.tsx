import {
  Alert,
  Button,
  Card,
  Form,
  formatDate,
  kept,
  Link,
  type PageContext,
  RadioGroup,
  TextArea,
  useLanguage,
} from '../../../../ui/index.ts';
import type { Correction } from '../../../correction-store.ts';
import { CORRECTABLE } from '../../../service/correction.ts';
import type { Shown } from '../../shared/index.ts';
import { lifePage, type Opened } from '../parts.tsx';
import type { EntryRow } from '../withheld/presenter.ts';
import { correctWords } from './words.ts';

/** What a team has yet to correct, the first due with its form; the next follows once it is done. */
export function correctPage(context: PageContext, on: Opened, entries: readonly EntryRow[], form: Shown): string {
  const words = correctWords(context.lang);
  const { corrections } = on.view;
  const sent = form.values?.correction;
  const first = corrections.find(({ id }) => id === sent) ?? corrections[0];
  const ways = (first && CORRECTABLE[first.type]) ?? [];
  // Where there is one way there is nothing to choose.
  const only = ways.length === 1 ? ways[0] : undefined;
  return lifePage(context, on, {
    title: words.title,
    intro: words.intro,
    form,
    main: first ? (
      <>
        <Card title={nameOf(first, entries, words.kinds)} level={2}>
          <p>{words.due({ number: first.number, date: formatDate(first.due, 'long', context.lang) })}</p>
          <p>
            <strong>{words.says}:</strong>{' '}
            {saysOf(first, entries, on) ?? <Link href={on.path('')}>{words.answers}</Link>}
          </p>
          <p>
            <strong>{words.wish}:</strong> {first.wish}
          </p>
          {corrections.length > 1 ? <p>{words.more({ count: corrections.length - 1 })}</p> : null}
        </Card>
        <Form action={on.path('verbeteren')} hidden={{ correction: first.id, ...(only ? { how: only } : {}) }}>
          {only ? (
            <p>{words.only[only]}</p>
          ) : (
            <RadioGroup
              {...kept(form, 'how')}
              label={words.how}
              options={ways.map((how) => ({ value: how, label: words.hows[how] }))}
            />
          )}
          <TextArea
            {...kept(form, 'text')}
            label={only ? words.texts[only] : words.text}
            help={words.textHelp}
            rows={4}
            maxLength={2000}
          />
          <Button>{words.do}</Button>
        </Form>
      </>
    ) : (
      <p>{words.none}</p>
    ),
  });
}

type Goal = { readonly id?: string; readonly description?: { readonly text?: string } };

function nameOf(one: Correction, entries: readonly EntryRow[], kinds: Readonly<Record<string, string>>): string {
  const kind = kinds[one.type] ?? one.type;
  if (one.type === 'Goal') return kind;
  return entries.find(({ id }) => id === one.entry)?.what ?? kind;
}

function saysOf(one: Correction, entries: readonly EntryRow[], on: Opened): string | undefined {
  const goal = (on.view.goals as readonly Goal[]).find(({ id }) => id === one.entry);
  return (goal ? goal.description?.text : entries.find(({ id }) => id === one.entry)?.words) || undefined;
}

/** On the page of a case: that something has to be corrected, and by when. */
export function CorrectMark(props: { readonly corrections: readonly Correction[]; readonly href: string }) {
  const lang = useLanguage();
  const words = correctWords(lang);
  const [first] = props.corrections;
  if (!first) return null;
  const date = formatDate(first.due, 'long', lang);
  return (
    <Alert tone="warning" title={words.mark}>
      <p>
        {words.marked({ count: props.corrections.length, date })} <Link href={props.href}>{words.look}</Link>
      </p>
    </Alert>
  );
}
