import { LANGUAGES } from '../../../../content/index.ts';
import {
  Alert,
  Button,
  ButtonGroup,
  Checkbox,
  DateField,
  Form,
  FormSection,
  formErrors,
  kept,
  LinkButton,
  type PageContext,
  RadioGroup,
  readDateParts,
  renderPage,
  SelectField,
  TextField,
} from '../../../../ui/index.ts';
import { caseWords, paths, type Shown } from '../../shared/index.ts';
import { registerWords } from './words.ts';

/** Registers a resident. `mayExist`: somebody may be there already; nobody is shown (LAW 5). */
export function registerPage(context: PageContext, form: Shown, mayExist?: string): string {
  const words = registerWords(context.lang);
  const { genders, languages } = caseWords(context.lang);
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    breadcrumbs: [
      { label: words.list, href: paths.practice },
      { label: words.find, href: paths.find },
      { label: words.title },
    ],
    intro: words.intro,
    errors: formErrors(form),
    main: (
      <>
        {mayExist ? (
          <Alert tone="warning" title={words.exists} live>
            <p>{mayExist}</p>
            <p>{words.existsText}</p>
          </Alert>
        ) : null}
        <Form action={paths.register}>
          <FormSection title={words.who}>
            <TextField {...kept(form, 'given')} label={words.given} width="half" />
            <TextField {...kept(form, 'family')} label={words.family} help={words.familyHelp} width="half" />
            <DateField
              name="birthDate"
              label={words.birthDate}
              value={readDateParts(form.values ?? {}, 'birthDate')}
              error={form.errors?.birthDate}
            />
            <RadioGroup
              {...kept(form, 'gender')}
              label={words.gender}
              options={(['female', 'male', 'other', 'unknown'] as const).map((value) => ({
                value,
                label: genders[value],
              }))}
              inline
            />
            <TextField
              {...kept(form, 'bsn')}
              label={words.bsn}
              help={words.bsnHelp}
              type="digits"
              width="short"
              optional
            />
          </FormSection>
          <FormSection title={words.reach}>
            <TextField {...kept(form, 'street')} label={words.street} width="half" optional />
            <TextField {...kept(form, 'postcode')} label={words.postcode} width="short" />
            <TextField {...kept(form, 'city')} label={words.city} width="half" />
            <TextField
              {...kept(form, 'phone')}
              label={words.phone}
              help={words.phoneHelp}
              type="tel"
              width="half"
              optional
            />
            <TextField {...kept(form, 'mail')} label={words.mail} type="email" width="half" optional />
            <SelectField
              {...kept(form, 'language')}
              value={kept(form, 'language').value || 'nl'}
              label={words.language}
              width="half"
              options={LANGUAGES.map((value) => ({ value, label: languages[value] }))}
            />
            <Checkbox
              name="letters"
              label={words.letters}
              help={words.lettersHelp}
              checked={kept(form, 'letters').value === 'yes'}
              optional
            />
          </FormSection>
          <ButtonGroup>
            <Button>{words.save}</Button>
            <LinkButton href={paths.find} kind="subtle">
              {words.again}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}
