import { stateOf } from '../../../../directory/index.ts';
import {
  Button,
  ButtonGroup,
  Card,
  DateField,
  Form,
  formErrors,
  LinkButton,
  type PageContext,
  readDateParts,
  renderPage,
} from '../../../../ui/index.ts';
import type { Shown } from '../../shared/index.ts';
import type { OnColleague } from '../colleague.ts';
import { adminPaths } from '../paths.ts';
import { crumbsTo } from '../role/view.tsx';
import { type Covered, TakerFields } from '../takers.tsx';
import { adminWords } from '../words.ts';
import { departureWords } from './words.ts';

/** A colleague leaves: what happens, from which day, and who takes over. */
export function departurePage(
  context: PageContext,
  page: { readonly on: OnColleague; readonly covered: readonly Covered[]; readonly form: Shown },
): string {
  const words = departureWords(context.lang);
  const { on, form } = page;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    breadcrumbs: crumbsTo(context, on, words.title),
    intro: words.intro({ name: on.colleague.name }),
    errors: formErrors(form),
    main: (
      <>
        <Card title={words.what}>
          <ul>
            <li>{words.points.roles}</li>
            {page.covered.length > 0 ? <li>{words.points.cases}</li> : null}
            <li>{words.points.stays}</li>
            <li>{words.points.elsewhere}</li>
          </ul>
        </Card>
        <Form action={adminPaths.person(on.id, 'vertrek')} hidden={{ seen: stateOf(on.colleague) }}>
          <DateField
            name="lastDay"
            label={words.lastDay}
            help={words.lastDayHelp}
            value={readDateParts(form.values ?? {}, 'lastDay')}
            error={form.errors?.lastDay}
          />
          <TakerFields covered={page.covered} form={form} />
          <ButtonGroup>
            <Button kind="danger">{words.do}</Button>
            <LinkButton kind="subtle" href={adminPaths.person(on.id)}>
              {adminWords(context.lang).cancel}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}
