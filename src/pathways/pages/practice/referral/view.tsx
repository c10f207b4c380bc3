import {
  Alert,
  Button,
  ButtonGroup,
  Card,
  DataList,
  DueLabel,
  Form,
  formErrors,
  kept,
  Link,
  LinkButton,
  type PageContext,
  RadioGroup,
  renderPage,
  Section,
  Timeline,
  useLanguage,
} from '../../../../ui/index.ts';
import { SecretMark } from '../../life/address/view.tsx';
import { DeathBanner } from '../../life/death/view.tsx';
import { LifeLinks } from '../../life/links.tsx';
import { MergedMark } from '../../life/merge/view.tsx';
import { NowCard, PersonCard, paths, type Shown, timelineWords } from '../../shared/index.ts';
import type { ReferralView } from './presenter.ts';
import { referralWords } from './words.ts';

function Actions({ view }: { readonly view: ReferralView }) {
  const words = referralWords(useLanguage());
  const { close, withdraw, undo } = view.actions;
  if (view.over) return <p>{words.over}</p>;
  return (
    <>
      <ButtonGroup>
        {withdraw.state === 'available' ? (
          <LinkButton kind="secondary" href={paths.referral(view.caseId, 'intrekken')}>
            {words.withdraw}
          </LinkButton>
        ) : null}
        {undo.state === 'available' ? (
          <LinkButton kind="secondary" href={paths.referral(view.caseId, 'ongedaan')}>
            {words.undo}
          </LinkButton>
        ) : null}
      </ButtonGroup>
      {[close, withdraw, undo].map((action) =>
        action.state === 'unavailable' ? <p key={action.reason}>{action.reason}</p> : null,
      )}
    </>
  );
}

function LetterLink({ caseId, shown }: { readonly caseId: string; readonly shown: boolean }) {
  const words = referralWords(useLanguage());
  return shown ? (
    <p>
      <Link href={paths.referral(caseId, 'brief')}>{words.letter}</Link>
    </p>
  ) : null;
}

/** One referral: what happens now, what came back, what may be done. */
export function referralPage(context: PageContext, view: ReferralView): string {
  const words = referralWords(context.lang);
  const closing =
    view.actions.close.state === 'available' && !view.over ? (
      <Form action={paths.referral(view.caseId, 'sluiten')}>
        <Button icon="check">{words.close}</Button>
      </Form>
    ) : null;
  return renderPage({
    title: words.title({ name: view.name }),
    kind: 'work',
    context,
    overline: words.number({ number: view.number }),
    breadcrumbs: [{ label: words.list, href: paths.practice }, { label: view.name }],
    aside: view.person ? <PersonCard person={view.person} title={words.resident} /> : undefined,
    main: (
      <>
        <MergedMark merged={view.merged} href={paths.referral(view.caseId, 'samenvoegen')} />
        <SecretMark secret={view.person?.secret ?? false} href={paths.referral(view.caseId, 'adres')} />
        <DeathBanner after={view.death} href={paths.referral(view.caseId, 'overlijden')} />
        {view.answer && !view.over ? (
          <Card soft title={view.answer.title} actions={closing}>
            <DataList facts={view.answer.facts} />
            <p>{view.answer.todo}</p>
            <LetterLink caseId={view.caseId} shown={view.letter} />
            {view.due ? (
              <p>
                <DueLabel due={view.due} today={view.today} />
              </p>
            ) : null}
          </Card>
        ) : (
          <NowCard now={view.now} next={view.next}>
            {view.paused ? <DueLabel today={view.today} pausedBecause={view.paused} /> : null}
          </NowCard>
        )}
        {view.answer && view.over ? (
          <Section title={view.answer.title}>
            <DataList facts={view.answer.facts} />
            <LetterLink caseId={view.caseId} shown={view.letter} />
          </Section>
        ) : null}
        <Section title={words.details}>
          <DataList facts={view.facts} />
        </Section>
        <Section title={words.history}>
          <Timeline now={{ key: 'now', title: view.now }} past={view.past} />
          <p>
            <Link href={paths.referral(view.caseId, 'tijdlijn')}>{timelineWords(context.lang).link}</Link>
          </p>
        </Section>
        <Section title={words.actions}>
          <Actions view={view} />
        </Section>
        <LifeLinks viewer="gp" caseId={view.caseId} ended={view.death.deceased} />
      </>
    ),
  });
}

/** Asks for the reason of stopping, and shows what it takes along. */
export function stopPage(
  context: PageContext,
  view: ReferralView,
  stop: {
    readonly kind: 'undo' | 'withdraw';
    readonly reasons: readonly { readonly code: string; readonly label: string }[];
  },
  form: Shown,
): string {
  const words = referralWords(context.lang);
  const own = stop.kind === 'undo' ? words.undoPage : words.withdrawPage;
  const part = stop.kind === 'undo' ? 'ongedaan' : 'intrekken';
  return renderPage({
    title: own.title,
    kind: 'work',
    context,
    overline: `${view.name} · ${words.number({ number: view.number })}`,
    breadcrumbs: [
      { label: words.list, href: paths.practice },
      { label: view.name, href: paths.referral(view.caseId) },
      { label: own.title },
    ],
    intro: own.intro,
    errors: formErrors(form),
    main: (
      <>
        <Alert tone="warning" title={own.takes}>
          <ul>
            <li>{words.undoPage.takesReferral({ number: view.number, team: view.team })}</li>
            <li>{words.undoPage.takesConsent}</li>
            <li>{words.undoPage.takesRest}</li>
          </ul>
          {stop.kind === 'undo' ? <p>{words.undoPage.told}</p> : null}
        </Alert>
        <Form action={paths.referral(view.caseId, part)}>
          <RadioGroup
            {...kept(form, 'reason')}
            label={own.reason}
            options={stop.reasons.map(({ code, label }) => ({ value: code, label }))}
          />
          <ButtonGroup>
            <Button kind="danger">{own.do}</Button>
            <LinkButton kind="secondary" href={paths.referral(view.caseId)}>
              {words.back}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}
