import type { ConsentText, Crisis, Pathway } from '../../../../content/index.ts';
import {
  Alert,
  Button,
  ButtonGroup,
  Checkbox,
  CheckboxGroup,
  DataList,
  Form,
  FormSection,
  formatDate,
  formErrors,
  kept,
  keptMany,
  type PageContext,
  RadioGroup,
  renderPage,
  TextArea,
} from '../../../../ui/index.ts';
import { ConsentWords, CrisisLines, LONG_TEXT, paths, type Shown } from '../../shared/index.ts';
import type { Found } from '../ticket.ts';
import type { ReferralForm } from './form.ts';
import { referWords } from './words.ts';

/** What both pages of a new referral stand on. */
export type ReferralGround = {
  readonly found: Found;
  readonly ticket: string;
  readonly pathway: Pathway;
  readonly consent: ConsentText;
  readonly crisis: Crisis;
  /** Name of the team it goes to; undefined when the practice has none. */
  readonly team: string | undefined;
};

const nameOf = (found: Found) => `${found.given} ${found.family}`.trim();

const crumbs = (context: PageContext) => {
  const words = referWords(context.lang);
  return [{ label: words.list, href: paths.practice }, { label: words.find, href: paths.find }, { label: words.title }];
};

/** The form of a new referral. */
export function referPage(context: PageContext, on: ReferralGround, form: Shown): string {
  const words = referWords(context.lang);
  const overline = words.for({ name: nameOf(on.found), born: formatDate(on.found.birthDate, 'long', context.lang) });
  if (!on.team)
    return renderPage({
      title: words.title,
      kind: 'work',
      context,
      overline,
      breadcrumbs: crumbs(context),
      main: (
        <Alert tone="warning" title={words.noTeam}>
          <p>{words.noTeamText}</p>
        </Alert>
      ),
    });
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    overline,
    breadcrumbs: crumbs(context),
    intro: words.intro({ team: on.team }),
    errors: formErrors(form),
    main: (
      <Form action={paths.newReferral} hidden={{ voor: on.ticket }}>
        <CheckboxGroup
          {...keptMany(form, 'reasons')}
          label={words.why}
          help={words.whyHelp}
          options={on.pathway.reasons.map(({ code, label, help }) => ({ value: code, label, help }))}
        />
        <RadioGroup
          {...kept(form, 'urgency')}
          label={words.urgency}
          options={on.pathway.urgencies.map(({ code, label, help }) => ({ value: code, label, help }))}
        />
        <TextArea
          {...kept(form, 'note')}
          label={words.note}
          help={words.noteHelp}
          rows={4}
          maxLength={LONG_TEXT}
          optional
        />
        <CrisisLines crisis={on.crisis} />
        <FormSection title={words.agreement}>
          <p>{words.agreementIntro}</p>
          <ConsentWords
            text={on.consent}
            words={{ means: words.means, withdraw: words.withdraw, version: words.version, more: words.withdraw }}
          />
          <Checkbox
            name="agreed"
            label={words.agreed}
            checked={kept(form, 'agreed').value === 'yes'}
            error={form.errors?.agreed}
            required
          />
        </FormSection>
        <Button name="step" value="check">
          {words.check}
        </Button>
      </Form>
    ),
  });
}

/** Check your answers: everything that will be passed on, and the one button that sends it. */
export function checkPage(context: PageContext, on: ReferralGround, filled: ReferralForm): string {
  const all = referWords(context.lang);
  const words = all.checking;
  const label = (list: readonly { readonly code: string; readonly label: string }[], code: string) =>
    list.find((one) => one.code === code)?.label ?? code;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    overline: all.title,
    breadcrumbs: crumbs(context),
    intro: words.intro,
    main: (
      <>
        <DataList
          facts={[
            { term: words.who, value: nameOf(on.found) },
            { term: words.born, value: formatDate(on.found.birthDate, 'long', context.lang) },
            { term: words.team, value: on.team },
            {
              term: words.reasons,
              value: filled.reasons.map((code) => label(on.pathway.reasons, code)).join(', '),
            },
            { term: words.urgency, value: label(on.pathway.urgencies, filled.urgency) },
            { term: words.note, value: filled.note || words.noNote },
            { term: words.agreed, value: words.agreedYes({ text: on.consent.title, version: on.consent.version }) },
          ]}
        />
        <p>{words.seesBefore}</p>
        <Form
          action={paths.newReferral}
          hidden={{
            voor: on.ticket,
            reasons: filled.reasons.join(' '),
            urgency: filled.urgency,
            note: filled.note,
            agreed: 'yes',
          }}
        >
          <ButtonGroup>
            <Button name="step" value="send" icon="send">
              {words.send}
            </Button>
            <Button name="step" value="change" kind="secondary">
              {words.change}
            </Button>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}
