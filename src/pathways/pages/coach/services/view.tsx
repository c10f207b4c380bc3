import { type ConsentText, LANGUAGES } from '../../../../content/index.ts';
import {
  Button,
  ButtonGroup,
  Card,
  CardGrid,
  Checkbox,
  CheckboxGroup,
  DataList,
  Details,
  EmptyState,
  Form,
  FormSection,
  InDutch,
  kept,
  keptMany,
  NumberField,
  type PageContext,
  RadioGroup,
  SelectField,
  TextArea,
  WhyItFits,
} from '../../../../ui/index.ts';
import type { Posted } from '../../../../web/index.ts';
import { GIVEN_HOW } from '../../../service/consent.ts';
import { ConsentWords, carried, caseWords, LONG_TEXT, paths, type Shown } from '../../shared/index.ts';
import { casePart } from '../frame.tsx';
import type { OpenedCase } from '../parts.ts';
import { MOST_CHOICES, needsField, rankField } from './form.ts';
import type { Fit, NeedGroup } from './presenter.ts';
import { serviceWords } from './words.ts';

/** What the resident seeks: needs by side of life, language, money, how they travel. */
export function wishPage(context: PageContext, on: OpenedCase, groups: readonly NeedGroup[], form: Shown): string {
  const words = serviceWords(context.lang);
  const { languages } = caseWords(context.lang);
  // Who understands another language best is first asked for places in that language.
  const own = on.person?.languageCode;
  const told = form.values ? keptMany(form, 'languages').values : own && own !== 'nl' ? [own] : [];
  return casePart(context, on, {
    title: words.title,
    intro: words.intro,
    form,
    wide: true,
    main: (
      <Form action={paths.case(on.caseId, 'plek')}>
        <FormSection title={words.needs}>
          <CardGrid>
            {groups.map((group) => (
              <Card key={group.id}>
                <CheckboxGroup
                  {...keptMany(form, needsField(group.id))}
                  label={group.label}
                  help={group.mark === undefined ? undefined : words.mark({ mark: group.mark })}
                  options={group.needs.map((need) => ({ value: need.id, label: need.label }))}
                />
              </Card>
            ))}
          </CardGrid>
        </FormSection>
        <RadioGroup
          {...kept(form, 'travel')}
          label={words.travel}
          options={(['foot', 'bike', 'public-transport', 'car'] as const).map((value) => ({
            value,
            label: words.travels[value],
          }))}
        />
        <NumberField
          {...kept(form, 'maxCost')}
          label={words.budget}
          help={words.budgetHelp}
          suffix={words.euro}
          width="short"
          decimals
          optional
        />
        <Details summary={words.languages} open={told.length > 0}>
          <CheckboxGroup
            {...keptMany(form, 'languages')}
            values={told}
            label={words.languagesLabel}
            help={words.languagesHelp}
            options={LANGUAGES.map((value) => ({ value, label: languages[value] }))}
            optional
          />
        </Details>
        <Button name="step" value="search" icon="search">
          {words.search}
        </Button>
      </Form>
    ),
  });
}

/** The places that fit, each with why, what to mind and when it was confirmed; and why others fell out. */
export function foundPage(
  context: PageContext,
  on: OpenedCase,
  found: {
    readonly fits: readonly Fit[];
    readonly all: number;
    readonly fellOut: { readonly count: number; readonly lines: readonly string[] };
    readonly carried: Posted;
  },
  form: Shown,
): string {
  const all = serviceWords(context.lang);
  const words = all.found;
  const ranks = Array.from({ length: Math.min(MOST_CHOICES, found.fits.length) }, (_, index) => index + 1);
  return casePart(context, on, {
    title: words.title,
    intro: words.count({ shown: found.fits.length, all: found.all }),
    form,
    main: (
      <Form action={paths.case(on.caseId, 'plek')} hidden={carried(found.carried)}>
        {found.fits.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        ) : (
          <p>{words.choose}</p>
        )}
        {found.fits.map((fit) => (
          <Card key={fit.id} title={fit.name}>
            <p>{fit.facts.join(' · ')}</p>
            <p>
              <InDutch>{fit.description}</InDutch>
            </p>
            <WhyItFits reasons={fit.reasons} checked={fit.checked} />
            <SelectField
              {...kept(form, rankField(fit.id))}
              label={words.rank({ name: fit.name })}
              empty={words.noRank}
              width="short"
              options={ranks.map((place) => ({ value: String(place), label: words.place({ place }) }))}
              optional
            />
          </Card>
        ))}
        <ButtonGroup>
          {found.fits.length > 0 ? (
            <Button name="step" value="choose">
              {words.next}
            </Button>
          ) : null}
          <Button name="step" value="back" kind="secondary">
            {words.back}
          </Button>
        </ButtonGroup>
        {found.fellOut.count > 0 ? (
          <Details summary={words.fellOut} open={found.fits.length === 0}>
            <p>{words.fellOutIntro({ count: found.fellOut.count })}</p>
            <ul>
              {found.fellOut.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p>{words.crow}</p>
          </Details>
        ) : null}
      </Form>
    ),
  });
}

/** The choice in order, what the provider will read, and the resident's yes. */
export function sendPage(
  context: PageContext,
  on: OpenedCase,
  chosen: {
    readonly names: readonly string[];
    readonly needs: readonly string[];
    readonly consent: ConsentText;
    readonly carried: Posted;
  },
  form: Shown,
): string {
  const words = serviceWords(context.lang).check;
  return casePart(context, on, {
    title: words.title,
    intro: words.intro,
    form,
    main: (
      <Form action={paths.case(on.caseId, 'plek')} hidden={carried(chosen.carried)}>
        <DataList
          facts={[
            {
              term: words.order,
              value: (
                <ol>
                  {chosen.names.map((name) => (
                    <li key={name}>{name}</li>
                  ))}
                </ol>
              ),
            },
            { term: words.needs, value: chosen.needs.join(', ') },
          ]}
        />
        <TextArea
          {...kept(form, 'note')}
          label={words.note}
          help={words.noteHelp}
          rows={3}
          maxLength={LONG_TEXT}
          optional
        />
        <FormSection title={words.agreement}>
          <p>{words.agreementIntro}</p>
          <ConsentWords
            text={chosen.consent}
            words={{ means: words.means, withdraw: words.withdraw, version: words.version, more: words.withdraw }}
          />
          <RadioGroup
            {...kept(form, 'agreedHow')}
            label={words.how}
            options={GIVEN_HOW.map((value) => ({ value, label: words.hows[value] }))}
          />
          <Checkbox
            name="agreed"
            label={words.agreed}
            checked={kept(form, 'agreed').value === 'yes'}
            error={form.errors?.agreed}
            required
          />
        </FormSection>
        <ButtonGroup>
          <Button name="step" value="send" icon="send">
            {words.send}
          </Button>
          <Button name="step" value="search" kind="secondary">
            {words.back}
          </Button>
        </ButtonGroup>
      </Form>
    ),
  });
}
