import {
  Alert,
  Button,
  Form,
  FormSection,
  type FormState,
  formatDateTime,
  formErrors,
  kept,
  type PageContext,
  RadioGroup,
  renderPage,
  TextArea,
} from '../../../ui/index.ts';
import { GLASS_REASONS } from '../../model/break-glass.ts';
import type { Overview } from '../../service/overview.ts';
import { glassWords } from '../glass-words.ts';
import { OverviewParts } from '../overview.tsx';
import { type WhoField, WhoFields } from '../who.tsx';

export type NeedField = WhoField | 'reason' | 'said';

/** The form of break-glass: a full identity, why it cannot wait, and what happens then. */
export function needPage(context: PageContext, hours: number, form: FormState<NeedField>): string {
  const all = glassWords(context.lang);
  const words = all.form;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    errors: formErrors(form),
    main: (
      <>
        <Alert tone="warning" title={words.warning}>
          {words.consequences({ hours })}
        </Alert>
        <Form action="/praktijk/nood">
          <FormSection title={words.who}>
            <p>{words.whoIntro}</p>
            <WhoFields form={form as FormState<WhoField>} lang={context.lang} />
          </FormSection>
          <RadioGroup
            {...kept(form, 'reason')}
            label={words.reason}
            options={GLASS_REASONS.map((reason) => ({ value: reason, label: all.reasons[reason] }))}
          />
          <TextArea {...kept(form, 'said')} label={words.said} help={words.saidHelp} maxLength={2000} />
          <Button kind="danger">{words.open}</Button>
        </Form>
      </>
    ),
  });
}

/** What treating care may read, until when. Nothing can be done here. */
export function neededPage(context: PageContext, read: { readonly overview: Overview; readonly until: Date }): string {
  const words = glassWords(context.lang).view;
  return renderPage({
    title: words.title({ name: read.overview.details?.name ?? '' }),
    kind: 'work',
    context,
    main: (
      <>
        <Alert tone="warning">{words.until({ until: formatDateTime(read.until, 'long', context.lang) })}</Alert>
        <OverviewParts overview={read.overview} lang={context.lang} />
      </>
    ),
  });
}
