import {
  Alert,
  Button,
  ButtonGroup,
  CheckboxGroup,
  Form,
  kept,
  keptMany,
  Link,
  LinkButton,
  type PageContext,
  RadioGroup,
  SelectField,
  useLanguage,
} from '../../../../ui/index.ts';
import type { MoveRow } from '../../../move-store.ts';
import type { Shown } from '../../shared/index.ts';
import { lifePage, type Opened } from '../parts.tsx';
import { lifeWords } from '../words.ts';
import { moveWords } from './words.ts';

type Choice = { readonly value: string; readonly label: string };

/** What the resident said, and which team is asked; or, out of the region, the end of the case. */
export function movePage(
  context: PageContext,
  on: Opened,
  page: { readonly teams: readonly Choice[]; readonly likely: string; readonly running: readonly Choice[] },
  form: Shown,
): string {
  const words = moveWords(context.lang);
  const { move } = on.view;
  const where = !move || (!move.to_place && move.task) ? words.unknown : place(move, context);
  return lifePage(context, on, {
    title: words.title,
    intro: move && !move.inside ? `${where} ${words.outside}` : where,
    form,
    main: move?.task ? (
      <Alert tone="info">{words.waiting}</Alert>
    ) : move && !move.inside ? (
      <>
        <p>{words.endText}</p>
        <Form action={on.path('verhuizing/einde')}>
          <ButtonGroup>
            <Button kind="danger">{words.end}</Button>
            <LinkButton kind="subtle" href={on.path()}>
              {lifeWords(context.lang).back}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </>
    ) : (
      <Form action={on.path('verhuizing')}>
        <RadioGroup
          {...kept(form, 'said')}
          label={words.said}
          help={words.saidHelp}
          options={(['yes', 'stays', 'not-reached'] as const).map((value) => ({ value, label: words.answers[value] }))}
        />
        <SelectField
          {...kept(form, 'team')}
          value={kept(form, 'team').value || page.likely}
          label={words.team}
          empty={words.chooseTeam}
          options={page.teams}
        />
        {page.running.length > 0 ? (
          <CheckboxGroup
            {...keptMany(form, 'stop')}
            label={words.stop}
            help={words.stopHelp}
            options={page.running}
            optional
          />
        ) : null}
        <ButtonGroup>
          <Button>{words.do}</Button>
          <LinkButton kind="subtle" href={on.path()}>
            {lifeWords(context.lang).back}
          </LinkButton>
        </ButtonGroup>
      </Form>
    ),
  });
}

function place(move: MoveRow, context: PageContext): string {
  const words = moveWords(context.lang);
  return move.to_place ? words.to({ place: move.to_place }) : words.toSecret;
}

/** On the page of a case: that the resident moved, with what can be done. */
export function MoveMark(props: { readonly move: MoveRow | undefined; readonly href: string }) {
  const words = moveWords(useLanguage());
  const { move } = props;
  if (!move) return null;
  const text = move.task ? words.waiting : move.to_place ? words.mark({ place: move.to_place }) : words.markSecret;
  return (
    <Alert tone="info">
      <p>
        {text} <Link href={props.href}>{words.markLink}</Link>
      </p>
    </Alert>
  );
}
