import type { Housing, Municipality, Region } from '../../../../content/index.ts';
import {
  Alert,
  Button,
  ButtonGroup,
  DataTable,
  EmptyState,
  Form,
  type FormState,
  formatNumber,
  formErrors,
  kept,
  Link,
  LinkButton,
  LinkList,
  NumberField,
  type PageContext,
  RadioGroup,
  renderPage,
  Section,
  TextArea,
  TextField,
} from '../../../../ui/index.ts';
import { type NumberKind, PHASES, type Plan, TENURES } from '../../../model/homes.ts';
import { homeWords } from '../words.ts';
import type { NumberField as Field } from './form.ts';
import { HOME_WORK, KIND_PATHS } from './paths.ts';

type Here = { readonly housing: Housing; readonly municipality: Municipality };

/** For who works for the whole region: of which municipality? */
export function choicePage(context: PageContext, region: Region): string {
  const words = homeWords(context.lang).work;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    main: (
      <Section title={words.choose}>
        <LinkList
          links={region.municipalities
            .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
            .map(({ id, name }) => ({ href: `${HOME_WORK}/${id}`, label: name }))}
        />
        <p>
          <Link href="/regiobeeld/wonen/verdeling">{homeWords(context.lang).share.title}</Link>
        </p>
      </Section>
    ),
  });
}

const crumbs = (context: PageContext, { municipality }: Here, label?: string) => {
  const words = homeWords(context.lang).work;
  return [
    { label: words.title, href: HOME_WORK },
    ...(label
      ? [{ label: municipality.name, href: `${HOME_WORK}/${municipality.id}` }, { label }]
      : [{ label: municipality.name }]),
  ];
};

/** What one municipality keeps: its plans, and the numbers it supplies. */
export function homeWorkPage(context: PageContext, here: Here, plans: readonly Plan[]): string {
  const { lang } = context;
  const all = homeWords(lang);
  const words = all.work;
  const at = `${HOME_WORK}/${here.municipality.id}`;
  return renderPage({
    title: `${words.title}: ${here.municipality.name}`,
    kind: 'work',
    context,
    breadcrumbs: crumbs(context, here),
    intro: words.intro,
    actions: <Link href="/regiobeeld/wonen">{words.seePublic}</Link>,
    main: (
      <>
        <Section title={words.plans} action={<LinkButton href={`${at}/plan/nieuw`}>{words.newPlan}</LinkButton>}>
          {plans.length === 0 ? (
            <EmptyState title={all.noPlans} />
          ) : (
            <DataTable
              caption={words.plans}
              captionHidden
              rows={plans}
              rowKey={({ id }) => id}
              columns={[
                { key: 'name', header: all.plan, cell: ({ name }) => name },
                {
                  key: 'type',
                  header: all.type,
                  cell: ({ type }) => here.housing.types.find(({ id }) => id === type)?.name ?? type,
                },
                { key: 'homes', header: all.homes, numeric: true, cell: ({ homes }) => formatNumber(homes, 0, lang) },
                { key: 'phase', header: all.phase, cell: ({ phase, year }) => `${all.phases[phase]}, ${year}` },
              ]}
              action={({ id, name }) => (
                <Link href={`${at}/plan/${id}`} about={name}>
                  {words.change}
                </Link>
              )}
            />
          )}
        </Section>
        <Section title={words.numbers}>
          <ul>
            {KIND_PATHS.map(({ path, kind }) => (
              <li key={path}>
                <Link href={`${at}/${path}`}>{words.kinds[kind]}</Link>
              </li>
            ))}
          </ul>
        </Section>
      </>
    ),
  });
}

/** One building plan. */
export function planPage(
  context: PageContext,
  here: Here,
  plan: Plan | undefined,
  state: FormState,
  conflict?: string,
): string {
  const all = homeWords(context.lang);
  const words = all.work;
  const path = `${HOME_WORK}/${here.municipality.id}/plan/${plan?.id ?? 'nieuw'}`;
  const title = plan?.name ?? words.newPlan;
  const area = (field: 'partners' | 'funding' | 'obstacles', label: string) => (
    <TextArea {...kept(state, field)} label={label} help={words.optionalText} rows={2} maxLength={300} optional />
  );
  return renderPage({
    title,
    kind: 'work',
    context,
    breadcrumbs: crumbs(context, here, title),
    errors: formErrors(state),
    main: (
      <>
        {conflict ? <Alert tone="error">{conflict}</Alert> : null}
        <Form action={path} hidden={plan ? { version: String(plan.version) } : {}}>
          <TextField {...kept(state, 'name')} label={words.name} maxLength={80} />
          <TextField {...kept(state, 'place')} label={words.place} maxLength={80} />
          <RadioGroup
            {...kept(state, 'type')}
            label={all.type}
            options={here.housing.types.map(({ id, name, text }) => ({ value: id, label: name, help: text }))}
          />
          <RadioGroup
            {...kept(state, 'tenure')}
            label={all.tenure}
            options={TENURES.map((one) => ({ value: one, label: all.tenures[one] }))}
          />
          <NumberField {...kept(state, 'homes')} label={words.homes} />
          <RadioGroup
            {...kept(state, 'phase')}
            label={all.phase}
            options={PHASES.map((one) => ({ value: one, label: all.phases[one] }))}
          />
          <NumberField {...kept(state, 'year')} label={words.year} />
          {area('partners', all.partners)}
          {area('funding', all.funding)}
          {area('obstacles', all.obstacles)}
          <ButtonGroup>
            <Button>{words.save}</Button>
          </ButtonGroup>
        </Form>
        {plan ? (
          <Form action={`${path}/weg`} label={words.remove}>
            <Button kind="danger">{words.remove}</Button>
          </Form>
        ) : null}
      </>
    ),
  });
}

/** The numbers of one kind that a municipality supplies. */
export function numbersPage(
  context: PageContext,
  here: Here & {
    readonly kind: NumberKind;
    readonly path: string;
    readonly year: number;
    readonly fields: readonly Field[];
    readonly state: string;
  },
  shown: FormState,
  conflict?: string,
): string {
  const words = homeWords(context.lang).work;
  const { municipality, kind, path, year, fields, state } = here;
  const people = kind === 'group' || kind === 'urgency';
  const title = people ? `${words.kinds[kind]}, ${year}` : words.kinds[kind];
  const at = `${HOME_WORK}/${municipality.id}/${path}`;
  return renderPage({
    title,
    kind: 'work',
    context,
    breadcrumbs: crumbs(context, here, title),
    intro: words.empty,
    errors: formErrors(shown),
    main: (
      <>
        {conflict ? <Alert tone="error">{conflict}</Alert> : null}
        {people ? <p>{words.public}</p> : null}
        <Form action={people ? `${at}?jaar=${year}` : at} hidden={{ state }}>
          {fields.map(({ field, label }) => (
            <NumberField key={field} {...kept(shown, field)} label={label} optional />
          ))}
          <Button>{words.save}</Button>
        </Form>
      </>
    ),
  });
}
