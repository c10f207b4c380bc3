import {
  Button,
  ButtonGroup,
  Card,
  DataList,
  DateField,
  Form,
  formatDate,
  formErrors,
  kept,
  LinkButton,
  type PageContext,
  readDateParts,
  renderPage,
  Section,
  TextField,
} from '../../../../ui/index.ts';
import { paths, type Shown } from '../../shared/index.ts';
import type { Found } from '../ticket.ts';
import { findWords } from './words.ts';

const crumbs = (context: PageContext, last: string) => [
  { label: findWords(context.lang).list, href: paths.practice },
  ...(last === findWords(context.lang).title ? [] : [{ label: findWords(context.lang).title, href: paths.find }]),
  { label: last },
];

/** Two clear ways to find one resident. */
export function findPage(context: PageContext, form: Shown): string {
  const words = findWords(context.lang);
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    breadcrumbs: crumbs(context, words.title),
    intro: words.intro,
    errors: formErrors(form),
    main: (
      <>
        <Section title={words.byBsn}>
          <Form action={paths.find} hidden={{ by: 'bsn' }} label={words.byBsn}>
            <TextField {...kept(form, 'bsn')} label={words.bsn} help={words.bsnHelp} type="digits" width="short" />
            <Button icon="search">{words.searchBsn}</Button>
          </Form>
        </Section>
        <Section title={words.byName}>
          <Form action={paths.find} hidden={{ by: 'name' }} label={words.byName}>
            <TextField {...kept(form, 'family')} label={words.family} help={words.familyHelp} width="half" />
            <DateField
              name="birthDate"
              label={words.birthDate}
              value={readDateParts(form.values ?? {}, 'birthDate')}
              error={form.errors?.birthDate}
            />
            <TextField
              {...kept(form, 'postcode')}
              label={words.postcode}
              help={words.postcodeHelp}
              width="short"
              optional
            />
            <Button kind="secondary" icon="search">
              {words.searchName}
            </Button>
          </Form>
        </Section>
      </>
    ),
  });
}

/** Who was found: enough to know it is the right person, and no more. */
export function foundPage(context: PageContext, found: Found, ticket: string): string {
  const words = findWords(context.lang).found;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    breadcrumbs: crumbs(context, words.title),
    intro: words.intro,
    main: (
      <>
        <Card>
          <DataList
            facts={[
              { term: words.name, value: `${found.given} ${found.family}`.trim() },
              { term: words.birthDate, value: formatDate(found.birthDate, 'long', context.lang) },
              { term: words.postcode, value: found.postcode?.replace(/^(\d{4})([A-Z]{2})$/, '$1 $2') ?? '' },
            ]}
          />
        </Card>
        <ButtonGroup>
          <LinkButton href={paths.newReferralFor(ticket)}>{words.yes}</LinkButton>
          <LinkButton href={paths.find} kind="secondary">
            {words.no}
          </LinkButton>
        </ButtonGroup>
      </>
    ),
  });
}

/** Nobody was found: search again, or register. */
export function nobodyPage(context: PageContext, ticket: string): string {
  const words = findWords(context.lang).nobody;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    breadcrumbs: crumbs(context, words.title),
    intro: words.intro,
    main: (
      <>
        <p>{words.check}</p>
        <ButtonGroup>
          <LinkButton href={paths.registerFrom(ticket)}>{words.register}</LinkButton>
          <LinkButton href={paths.find} kind="secondary">
            {words.again}
          </LinkButton>
        </ButtonGroup>
      </>
    ),
  });
}
