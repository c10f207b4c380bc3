import {
  Alert,
  Button,
  ButtonGroup,
  Card,
  DataList,
  DueLabel,
  Form,
  type FormState,
  formatDate,
  formErrors,
  Link,
  LinkButton,
  type PageContext,
  renderPage,
  Section,
  TaskStatus,
  useLanguage,
} from '../../../../ui/index.ts';
import { timelineWords } from '../../shared/index.ts';
import { type ProviderWords, providerWords } from '../words.ts';
import type { AttendanceField } from './attendance-form.ts';
import type { TaskPage } from './presenter.ts';
import { AddSession, Sessions } from './sessions.tsx';

type Props = { readonly page: TaskPage; readonly words: ProviderWords };

/** The page of one Task: an offer to answer, support that runs, or what became of it. */
export function taskPage(
  context: PageContext,
  page: TaskPage,
  today: string,
  form: FormState<AttendanceField> = {},
): string {
  const words = providerWords(context.lang);
  const known = page.person !== undefined;
  return renderPage({
    title: page.title,
    kind: 'work',
    context,
    breadcrumbs: [{ label: words.task.nav, href: '/aanbod' }, { label: page.title }],
    ...(page.number ? { overline: words.task.overline({ number: page.number }) } : {}),
    intro: page.phase === 'offer' ? words.task.offerIntro : words.task.supportIntro({ service: page.service }),
    errors: formErrors(form),
    main: (
      <>
        {page.phase === 'offer' ? <Offer page={page} words={words} today={today} /> : null}
        {page.ended ? <Alert tone="info">{page.ended}</Alert> : null}
        {page.phase === 'accepted' ? (
          <Card soft title={words.task.acceptedTitle}>
            <p>
              {words.task.acceptedNext}
              {page.due ? ` ${words.task.startBy({ date: formatDate(page.due, 'weekday', context.lang) })}` : ''}
            </p>
          </Card>
        ) : null}
        {page.phase === 'held' ? (
          <Alert tone="info">{words.task.heldBecause({ reason: page.reason ?? '' })}</Alert>
        ) : null}
        {known ? <Asked page={page} words={words} /> : null}
        {known && page.phase !== 'ended' ? <Actions page={page} words={words} /> : null}
        {known ? <Sessions page={page} words={words} /> : null}
        {known ? (
          <p>
            <Link href={`${page.href}/veiligheid`}>{words.task.safety}</Link>
          </p>
        ) : null}
        {page.phase === 'accepted' || page.phase === 'running' ? (
          <AddSession page={page} words={words} form={form} today={today} />
        ) : null}
      </>
    ),
    ...(known ? { aside: <Person page={page} words={words} lang={context.lang} /> } : {}),
  });
}

function Offer({ page, words, today }: Props & { readonly today: string }) {
  const t = words.task;
  return (
    <>
      {page.daysLate > 0 ? <Alert tone="warning">{t.late}</Alert> : null}
      <Section title={t.facts}>
        <DataList
          facts={[
            { term: t.firstName, value: page.firstName },
            { term: t.age, value: page.age },
            { term: t.area, value: page.area },
            { term: t.need, value: page.need },
            { term: t.service, value: page.service },
            ...(page.due
              ? [
                  {
                    term: t.answerBy,
                    value: <DueLabel bare due={page.due} today={today} daysLate={page.daysLate || undefined} />,
                  },
                ]
              : []),
          ]}
        />
        <p>{t.little}</p>
      </Section>
      <Card soft>
        <p>{t.yesMeans}</p>
        <p>{t.noMeans}</p>
        <ButtonGroup>
          <Form action={`${page.href}/ja`}>
            <Button icon="check">{t.yesButton}</Button>
          </Form>
          <LinkButton kind="secondary" href={`${page.href}/nee`}>
            {t.noButton}
          </LinkButton>
        </ButtonGroup>
      </Card>
    </>
  );
}

function Person({ page, words, lang }: Props & { readonly lang: PageContext['lang'] }) {
  const t = words.task;
  const { person } = page;
  if (!person) return null;
  return (
    <Section title={t.person}>
      <DataList
        compact
        facts={[
          { term: t.name, value: person.name },
          ...(person.birthDate ? [{ term: t.birthDate, value: formatDate(person.birthDate, 'long', lang) }] : []),
          {
            term: t.phone,
            value: person.phone ? <a href={`tel:${person.phone.replace(/[^\d+]/g, '')}`}>{person.phone}</a> : undefined,
          },
          { term: t.mail, value: person.mail ? <a href={`mailto:${person.mail}`}>{person.mail}</a> : undefined },
          {
            term: t.address,
            value: person.secret ? t.viaCoach : person.address.length > 0 ? person.address.join(', ') : undefined,
          },
          ...(person.interpreter || (person.language && person.language !== 'nl')
            ? [
                {
                  term: t.language,
                  value: [
                    person.language ? new Intl.DisplayNames([lang], { type: 'language' }).of(person.language) : '',
                    person.interpreter ? t.interpreter : '',
                  ]
                    .filter(Boolean)
                    .join(', '),
                },
              ]
            : []),
          { term: t.statusNow, value: <TaskStatus status={page.status} /> },
        ]}
      />
    </Section>
  );
}

function Asked({ page, words }: Props) {
  const t = words.task;
  return (
    <Section title={t.asked}>
      <DataList
        facts={[
          { term: t.need, value: page.need },
          ...page.notes.map((note) => ({ term: t.noteOfCoach, value: note })),
          ...(page.requester ? [{ term: t.requester, value: page.requester }] : []),
          ...(page.phase === 'ended' && page.reason ? [{ term: t.reason, value: page.reason }] : []),
          ...(page.outcome ? [{ term: t.outcome, value: page.outcome }] : []),
          ...(page.summary ? [{ term: t.summary, value: page.summary }] : []),
        ]}
      />
    </Section>
  );
}

function Actions({ page, words }: Props) {
  const t = words.task;
  const link = (path: string, label: string) => (
    <LinkButton kind="secondary" href={`${page.href}/${path}`}>
      {label}
    </LinkButton>
  );
  return (
    <Section title={t.what}>
      <ButtonGroup>
        {page.phase === 'accepted' ? (
          <Form action={`${page.href}/start`}>
            <Button kind="secondary">{t.start}</Button>
          </Form>
        ) : null}
        {page.phase === 'held' ? (
          <Form action={`${page.href}/verder`}>
            <Button>{t.resume}</Button>
          </Form>
        ) : null}
        {page.phase === 'running' || page.phase === 'held' ? link('afronden', t.complete) : null}
        {page.phase === 'held' ? null : link('pauze', t.pause)}
        {link('stoppen', t.stop)}
        {link('tijdlijn', timelineWords(useLanguage()).link)}
      </ButtonGroup>
    </Section>
  );
}
