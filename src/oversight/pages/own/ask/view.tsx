import { type Crisis, REQUEST_KINDS } from '../../../../content/index.ts';
import { CrisisLines } from '../../../../pathways/index.ts';
import {
  Alert,
  Button,
  ButtonGroup,
  Form,
  type FormState,
  formErrors,
  kept,
  LinkButton,
  type PageContext,
  RadioGroup,
  renderPage,
  TextArea,
} from '../../../../ui/index.ts';
import { ownWords } from '../words.ts';

export type AskField = 'kind' | 'said' | 'about';

/** The form by which a resident asks something about their data. */
export function askPage(context: PageContext, crisis: Crisis, form: FormState<AskField>): string {
  const all = ownWords(context.lang);
  const words = all.ask;
  const about = kept(form, 'about').value;
  return renderPage({
    title: words.title,
    kind: 'resident',
    context,
    intro: words.intro,
    breadcrumbs: [{ label: all.nav, href: '/mijn/verzoeken' }, { label: words.title }],
    errors: formErrors(form),
    main: (
      <>
        {about ? <Alert tone="info">{words.aboutLine}</Alert> : null}
        <Form action="/mijn/verzoeken/nieuw" hidden={about ? { about } : {}}>
          <RadioGroup
            {...kept(form, 'kind')}
            label={words.kind}
            options={REQUEST_KINDS.map((kind) => ({ value: kind, label: all.kinds[kind], help: all.kindHelp[kind] }))}
          />
          <TextArea {...kept(form, 'said')} label={words.said} help={words.saidHelp} rows={5} maxLength={2000} />
          <ButtonGroup>
            <Button>{words.send}</Button>
            <LinkButton kind="secondary" href="/mijn/verzoeken">
              {words.back}
            </LinkButton>
          </ButtonGroup>
        </Form>
        <CrisisLines crisis={crisis} />
      </>
    ),
  });
}
