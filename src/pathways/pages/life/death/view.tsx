import {
  Alert,
  Button,
  ButtonGroup,
  Checkbox,
  DataList,
  DateField,
  Form,
  formatDate,
  kept,
  Link,
  LinkButton,
  type PageContext,
  readDateParts,
  Section,
  useLanguage,
} from '../../../../ui/index.ts';
import type { Shown } from '../../shared/index.ts';
import { lifePage, type Opened } from '../parts.tsx';
import { lifeWords } from '../words.ts';
import type { AfterDeath } from './presenter.ts';
import { deathWords } from './words.ts';

/** Asks for the day, and says what stops at once. */
export function reportPage(context: PageContext, on: Opened, form: Shown): string {
  const words = deathWords(context.lang);
  return lifePage(context, on, {
    title: words.title,
    intro: words.intro,
    form,
    main: (
      <>
        <Alert tone="warning" title={words.stops}>
          <ul>
            {Object.values(words.takes).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Alert>
        <Form action={on.path('overlijden')}>
          <DateField
            name="on"
            label={words.on}
            help={words.onHelp}
            optional
            value={readDateParts(form.values ?? {}, 'on')}
            error={form.errors?.on}
          />
          <Checkbox {...kept(form, 'sure')} value="yes" label={words.sure} />
          <ButtonGroup>
            <Button kind="danger">{words.do}</Button>
            <LinkButton kind="secondary" href={on.path()}>
              {lifeWords(context.lang).back}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}

/** After a death: who should still be told, what stopped, until when one reads, and how a mistake is set right. */
export function afterPage(context: PageContext, on: Opened, after: AfterDeath, days: number): string {
  const words = deathWords(context.lang);
  return lifePage(context, on, {
    title: after.on ? words.diedOn({ date: formatDate(after.on, 'long', context.lang) }) : words.died,
    intro: words.all,
    main: (
      <>
        <Section title={words.should}>
          {after.tell.length > 0 ? (
            <>
              <p>{words.shouldText}</p>
              <DataList
                facts={after.tell.map((one) => ({
                  term: `${one.who} (${one.what.toLowerCase()})`,
                  value: /\d/.test(one.phone) ? (
                    <a href={`tel:${one.phone.replace(/[^+\d]/g, '')}`}>{one.phone}</a>
                  ) : (
                    one.phone
                  ),
                }))}
              />
            </>
          ) : (
            <p>{words.nobody}</p>
          )}
        </Section>
        <Stopped after={after} />
        <p>{words.reads({ days })}</p>
        <Section title={words.wrong}>
          <p>{words.wrongText}</p>
          <Form action={on.path('overlijden/vergissing')}>
            <Button kind="secondary">{words.undo}</Button>
          </Form>
        </Section>
      </>
    ),
  });
}

/** The death was a mistake: what stopped, and the case to be opened again by hand. */
export function reopenPage(context: PageContext, on: Opened, after: AfterDeath): string {
  const words = deathWords(context.lang);
  return lifePage(context, on, {
    title: words.reopenTitle,
    intro: words.reopenText,
    main: (
      <>
        <Stopped after={after} />
        <Form action={on.path('overlijden/heropenen')}>
          <ButtonGroup>
            <Button>{words.reopen}</Button>
            <LinkButton kind="secondary" href={on.path()}>
              {lifeWords(context.lang).back}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}

function Stopped({ after }: { readonly after: AfterDeath }) {
  const words = deathWords(useLanguage());
  return (
    <Section title={words.stopped}>
      {after.stopped.length > 0 ? (
        <ul>
          {after.stopped.map((one) => (
            <li key={one.key}>{one.text}</li>
          ))}
        </ul>
      ) : (
        <p>{words.nothing}</p>
      )}
    </Section>
  );
}

/** On the page of a case: that the resident has died, or that a death was a mistake, with the way on. */
export function DeathBanner(props: { readonly after: AfterDeath; readonly href: string }) {
  const words = deathWords(useLanguage());
  const { deceased, mistaken } = props.after;
  if (!deceased && !mistaken) return null;
  return (
    <Alert tone="info">
      <p>
        {deceased ? words.banner : words.mistakeBanner}{' '}
        <Link href={props.href}>{deceased ? words.bannerLink : words.mistakeLink}</Link>
      </p>
    </Alert>
  );
}
