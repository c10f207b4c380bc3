import { LANGUAGES, type Service, WEEKDAYS } from '../../../../content/index.ts';
import {
  Alert,
  Button,
  ButtonGroup,
  CheckboxGroup,
  DataList,
  DateField,
  Form,
  FormSection,
  type FormState,
  formErrors,
  kept,
  keptMany,
  Link,
  LinkButton,
  NumberField,
  type PageContext,
  RadioGroup,
  readDateParts,
  renderPage,
  SelectField,
  TextArea,
  TextField,
} from '../../../../ui/index.ts';
import type { Posted } from '../../../../web/index.ts';
import type { Editable } from '../../../model/index.ts';
import type { OwnService } from '../../../upkeep/own.ts';
import { costOf, hoursOf, languagesOf } from '../../shared/present.ts';
import { serviceWords } from '../../shared/words.ts';
import { type UpkeepWords, upkeepWords } from '../words.ts';
import { linesOf } from './form.ts';

type Shown = {
  readonly values: Posted;
  readonly errors?: Readonly<Record<string, string>>;
  /** Somebody was first: what to say, and which fields say something else now. */
  readonly conflict?: { readonly text: string; readonly differs: readonly Editable[] };
};

/** One service, as its provider keeps it. */
export function editPage(context: PageContext, own: OwnService, shown: Shown): string {
  const all = upkeepWords(context.lang);
  const words = all.edit;
  const { service, version } = own;
  const state: FormState = { values: shown.values, ...(shown.errors ? { errors: shown.errors } : {}) };
  const path = `/aanbod/diensten/${service.id}`;
  return renderPage({
    title: service.name,
    kind: 'work',
    context,
    breadcrumbs: [{ label: all.list.title, href: '/aanbod/diensten' }, { label: service.name }],
    overline: words.overline,
    intro: words.intro,
    errors: formErrors(state),
    actions: <Link href={`/hulp/${service.id}`}>{words.seePublic}</Link>,
    main: (
      <>
        {shown.conflict ? <Conflict conflict={shown.conflict} service={service} context={context} words={all} /> : null}
        <Form action={path} hidden={{ version: String(version) }}>
          <FormSection title={words.room}>
            <DateField
              {...kept(state, 'fullUntil')}
              value={readDateParts(shown.values, 'fullUntil')}
              label={words.fullUntil}
              help={words.fullUntilHelp}
              optional
            />
            <NumberField {...kept(state, 'waitingDays')} label={words.waitingDays} help={words.waitingDaysHelp} />
            <NumberField {...kept(state, 'places')} label={words.places} optional />
            <NumberField {...kept(state, 'placesFree')} label={words.placesFree} optional />
          </FormSection>
          <Times state={state} lines={linesOf(service)} context={context} words={words} />
          <FormSection title={words.about}>
            <TextArea
              {...kept(state, 'description')}
              label={words.description}
              help={words.descriptionHelp}
              rows={4}
              maxLength={600}
            />
            <TextField
              {...kept(state, 'phone')}
              label={words.phone}
              help={words.phoneHelp}
              type="tel"
              width="half"
              optional
            />
            <CheckboxGroup
              {...keptMany(state, 'languages')}
              label={words.languages}
              options={LANGUAGES.map((code) => ({
                value: code,
                label: languagesOf({ languages: [code] }, context.lang),
              }))}
            />
          </FormSection>
          <FormSection title={words.cost}>
            <RadioGroup
              {...kept(state, 'costPer')}
              label={words.costPer}
              options={(['free', 'session', 'month', 'year'] as const).map((value) => ({
                value,
                label: words.costKinds[value],
              }))}
            />
            <NumberField {...kept(state, 'amount')} label={words.amount} decimals optional />
            <TextField {...kept(state, 'costNote')} label={words.costNote} maxLength={200} optional />
          </FormSection>
          <p className="omzien-soft">{words.notYours}</p>
          <ButtonGroup>
            <Button>{words.save}</Button>
            <LinkButton kind="subtle" href="/aanbod/diensten">
              {words.back}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}

function Times(props: {
  readonly state: FormState;
  readonly lines: number;
  readonly context: PageContext;
  readonly words: UpkeepWords['edit'];
}) {
  const { state, words } = props;
  const days = serviceWords(props.context.lang).days;
  return (
    <FormSection title={words.hours}>
      <p>{words.hoursHelp}</p>
      {Array.from({ length: props.lines }, (_, line) => line).map((line) => {
        const about = words.hoursLine({ number: line + 1 });
        return (
          <fieldset key={about} className="utrecht-form-fieldset omzien-form--inline">
            <legend className="omzien-hidden">{about}</legend>
            <SelectField
              {...kept(state, `when-${line}-weekday`)}
              label={words.weekday}
              empty={words.noWeekday}
              options={WEEKDAYS.map((day) => ({ value: day, label: days[day] }))}
              optional
            />
            <TextField {...kept(state, `when-${line}-from`)} label={words.from} width="short" maxLength={8} optional />
            <TextField {...kept(state, `when-${line}-to`)} label={words.to} width="short" maxLength={8} optional />
          </fieldset>
        );
      })}
      <TextField
        {...kept(state, 'whenNote')}
        label={words.whenNote}
        help={words.whenNoteHelp}
        maxLength={200}
        optional
      />
    </FormSection>
  );
}

/** Somebody was first: what it says now where that differs from what was typed. */
function Conflict(props: {
  readonly conflict: NonNullable<Shown['conflict']>;
  readonly service: Service;
  readonly context: PageContext;
  readonly words: UpkeepWords;
}) {
  const { conflict, service, words } = props;
  return (
    <>
      <Alert tone="error">{conflict.text}</Alert>
      {conflict.differs.length > 0 ? (
        <>
          <h2 className="utrecht-heading-2">{words.edit.now}</h2>
          <p>{words.edit.nowIntro}</p>
          <DataList
            facts={conflict.differs.map((field) => ({
              term: words.fields[field],
              value: textOf(service, field, props.context.lang) || words.empty,
            }))}
          />
        </>
      ) : null}
    </>
  );
}

function textOf(service: Service, field: Editable, lang: PageContext['lang']): string {
  if (field === 'cost') return costOf(service, lang);
  if (field === 'when') return hoursOf({ when: service.when }, lang).join('; ');
  if (field === 'languages') return languagesOf(service, lang);
  if (field === 'confirmed') return service.confirmed.on;
  return String(service[field] ?? '');
}
