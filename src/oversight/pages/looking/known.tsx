import {
  Button,
  DataTable,
  DateField,
  EmptyState,
  Form,
  type FormState,
  formatDate,
  formErrors,
  kept,
  type PageContext,
  readDateParts,
  renderPage,
  TextField,
} from '../../../ui/index.ts';
import type { KnownPerson } from '../../service/known-people.ts';
import { lookingWords } from './words.ts';

/** The officer's own list of well-known people. */
export function knownPage(
  context: PageContext,
  people: readonly KnownPerson[],
  form: FormState<'family' | 'birthDate'> = {},
): string {
  const all = lookingWords(context.lang);
  const words = all.known;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    breadcrumbs: [{ label: all.list.title, href: '/privacy/opvallend' }, { label: words.title }],
    errors: formErrors(form),
    main: (
      <>
        {people.length === 0 ? (
          <EmptyState title={words.empty} />
        ) : (
          <DataTable
            caption={words.title}
            captionHidden
            rows={people}
            rowKey={(one) => one.id}
            columns={[
              { key: 'family', header: words.family, cell: (one) => one.family },
              { key: 'birth', header: words.birthDate, cell: (one) => formatDate(one.birthDate, 'long', context.lang) },
            ]}
            actionHeader={words.action}
            action={(one) => (
              <Form action="/privacy/bekend" hidden={{ remove: one.id }}>
                <Button kind="secondary" small about={one.family}>
                  {words.remove}
                </Button>
              </Form>
            )}
          />
        )}
        <Form action="/privacy/bekend" label={words.add}>
          <TextField {...kept(form, 'family')} label={words.family} width="half" maxLength={100} />
          <DateField
            name="birthDate"
            label={words.birthDate}
            value={readDateParts(form.values ?? {}, 'birthDate')}
            error={form.errors?.birthDate}
          />
          <Button>{words.add}</Button>
        </Form>
      </>
    ),
  });
}
