import {
  Button,
  ButtonGroup,
  DataList,
  Form,
  kept,
  LinkButton,
  type PageContext,
  Section,
  TextField,
} from '../../../../ui/index.ts';
import { FileLinks, paths, type Shown } from '../../shared/index.ts';
import type { ContactRow } from '../case/presenter.ts';
import { casePart } from '../frame.tsx';
import { frameWords } from '../frame-words.ts';
import type { OpenedCase } from '../parts.ts';
import { contactMistakeWords } from './words.ts';

/** One contact that may be wrong: what it says, its files, and the form that says what was wrong with it. */
export function contactMistakePage(context: PageContext, on: OpenedCase, row: ContactRow, form: Shown): string {
  const words = contactMistakeWords(context.lang);
  const path = (part: string) => paths.case(on.caseId, `contact/${row.key}/${part}`);
  return casePart(context, on, {
    title: words.title,
    intro: words.intro,
    form,
    main: (
      <>
        <Section title={words.what}>
          <DataList
            facts={[
              { term: words.when, value: row.when },
              { term: words.how, value: row.how },
              { term: words.outcome, value: row.outcome },
              { term: words.note, value: row.note },
            ]}
          />
        </Section>
        {row.files.length > 0 ? (
          <Section title={words.files}>
            {row.files.map((file) => (
              <div key={file.id}>
                <FileLinks files={[file]} />
                <Form action={path(`bijlage/${file.id}/weg`)} label={`${words.remove}: ${file.name}`}>
                  <Button small kind="secondary" about={file.name}>
                    {words.remove}
                  </Button>
                </Form>
              </div>
            ))}
          </Section>
        ) : null}
        <Form action={path('herstel')}>
          <TextField {...kept(form, 'reason')} label={words.reason} help={words.reasonHelp} maxLength={200} />
          <ButtonGroup>
            <Button>{words.do}</Button>
            <LinkButton kind="subtle" href={paths.case(on.caseId)}>
              {frameWords(context.lang).cancel}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}
