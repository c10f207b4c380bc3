import type { Crisis } from '../../../../content/index.ts';
import {
  Button,
  ButtonGroup,
  CheckboxGroup,
  type Choice,
  EmptyState,
  Form,
  formErrors,
  kept,
  keptMany,
  LinkButton,
  type PageContext,
  renderPage,
  Section,
  TextArea,
} from '../../../../ui/index.ts';
import { CrisisLines, LONG_TEXT, type Shown } from '../../shared/index.ts';
import { residentWords } from '../words.ts';
import { selfWords } from './words.ts';

export type SelfPage = {
  readonly team: string;
  readonly reasons: readonly Choice[];
  readonly crisis: Crisis;
  readonly form: Shown;
};

const crumbs = (context: PageContext, title: string) => [
  { label: residentWords(context.lang).nav.home, href: '/mijn' },
  { label: title },
];

/** A resident asks for help themself; who reads it and what follows stands beside the button. */
export function selfPage(context: PageContext, page: SelfPage): string {
  const words = selfWords(context.lang);
  const { team } = page;
  return renderPage({
    title: words.title,
    kind: 'resident',
    context,
    breadcrumbs: crumbs(context, words.title),
    intro: words.intro({ team }),
    errors: formErrors(page.form),
    main: (
      <>
        <Form action="/mijn/aanmelden">
          <CheckboxGroup
            {...keptMany(page.form, 'reasons')}
            label={words.reasons}
            help={words.reasonsHelp}
            options={page.reasons}
          />
          <TextArea
            {...kept(page.form, 'note')}
            label={words.note}
            help={words.noteHelp}
            rows={5}
            maxLength={LONG_TEXT}
            optional
          />
          <Section title={words.what}>
            <ul>
              <li>{words.seen({ team })}</li>
              <li>{words.answer({ team })}</li>
              <li>{words.mind}</li>
            </ul>
          </Section>
          <ButtonGroup>
            <Button>{words.send}</Button>
            <LinkButton kind="subtle" href="/mijn">
              {residentWords(context.lang).stop.back}
            </LinkButton>
          </ButtonGroup>
        </Form>
        <CrisisLines crisis={page.crisis} />
      </>
    ),
  });
}

/** Why somebody cannot ask now, and what to do instead. */
export function blockedPage(context: PageContext, why: 'running' | 'nowhere'): string {
  const words = selfWords(context.lang);
  return renderPage({
    title: words.title,
    kind: 'resident',
    context,
    breadcrumbs: crumbs(context, words.title),
    main: (
      <EmptyState
        title={words[why]}
        action={
          why === 'running' ? (
            <LinkButton href="/mijn">{residentWords(context.lang).nav.home}</LinkButton>
          ) : (
            <LinkButton href="/mijn/gegevens">{words.details}</LinkButton>
          )
        }
      >
        <p>{why === 'running' ? words.runningMore : words.nowhereMore}</p>
      </EmptyState>
    ),
  });
}
