import type { Crisis } from '../../../../content/index.ts';
import { MOST_FILE_BYTES } from '../../../../platform/files/index.ts';
import {
  Button,
  ButtonGroup,
  FileField,
  Form,
  kept,
  LinkButton,
  type PageContext,
  RadioGroup,
  TextArea,
} from '../../../../ui/index.ts';
import { ACCEPTED_FILES, CrisisLines, FILES_A_FORM, LONG_TEXT, paths, type Shown } from '../../shared/index.ts';
import { casePart } from '../frame.tsx';
import { frameWords } from '../frame-words.ts';
import type { OpenedCase } from '../parts.ts';
import { contactWords } from './words.ts';

/** One attempt to reach the resident. */
export function contactPage(
  context: PageContext,
  on: OpenedCase,
  beside: { readonly crisis: Crisis; readonly advice: readonly string[] },
  form: Shown,
): string {
  const words = contactWords(context.lang);
  const frame = frameWords(context.lang);
  const { contact } = on.pathway;
  const phone = on.person?.phone;
  return casePart(context, on, {
    title: words.title,
    intro: words.intro,
    form,
    main: (
      <>
        <p>{phone ? <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{words.call({ phone })}</a> : words.noPhone}</p>
        {beside.advice.length > 0 ? <p>{beside.advice.join(' ')}</p> : null}
        <Form action={paths.case(on.caseId, 'contact')} files>
          <RadioGroup
            {...kept(form, 'kind')}
            label={words.kind}
            options={contact.kinds.map(({ code, label }) => ({ value: code, label }))}
          />
          <RadioGroup
            {...kept(form, 'outcome')}
            label={words.outcome}
            options={contact.outcomes.map(({ code, label }) => ({ value: code, label }))}
          />
          <TextArea
            {...kept(form, 'note')}
            label={words.note}
            help={words.noteHelp}
            rows={3}
            maxLength={LONG_TEXT}
            optional
          />
          <FileField
            name="files"
            error={form.errors?.files}
            label={words.files}
            help={words.filesHelp({ most: FILES_A_FORM, mb: MOST_FILE_BYTES / 1_000_000 })}
            accept={ACCEPTED_FILES}
            several
            optional
          />
          <ButtonGroup>
            <Button>{words.save}</Button>
            <LinkButton kind="subtle" href={paths.case(on.caseId)}>
              {frame.cancel}
            </LinkButton>
          </ButtonGroup>
        </Form>
        <CrisisLines crisis={beside.crisis} steps={paths.case(on.caseId, 'veiligheid')} />
      </>
    ),
  });
}
