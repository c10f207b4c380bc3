import {
  Button,
  ButtonGroup,
  DataList,
  DataTable,
  Details,
  EmptyState,
  Form,
  formatDate,
  Link,
  LinkButton,
  Section,
  Status,
  TaskStatus,
  useLanguage,
} from '../../../../ui/index.ts';
import { calendarPath, MeasureTable, PlanActions, paths, SpiderOf, setsOf } from '../../shared/index.ts';
import { appointmentWords } from '../appointment/words.ts';
import { planPageWords } from '../plan/words.ts';
import { type AppointmentRow, toldIn } from './presenter.ts';
import type { CasePage } from './view.tsx';
import { casePageWords } from './words.ts';

type Part = { readonly page: CasePage };

/** What matters and the goals, in the words of the resident. */
export function Plan({ page }: Part) {
  const lang = useLanguage();
  const words = casePageWords(lang);
  const { view, pathway } = page.on;
  const talks = setsOf(page.sets, pathway.questionnaires.conversation);
  const matters = talks.at(-1)?.answers.matters;
  const edit =
    view.row && !view.row.closed_at ? (
      <p>
        <Link href={paths.case(page.on.caseId, 'plan')}>{planPageWords(lang).link}</Link>
      </p>
    ) : null;
  if (!matters && view.goals.length === 0 && !view.plan) {
    return view.row ? (
      <Section title={words.plan}>
        <EmptyState title={words.noPlan} level={3}>
          <p>{words.noPlanText}</p>
        </EmptyState>
        {edit}
      </Section>
    ) : null;
  }
  return (
    <Section title={words.plan}>
      {matters ? (
        <>
          <h3>{words.matters}</h3>
          <p>{String(matters)}</p>
        </>
      ) : null}
      {view.goals.length > 0 ? (
        <>
          <h3>{words.goals}</h3>
          <ul>
            {view.goals.map((goal) => (
              <li key={goal.id}>{(goal.description as { readonly text?: string } | undefined)?.text}</li>
            ))}
          </ul>
        </>
      ) : null}
      <PlanActions plan={view.plan} />
      {edit}
    </Section>
  );
}

/** The requests to providers: each candidate with where it stands. */
export function Onward({ page }: Part) {
  const lang = useLanguage();
  const words = casePageWords(lang);
  if (page.onward.length === 0) return null;
  return (
    <Section title={words.onward}>
      {page.onward.map((one) => (
        <div key={one.id} className="omzien-flow">
          <h3>
            {words.candidates({ needs: one.needs })} ({one.on}
            {one.ended ? `, ${one.ended}` : ''})
          </h3>
          <ol>
            {one.rows.map((row) => (
              <li key={row.key}>
                {row.name}{' '}
                {row.status ? <TaskStatus status={row.status} /> : <Status tone="neutral">{words.notAsked}</Status>}
                {row.status && row.detail ? <p>{row.detail}</p> : null}
              </li>
            ))}
          </ol>
          {one.letters.map((letter) => (
            <Details
              key={letter.id}
              summary={words.letter({ on: letter.at ? formatDate(letter.at, 'long', lang) : '' })}
            >
              {letter.text.split(/\n{2,}/).map((part) => (
                <p key={part}>{part}</p>
              ))}
            </Details>
          ))}
          {page.mayWithdraw && (one.open || one.closable) ? (
            <ButtonGroup>
              {one.closable ? (
                <Form action={paths.case(page.on.caseId, `aanmelding/${one.id}/sluiten`)}>
                  <Button kind="secondary">{words.closeOnward}</Button>
                </Form>
              ) : null}
              {one.open ? (
                <LinkButton kind="secondary" href={paths.case(page.on.caseId, `aanmelding/${one.id}/intrekken`)}>
                  {words.withdraw}
                </LinkButton>
              ) : null}
            </ButtonGroup>
          ) : null}
        </div>
      ))}
    </Section>
  );
}

/** The six sides and the four questions, then and now; and how the resident found it. */
export function Answers({ page }: Part) {
  const lang = useLanguage();
  const words = casePageWords(lang);
  const { questionnaires } = page.on.pathway;
  const talks = setsOf(page.sets, questionnaires.conversation);
  const measures = setsOf(page.sets, questionnaires.measure);
  const found = setsOf(page.sets, questionnaires.experience);
  if (page.sets.length === 0) return null;
  return (
    <Section title={words.howIsIt}>
      <SpiderOf sets={talks} />
      {talks.toReversed().map((set) => (
        <Details key={set.key} summary={`${words.told} (${formatDate(set.at, 'day', lang)})`}>
          <DataList facts={toldIn(set)} />
        </Details>
      ))}
      <MeasureTable sets={measures} />
      {found.map((set) => (
        <div key={set.key} className="omzien-flow">
          <h3>{words.experience}</h3>
          <DataList
            facts={set.questionnaire.items.flatMap((item) => {
              const answer = set.answers[item.linkId];
              if (answer === undefined) return [];
              const label = item.options?.find((option) => option.code === answer)?.label ?? String(answer);
              return [{ term: item.title ?? item.text, value: label }];
            })}
          />
        </div>
      ))}
    </Section>
  );
}

/** Appointments with the coach and sessions at a provider, with what one can do with each. */
export function Appointments({ page }: Part) {
  const lang = useLanguage();
  const words = casePageWords(lang);
  const own = appointmentWords(lang);
  if (page.appointments.length === 0) return null;
  const columns = words.appointmentColumns;
  const path = (row: AppointmentRow, part: string) => paths.case(page.on.caseId, `afspraak/${row.key}/${part}`);
  const open = page.on.view.row !== undefined && !page.on.view.row.closed_at;
  const action = (row: AppointmentRow) => {
    const about = own.about_({ when: row.when });
    if (!open) return null;
    if (row.cancellable)
      return (
        <ButtonGroup>
          <LinkButton small kind="subtle" href={path(row, 'wijzigen')} about={about}>
            {own.actions.change}
          </LinkButton>
          <LinkButton small kind="subtle" href={path(row, 'afzeggen')} about={about}>
            {own.actions.off}
          </LinkButton>
          <LinkButton small kind="subtle" href={calendarPath.work(row.key)} about={about}>
            {own.actions.calendar}
          </LinkButton>
        </ButtonGroup>
      );
    return row.unsettled ? (
      <ButtonGroup>
        {(['yes', 'no'] as const).map((came) => (
          <Form key={came} action={path(row, 'geweest')} hidden={{ came }}>
            <Button small kind="subtle" about={about}>
              {came === 'yes' ? own.actions.came : own.actions.noShow}
            </Button>
          </Form>
        ))}
      </ButtonGroup>
    ) : null;
  };
  return (
    <Section title={words.appointments}>
      <DataTable
        caption={words.appointments}
        captionHidden
        rows={page.appointments}
        rowKey={(row) => row.key}
        columns={[
          { key: 'when', header: columns.when, cell: (row) => row.when, keepTogether: true },
          { key: 'what', header: columns.what, cell: (row) => row.what },
          { key: 'place', header: columns.place, cell: (row) => row.place },
          { key: 'status', header: columns.status, cell: (row) => row.status },
        ]}
        {...(open && page.appointments.some((row) => row.cancellable || row.unsettled) ? { action } : {})}
      />
    </Section>
  );
}
