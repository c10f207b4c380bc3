import { stateOf } from '../../../../directory/index.ts';
import {
  Alert,
  Button,
  ButtonGroup,
  Checkbox,
  DateField,
  Form,
  formErrors,
  kept,
  LinkButton,
  type PageContext,
  RadioGroup,
  readDateParts,
  renderPage,
  SelectField,
} from '../../../../ui/index.ts';
import { text } from '../../../../web/index.ts';
import type { Shown } from '../../shared/index.ts';
import type { OnColleague } from '../colleague.ts';
import { adminPaths } from '../paths.ts';
import { crumbsTo } from '../role/view.tsx';
import { adminWords } from '../words.ts';
import { awayWords } from './words.ts';

/** A colleague will be away: from when until when, and who takes over. */
export function awayPage(context: PageContext, on: OnColleague, form: Shown): string {
  const words = awayWords(context.lang);
  const values = form.values ?? {};
  const date = (name: string) => ({
    name,
    value: readDateParts(values, name),
    error: form.errors?.[name],
  });
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    breadcrumbs: crumbsTo(context, on, words.title),
    intro: words.intro({ name: on.colleague.name }),
    errors: formErrors(form),
    main: (
      <Form action={adminPaths.person(on.id, 'afwezig')} hidden={{ seen: stateOf(on.colleague) }}>
        <RadioGroup
          {...kept(form, 'kind')}
          label={words.kind}
          help={words.kindHelp}
          inline
          options={[
            { value: 'leave', label: words.kinds.leave },
            { value: 'illness', label: words.kinds.illness },
          ]}
        />
        <DateField {...date('from')} label={words.from} />
        <DateField {...date('until')} label={words.until} help={words.untilHelp} optional />
        {on.others.length === 0 ? (
          <Alert tone="info">{words.noOthers}</Alert>
        ) : (
          <>
            <SelectField
              {...kept(form, 'cover')}
              label={words.cover}
              help={words.coverHelp}
              empty={words.nobody}
              width="half"
              optional
              options={on.others.map(({ person, name }) => ({ value: person, label: name }))}
            />
            <Checkbox name="hand" value="yes" label={words.hand} checked={text(values, 'hand') === 'yes'} />
          </>
        )}
        <ButtonGroup>
          <Button>{words.save}</Button>
          <LinkButton kind="subtle" href={adminPaths.person(on.id)}>
            {adminWords(context.lang).cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    ),
  });
}
