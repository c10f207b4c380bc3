import type { RoleCode } from '../../../../platform/index.ts';
import {
  Button,
  ButtonGroup,
  Card,
  DataList,
  DueLabel,
  Form,
  type Language,
  Link,
  LinkButton,
  type PageContext,
  renderPage,
  Section,
  Status,
  Timeline,
  type TimelineEvent,
  useLanguage,
} from '../../../../ui/index.ts';
import { SecretMark } from '../../life/address/view.tsx';
import { CorrectMark } from '../../life/correct/view.tsx';
import type { AfterDeath } from '../../life/death/presenter.ts';
import { DeathBanner } from '../../life/death/view.tsx';
import { LifeLinks } from '../../life/links.tsx';
import { MergedMark } from '../../life/merge/view.tsx';
import { MoveMark } from '../../life/move/view.tsx';
import { WithheldMark } from '../../life/withheld/view.tsx';
import {
  type AnswerSet,
  caseWords,
  NowCard,
  PersonCard,
  paths,
  pauseReason,
  timelineWords,
} from '../../shared/index.ts';
import { ContactLog } from '../contact/log.tsx';
import { nameAndAge } from '../frame.tsx';
import { coachMessagesWords } from '../messages/words.ts';
import type { OpenedCase } from '../parts.ts';
import { coachWishWords } from '../wishes/words.ts';
import type { CaseAction } from './actions.ts';
import type { AppointmentRow, ContactRow, OnwardView } from './presenter.ts';
import { Answers, Appointments, Onward, Plan } from './sections.tsx';
import { casePageWords } from './words.ts';

/** Everything the page of one case shows. */
export type CasePage = {
  readonly on: OpenedCase;
  readonly actions: readonly CaseAction[];
  readonly first: CaseAction | undefined;
  readonly sets: readonly AnswerSet[];
  readonly contacts: readonly ContactRow[];
  readonly appointments: readonly AppointmentRow[];
  readonly onward: readonly OnwardView[];
  readonly upcoming: readonly TimelineEvent[];
  readonly past: readonly TimelineEvent[];
  readonly clocks: OpenedCase['view']['clocks'];
  readonly teamName: string;
  readonly reasons: string;
  readonly mayWithdraw: boolean;
  readonly death: AfterDeath;
  readonly role: RoleCode;
};

function ActionButton(props: { readonly action: CaseAction; readonly primary: boolean }) {
  const words = casePageWords(useLanguage()).actions;
  const { action } = props;
  const kind = props.primary ? 'primary' : 'secondary';
  return action.post ? (
    <Form action={action.href}>
      <Button kind={kind}>{words[action.key]}</Button>
    </Form>
  ) : (
    <LinkButton href={action.href} kind={kind}>
      {words[action.key]}
    </LinkButton>
  );
}

function Now({ page }: { readonly page: CasePage }) {
  const { on } = page;
  const lang = useLanguage();
  const words = casePageWords(lang);
  const all = caseWords(useLanguage());
  const told = on.view.happening;
  const pause = on.view.pauses.find((one) => one.until_at === null);
  const names = new Map(on.pathway.norms.map((norm) => [norm.id, norm.label]));
  if (!on.view.row) return <NowCard now={words.over} />;
  const stage = on.view.row.stage;
  return (
    <NowCard
      now={told ? all.now[told.now as keyof typeof all.now] : words.over}
      next={told?.next ? all.next[told.next as keyof typeof all.next] : undefined}
      actions={page.first ? <ActionButton action={page.first} primary /> : null}
    >
      {pause ? (
        <p>
          <Status tone="neutral" icon="pause">
            {words.pausedBecause({ reason: pauseReason(pause, lang), by: pause.by_name })}
          </Status>
        </p>
      ) : null}
      {page.clocks.length > 0 ? (
        <ul>
          {page.clocks.map((clock) => (
            <li key={clock.id}>
              {names.get(clock.norm) ?? clock.norm}:{' '}
              {clock.state === 'paused' ? (
                <Status tone="neutral">{words.standsStill}</Status>
              ) : (
                <DueLabel due={clock.due} today={on.today} />
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {(stage === 'accepted' || stage === 'contact') && on.person?.phone ? (
        <p>
          <a href={`tel:${on.person.phone.replace(/[^+\d]/g, '')}`}>{words.call({ phone: on.person.phone })}</a>
        </p>
      ) : null}
      {stage === 'contact' ? (
        <p>
          {words.attempts({
            count: page.contacts.filter((one) => one.wrong === undefined).length,
            most: on.pathway.contact.attempts,
          })}
        </p>
      ) : null}
    </NowCard>
  );
}

function Actions({ page }: { readonly page: CasePage }) {
  const words = casePageWords(useLanguage());
  const rest = page.actions.filter((action) => action !== page.first);
  const able = rest.filter((action) => action.state === 'available');
  const unable = rest.filter((action) => action.state !== 'available' && action.state !== 'closed');
  return (
    <Section title={words.do}>
      <ButtonGroup>
        {able.map((action) => (
          <ActionButton key={action.key} action={action} primary={false} />
        ))}
      </ButtonGroup>
      {unable.length > 0 ? (
        <ul>
          {unable.map((action) => (
            <li key={action.key}>
              {words.actions[action.key]}: {words.reasons[action.state as keyof typeof words.reasons]}
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

/** Who has the case, or had it last. */
function coachOf(on: OpenedCase): string | undefined {
  const team = on.view.careTeam as
    | { readonly participant?: readonly { readonly member?: { readonly display?: string } }[] }
    | undefined;
  return on.view.row ? (on.view.row.assignee_name ?? undefined) : team?.participant?.at(-1)?.member?.display;
}

function People({ page }: { readonly page: CasePage }) {
  const words = casePageWords(useLanguage());
  const { on } = page;
  const provider = on.view.onward
    .flatMap((one) => one.tasks)
    .findLast((task) => ['accepted', 'in-progress', 'on-hold', 'completed'].includes(task.status));
  return (
    <Card title={words.people} icon="together">
      <DataList
        compact
        facts={[
          { term: words.practice, value: on.first.requester?.display },
          { term: words.team, value: page.teamName },
          { term: words.coach, value: coachOf(on) ?? words.nobody },
          ...(provider ? [{ term: words.provider, value: provider.owner?.display }] : []),
        ]}
      />
    </Card>
  );
}

function Referral({ page }: { readonly page: CasePage }) {
  const words = casePageWords(useLanguage());
  const { first } = page.on;
  return (
    <Card title={words.referral} icon="letter">
      <DataList
        compact
        facts={[
          { term: words.reasonsLabel, value: page.reasons },
          { term: words.urgency, value: first.priority === 'routine' ? words.routine : words.urgent },
          { term: words.note, value: (first.note ?? []).map((one) => one.text).join(' ') || words.none },
        ]}
      />
    </Card>
  );
}

/** One case on one page: who, now, what to do, plan, how it goes, time, people. */
export function casePage(context: PageContext, page: CasePage): string {
  const words = casePageWords(context.lang);
  const { on } = page;
  return renderPage({
    title: on.name,
    heading: nameAndAge(context, on),
    kind: 'work',
    context,
    overline: on.number,
    breadcrumbs: [{ label: words.worklist, href: paths.work }, { label: on.name }],
    aside: (
      <>
        {on.person ? (
          <PersonCard
            person={on.person}
            title={words.resident}
            actions={
              on.view.row && !on.view.row.closed_at ? (
                <>
                  <LinkButton small kind="subtle" href={paths.case(on.caseId, 'berichten')}>
                    {coachMessagesWords(context.lang).title}
                  </LinkButton>
                  <LinkButton small kind="subtle" href={paths.case(on.caseId, 'voorkeuren')}>
                    {coachWishWords(context.lang).link}
                  </LinkButton>
                  <LinkButton small kind="subtle" href={paths.case(on.caseId, 'alles')}>
                    {coachWishWords(context.lang).paper}
                  </LinkButton>
                </>
              ) : null
            }
          />
        ) : null}
        <Referral page={page} />
        <People page={page} />
      </>
    ),
    main: (
      <>
        <DeathBanner after={page.death} href={paths.case(on.caseId, 'overlijden')} />
        <MoveMark move={on.view.move} href={paths.case(on.caseId, 'verhuizing')} />
        <MergedMark merged={on.view.merged.length > 0} href={paths.case(on.caseId, 'samenvoegen')} />
        <SecretMark secret={on.person?.secret ?? false} href={paths.case(on.caseId, 'adres')} />
        <WithheldMark count={page.on.view.withheld.length} href={paths.case(on.caseId, 'afgeschermd')} />
        <CorrectMark corrections={on.view.corrections} href={paths.case(on.caseId, 'verbeteren')} />
        <Now page={page} />
        {page.actions.some((action) => action.state === 'available') ? <Actions page={page} /> : null}
        <Plan page={page} />
        <Onward page={page} />
        <Answers page={page} />
        <Section title={words.timeline}>
          <Timeline
            upcoming={page.upcoming}
            now={{ key: 'now', title: nowTitle(page, context.lang) }}
            past={page.past}
          />
          <p>
            <Link href={paths.case(on.caseId, 'tijdlijn')}>{timelineWords(context.lang).link}</Link>
          </p>
        </Section>
        {on.view.row || page.contacts.length > 0 ? (
          <ContactLog
            rows={page.contacts}
            caseId={on.caseId}
            open={page.actions.some((action) => action.key === 'contact' && action.state === 'available')}
          />
        ) : null}
        <Appointments page={page} />
        <LifeLinks viewer={page.role} caseId={on.caseId} ended={page.death.deceased} />
      </>
    ),
  });
}

function nowTitle(page: CasePage, lang: Language): string {
  const { happening } = page.on.view;
  const { now } = caseWords(lang);
  return happening ? now[happening.now as keyof typeof now] : casePageWords(lang).over;
}
