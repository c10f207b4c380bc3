import type { ReactNode } from 'react';
import {
  Alert,
  Button,
  ButtonGroup,
  DataList,
  Form,
  kept,
  Link,
  LinkButton,
  type PageContext,
  RadioGroup,
  Section,
  useLanguage,
} from '../../../../ui/index.ts';
import type { ContactDetails } from '../../../read/contact-details.ts';
import { NEED_REASONS, SECRET_REASONS } from '../../../service/address.ts';
import type { Shown } from '../../shared/index.ts';
import { lifePage, type Opened } from '../parts.tsx';
import { lifeWords } from '../words.ts';
import { addressWords } from './words.ts';

/** Makes an address secret, with the reason. */
export function makeSecretPage(context: PageContext, on: Opened, form: Shown): string {
  const words = addressWords(context.lang);
  return lifePage(context, on, {
    title: words.title,
    intro: words.intro,
    form,
    main: (
      <Form action={on.path('adres')}>
        <RadioGroup
          {...kept(form, 'reason')}
          label={words.reason}
          options={SECRET_REASONS.map((value) => ({ value, label: words.reasons[value] }))}
        />
        <ButtonGroup>
          <Button icon="safe">{words.do}</Button>
          <LinkButton kind="subtle" href={on.path()}>
            {lifeWords(context.lang).back}
          </LinkButton>
        </ButtonGroup>
      </Form>
    ),
  });
}

/** A secret address: how the team asks for it, and how it may be shown again. `shown`: what was asked for just now. */
export function secretPage(
  context: PageContext,
  on: Opened,
  page: { readonly asks: boolean; readonly shown: ContactDetails | undefined },
  form: Shown,
): string {
  const words = addressWords(context.lang);
  return lifePage(context, on, {
    title: words.isTitle,
    intro: words.isIntro,
    form,
    main: (
      <>
        {page.shown ? <ShownAddress details={page.shown} /> : null}
        {page.asks ? (
          <Form action={on.path('adres/opvragen')}>
            <RadioGroup
              {...kept(form, 'need')}
              label={words.need}
              help={words.logged}
              options={NEED_REASONS.map((value) => ({ value, label: words.needs[value] }))}
            />
            <Button>{words.ask}</Button>
          </Form>
        ) : null}
        <Section title={words.liftTitle}>
          <p>{words.liftText}</p>
          <Form action={on.path('adres/tonen')}>
            <Button kind="secondary">{words.lift}</Button>
          </Form>
        </Section>
      </>
    ),
  });
}

function ShownAddress({ details }: { readonly details: ContactDetails }): ReactNode {
  const words = addressWords(useLanguage());
  return (
    <Alert tone="info" title={words.shown}>
      <DataList
        facts={[
          { term: words.address, value: details.address.join(', ') || words.unknown },
          { term: words.phone, value: details.phone ?? words.unknown },
        ]}
      />
      <p>{words.shownHelp}</p>
    </Alert>
  );
}

/** On the page of a case: that the address is secret, with the way to ask for it. */
export function SecretMark(props: { readonly secret: boolean; readonly href: string }) {
  const words = addressWords(useLanguage());
  if (!props.secret) return null;
  return (
    <Alert tone="warning">
      <p>
        {words.mark} <Link href={props.href}>{words.markLink}</Link>
      </p>
    </Alert>
  );
}
