import type { Pathway } from '../../../../content/index.ts';
import type { LocalDate } from '../../../../platform/index.ts';
import {
  Button,
  DataList,
  DueLabel,
  EmptyState,
  Form,
  formatDate,
  formErrors,
  kept,
  LinkButton,
  type PageContext,
  RadioGroup,
  renderPage,
  Section,
  SelectField,
  TextArea,
} from '../../../../ui/index.ts';
import type { WorklistLine } from '../../../read/worklist.ts';
import { codesIn, type Request, SYSTEM } from '../../../shapes.ts';
import { LONG_TEXT, paths, type Shown } from '../../shared/index.ts';
import { frameWords } from '../frame-words.ts';
import { offerWords } from './words.ts';

/** What the page of a new referral stands on. */
export type Offer = {
  readonly task: string;
  readonly request: Request;
  /** The coach who is the fixed one of this practice. */
  readonly fixedCoach: string | undefined;
  readonly line: WorklistLine | undefined;
  readonly pathway: Pathway;
  readonly reasons: readonly { readonly code: string; readonly label: string }[];
  readonly open: boolean;
  readonly coordinator: boolean;
  readonly today: LocalDate;
};

/** A new referral: what is known, and the answer. */
export function offerPage(context: PageContext, offer: Offer, form: Shown): string {
  const words = offerWords(context.lang);
  const frame = frameWords(context.lang);
  const { line, request, pathway } = offer;
  const label = (code: string) => pathway.reasons.find((one) => one.code === code)?.label ?? code;
  const common = {
    title: words.title,
    kind: 'work',
    context,
    breadcrumbs: [{ label: frame.worklist, href: paths.work }, { label: words.title }],
  } as const;
  if (!offer.open)
    return renderPage({
      ...common,
      main: (
        <EmptyState title={words.answered} action={<LinkButton href={paths.work}>{words.toList}</LinkButton>}>
          <p>{words.answeredText}</p>
        </EmptyState>
      ),
    });
  return renderPage({
    ...common,
    intro: words.intro,
    errors: formErrors(form),
    main: (
      <>
        <Section title={words.known}>
          <DataList
            facts={[
              { term: words.given, value: line?.label },
              { term: words.age, value: line?.age },
              { term: words.area, value: line?.area },
              { term: words.reasons, value: codesIn(request.reasonCode, SYSTEM.reason).map(label).join(', ') },
              { term: words.urgency, value: request.priority === 'routine' ? words.routine : words.soon },
              { term: words.note, value: (request.note ?? []).map((one) => one.text).join(' ') || words.none },
              { term: words.by, value: request.requester?.display },
              ...(offer.fixedCoach ? [{ term: words.fixedCoach, value: offer.fixedCoach }] : []),
              { term: words.on, value: request.authoredOn ? formatDate(request.authoredOn, 'long', context.lang) : '' },
              {
                term: words.due,
                value: line?.due ? <DueLabel due={line.due} today={offer.today} /> : '',
              },
            ]}
          />
        </Section>
        <Section title={words.answer}>
          <Form action={paths.offer(offer.task)}>
            <RadioGroup
              {...kept(form, 'answer')}
              label={words.question}
              options={[
                {
                  value: 'accept',
                  label: words.yes,
                  help: offer.coordinator ? words.yesHelpCoordinator : words.yesHelp,
                },
                { value: 'reject', label: words.no, help: words.noHelp },
              ]}
            />
            <SelectField
              {...kept(form, 'reason')}
              label={words.reason}
              empty={words.reasonEmpty}
              width="half"
              options={offer.reasons.map((one) => ({ value: one.code, label: one.label }))}
            />
            <TextArea
              {...kept(form, 'note')}
              label={words.note2}
              help={words.note2Help}
              rows={3}
              maxLength={LONG_TEXT}
              optional
            />
            <Button>{words.send}</Button>
          </Form>
        </Section>
      </>
    ),
  });
}
