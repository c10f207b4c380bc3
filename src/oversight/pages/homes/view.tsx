import {
  Button,
  Checkbox,
  DataTable,
  EmptyState,
  Form,
  type FormState,
  formatDate,
  formErrors,
  kept,
  type PageContext,
  renderPage,
  TextField,
} from '../../../ui/index.ts';
import type { StatedHome } from '../../service/stated-homes.ts';
import { lookingWords } from '../looking/words.ts';
import { homeWords } from './words.ts';

export type HomeField = 'worker' | 'postcode' | 'number' | 'agreed';

/** Workers who agreed to have looking at neighbours noticed. */
export function homesPage(context: PageContext, homes: readonly StatedHome[], form: FormState<HomeField> = {}): string {
  const words = homeWords(context.lang);
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    breadcrumbs: [{ label: lookingWords(context.lang).list.title, href: '/privacy/opvallend' }, { label: words.title }],
    errors: formErrors(form),
    main: (
      <>
        {homes.length === 0 ? (
          <EmptyState title={words.empty} />
        ) : (
          <DataTable
            caption={words.title}
            captionHidden
            rows={homes}
            rowKey={(home) => home.person}
            columns={[
              { key: 'worker', header: words.worker, cell: (home) => home.name },
              { key: 'since', header: words.since, cell: (home) => formatDate(home.statedAt, 'long', context.lang) },
            ]}
            actionHeader={words.action}
            action={(home) => (
              <Form action="/privacy/buren" hidden={{ remove: home.person }}>
                <Button kind="secondary" small about={home.name}>
                  {words.remove}
                </Button>
              </Form>
            )}
          />
        )}
        <Form action="/privacy/buren" label={words.save}>
          <TextField {...kept(form, 'worker')} label={words.worker} help={words.workerHelp} width="half" />
          <TextField {...kept(form, 'postcode')} label={words.postcode} width="short" />
          <TextField {...kept(form, 'number')} label={words.number} width="short" />
          <Checkbox name="agreed" label={words.agreed} error={form.errors?.agreed} />
          <Button>{words.save}</Button>
        </Form>
      </>
    ),
  });
}
