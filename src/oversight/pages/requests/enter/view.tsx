import { REQUEST_KINDS } from '../../../../content/index.ts';
import {
  Button,
  DateField,
  Form,
  FormSection,
  type FormState,
  formErrors,
  kept,
  type PageContext,
  RadioGroup,
  readDateParts,
  renderPage,
  TextArea,
  TextField,
} from '../../../../ui/index.ts';
import { type WhoField, WhoFields } from '../../who.tsx';
import { requestWords } from '../words.ts';

export type EnterField = WhoField | 'kind' | 'via' | 'received' | 'said' | 'identity';

/** The form by which the officer writes a request down that came by telephone or on paper. */
export function enterPage(context: PageContext, form: FormState<EnterField>): string {
  const all = requestWords(context.lang);
  const words = all.enter;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    breadcrumbs: [{ label: all.list.title, href: '/privacy/verzoeken' }, { label: words.title }],
    errors: formErrors(form),
    main: (
      <Form action="/privacy/verzoeken/nieuw">
        <FormSection title={all.who.title}>
          <p>{all.who.intro}</p>
          <WhoFields form={form as FormState<WhoField>} lang={context.lang} withNumber />
        </FormSection>
        <RadioGroup
          {...kept(form, 'kind')}
          label={words.kind}
          options={REQUEST_KINDS.map((kind) => ({ value: kind, label: all.kinds[kind] }))}
        />
        <RadioGroup
          {...kept(form, 'via')}
          label={words.via}
          options={(['phone', 'paper'] as const).map((via) => ({ value: via, label: all.vias[via] }))}
        />
        <DateField
          name="received"
          label={words.received}
          value={readDateParts(form.values ?? {}, 'received')}
          error={form.errors?.received}
        />
        <TextArea {...kept(form, 'said')} label={words.said} maxLength={2000} />
        <TextField
          {...kept(form, 'identity')}
          label={words.identity}
          help={words.identityHelp}
          optional
          maxLength={500}
        />
        <Button>{words.send}</Button>
      </Form>
    ),
  });
}
