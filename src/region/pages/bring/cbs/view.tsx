import type { Indicator, Region } from '../../../../content/index.ts';
import {
  Alert,
  Button,
  EmptyState,
  Form,
  FormSection,
  type FormState,
  formatDate,
  formErrors,
  kept,
  type PageContext,
  RadioGroup,
  ResultItem,
  renderPage,
  SearchForm,
  Section,
  SelectField,
  TextField,
} from '../../../../ui/index.ts';
import type { Posted } from '../../../../web/index.ts';
import type { Table, TableAbout } from '../../../bring/odata.ts';
import { ChooseIndicator, SeriesFields } from '../fields.tsx';
import { BRING } from '../house.ts';
import { bringWords } from '../words.ts';

/** Search in the tables of CBS; or that this installation fetches nothing. */
export function searchPage(
  context: PageContext,
  shown: {
    readonly on: boolean;
    readonly search: string;
    readonly tables?: readonly Table[] | undefined;
    readonly failed?: boolean;
  },
): string {
  const { lang } = context;
  const all = bringWords(lang);
  const words = all.cbs;
  const { on, search, tables, failed } = shown;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    breadcrumbs: [{ label: all.list.title, href: BRING }, { label: words.title }],
    intro: on ? words.intro : undefined,
    main: on ? (
      <>
        {failed ? <Alert tone="error">{words.failed}</Alert> : null}
        <SearchForm action={`${BRING}/cbs`} label={words.search} inline>
          <TextField name="zoek" label={words.search} value={search} maxLength={100} type="search" />
          <Button>{words.go}</Button>
        </SearchForm>
        {tables ? (
          tables.length === 0 ? (
            <EmptyState title={words.none} />
          ) : (
            <Section title={words.found({ count: tables.length })}>
              {tables.map(({ id, title, modified }) => (
                <ResultItem
                  key={id}
                  level={3}
                  title={title}
                  href={`${BRING}/cbs/${id}`}
                  facts={[id, ...(modified ? [words.modified({ date: formatDate(modified, 'long', lang) })] : [])]}
                />
              ))}
            </Section>
          )
        ) : null}
      </>
    ) : (
      <EmptyState title={words.offTitle}>
        <p>{words.off}</p>
      </EmptyState>
    ),
  });
}

/** One table of CBS: what is taken from it, as which source, and how often. */
export function tablePage(
  context: PageContext,
  shown: {
    readonly table: TableAbout;
    readonly region: Region;
    readonly indicator: Indicator | undefined;
    readonly values: Posted;
    readonly errors?: Readonly<Record<string, string>>;
    readonly failed?: boolean;
  },
): string {
  const all = bringWords(context.lang);
  const words = all.cbs;
  const { table, indicator, values } = shown;
  const state: FormState = { values, ...(shown.errors ? { errors: shown.errors } : {}) };
  const dimensions = table.dimensions.map(({ id, title }) => ({ value: id, label: title || id }));
  const [area, time] = [kept(state, 'area').value, kept(state, 'time').value];
  return renderPage({
    title: table.title,
    kind: 'work',
    context,
    breadcrumbs: [
      { label: all.list.title, href: BRING },
      { label: words.title, href: `${BRING}/cbs` },
      { label: table.id },
    ],
    intro: all.fields.chooseIntro,
    errors: formErrors(state),
    main: (
      <>
        {shown.failed ? <Alert tone="error">{words.failed}</Alert> : null}
        {table.summary ? <p className="omzien-soft">{table.summary}</p> : null}
        <ChooseIndicator action={`${BRING}/cbs/${table.id}`} region={shown.region} chosen={indicator} />
        {indicator ? (
          <Form action={`${BRING}/cbs/${table.id}?cijfer=${indicator.id}`}>
            <FormSection title={words.pick}>
              <SelectField
                {...kept(state, 'measure')}
                label={words.measure}
                empty="–"
                options={table.measures.map(({ id, title, unit }) => ({
                  value: id,
                  label: unit ? `${title} (${unit})` : title,
                }))}
              />
              <SelectField {...kept(state, 'area')} label={words.area} empty="–" options={dimensions} />
              <SelectField {...kept(state, 'time')} label={words.time} empty="–" options={dimensions} />
              {table.dimensions
                .filter(({ id }) => id !== area && id !== time)
                .map(({ id, title, codes }) => (
                  <SelectField
                    key={id}
                    {...kept(state, `fixed-${id}`)}
                    label={words.fixed({ dimension: title || id })}
                    empty="–"
                    options={codes.map((code) => ({ value: code.id, label: code.title || code.id }))}
                  />
                ))}
              <TextField {...kept(state, 'factor')} label={words.factor} help={words.factorHelp} width="short" />
              <RadioGroup
                {...kept(state, 'every')}
                label={words.every}
                options={(['once', 'day', 'week', 'month'] as const).map((value) => ({
                  value,
                  label: all.every[value],
                }))}
              />
            </FormSection>
            <SeriesFields indicator={indicator} state={state} values={values} />
            <p className="omzien-soft">{all.fields.readNote}</p>
            <Button>{words.fetch}</Button>
          </Form>
        ) : null}
      </>
    ),
  });
}
