import type { Oversight } from '../../../../content/index.ts';
import type { Correction } from '../../../../pathways/index.ts';
import type { LocalDate } from '../../../../platform/index.ts';
import {
  DataList,
  type Fact,
  type FormState,
  formatDate,
  formErrors,
  Link,
  type PageContext,
  renderPage,
  Section,
  Timeline,
} from '../../../../ui/index.ts';
import type { Request, RequestStep } from '../../../store/requests.ts';
import { Corrections } from '../../corrections.tsx';
import { requestWords } from '../words.ts';
import { RequestForms } from './forms.tsx';

export type RequestField =
  | 'identity'
  | 'why'
  | 'decision'
  | 'grounds'
  | 'parts'
  | 'told'
  | 'note'
  | 'wish'
  | 'entry'
  | 'birthDate'
  | DetailField;

/** A detail of the resident that is typed as it is. */
export type DetailField = 'given' | 'family' | 'phone' | 'mail' | 'street' | 'postcode' | 'city';

export type RequestPage = {
  readonly request: Request;
  readonly steps: readonly RequestStep[];
  readonly rules: Oversight['requests'];
  readonly today: LocalDate;
  /** The entry that the officer chose to have corrected. */
  readonly entry: { readonly type: string; readonly id: string } | undefined;
  /** What teams correct after this request. */
  readonly corrections: readonly Correction[];
};

/** One request as the officer handles it: what was asked, what can be done now, and what was done. */
export function requestPage(context: PageContext, page: RequestPage, form: FormState<RequestField> = {}): string {
  const { request, steps, rules } = page;
  const all = requestWords(context.lang);
  const words = all.one;
  const grounds = rules.refusals.filter((one) => request.reasons.includes(one.id));
  const date = (day: string | Date) => formatDate(day, 'long', context.lang);
  const facts: readonly Fact[] = [
    { term: all.list.received, value: `${date(request.receivedOn)}, ${all.vias[request.via]}` },
    { term: all.list.due, value: date(request.due) },
    { term: all.list.state, value: all.states[request.state] },
    {
      term: words.identity,
      value: request.identity === 'signed-in' ? words.signedIn : (request.identity ?? words.identityNo),
    },
    ...(request.about
      ? [
          {
            term: words.aboutLine,
            value: <Link href={`/privacy?regel=${request.about}`}>{words.showLine}</Link>,
          },
        ]
      : []),
  ];
  return renderPage({
    title: all.kinds[request.kind],
    overline: request.number,
    kind: 'work',
    context,
    breadcrumbs: [{ label: all.list.title, href: '/privacy/verzoeken' }, { label: request.number }],
    errors: formErrors(form),
    main: (
      <>
        <Section title={words.facts}>
          <DataList facts={facts} />
        </Section>
        <Section title={words.said}>
          <p>{request.said || words.nothingSaid}</p>
        </Section>
        {request.decision ? (
          <Section title={words.decided}>
            <p>
              <strong>{all.decisions[request.decision]}</strong>
            </p>
            <p>{request.told}</p>
            {grounds.length > 0 ? (
              <ul className="utrecht-unordered-list">
                {grounds.map((one) => (
                  <li key={one.id}>
                    {one.text[context.lang]} ({one.source})
                  </li>
                ))}
              </ul>
            ) : null}
          </Section>
        ) : null}
        <Corrections corrections={page.corrections} lang={context.lang} />
        <RequestForms page={page} form={form} lang={context.lang} />
        <Section title={words.steps}>
          <Timeline
            past={steps.toReversed().map((step) => ({
              key: step.id,
              title: all.step[step.what],
              on: step.at.toISOString(),
              when: date(step.at),
              by: step.byName || words.by,
              ...(step.note ? { body: <p>{step.note}</p> } : {}),
            }))}
          />
        </Section>
      </>
    ),
  });
}
