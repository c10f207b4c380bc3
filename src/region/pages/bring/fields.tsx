import { type Indicator, type Region, SERIES_KINDS } from '../../../content/index.ts';
import {
  Button,
  DateField,
  FormSection,
  type FormState,
  kept,
  RadioGroup,
  readDateParts,
  SearchForm,
  SelectField,
  TextArea,
  TextField,
  useLanguage,
} from '../../../ui/index.ts';
import type { Posted } from '../../../web/index.ts';
import { monitorWords } from '../words.ts';
import { NEW } from './series.ts';
import { bringWords } from './words.ts';

/** First of all: what the figures are about. */
export function ChooseIndicator(props: {
  readonly action: string;
  readonly region: Region;
  readonly chosen: Indicator | undefined;
}) {
  const words = bringWords(useLanguage()).fields;
  return (
    <SearchForm action={props.action} label={words.indicator} inline>
      <SelectField
        name="cijfer"
        label={words.indicator}
        value={props.chosen?.id ?? ''}
        empty="–"
        options={props.region.themes.flatMap(({ title, indicators }) =>
          indicators.map((one) => ({ value: one.id, label: `${title}: ${one.title}` })),
        )}
      />
      <Button kind={props.chosen ? 'secondary' : 'primary'}>{words.choose}</Button>
    </SearchForm>
  );
}

/** To which source the figures belong, and what a reader should know of it. */
export function SeriesFields(props: {
  readonly indicator: Indicator;
  readonly state: FormState;
  readonly values: Posted;
}) {
  const lang = useLanguage();
  const words = bringWords(lang).fields;
  const kinds = monitorWords(lang).page.kinds;
  const { state, indicator } = props;
  return (
    <>
      <RadioGroup
        {...kept(state, 'series')}
        label={words.series}
        help={words.seriesHelp}
        options={[
          ...indicator.series.map(({ id, name }) => ({ value: id, label: name })),
          { value: NEW, label: words.newSeries },
        ]}
      />
      <DateField
        {...kept(state, 'date')}
        value={readDateParts(props.values, 'date')}
        label={words.date}
        help={words.dateHelp}
      />
      <FormSection title={words.about}>
        <p>{words.newIntro}</p>
        <TextField {...kept(state, 'name')} label={words.name} help={words.nameHelp} maxLength={60} optional />
        <SelectField
          {...kept(state, 'kind')}
          label={words.kind}
          empty="–"
          options={SERIES_KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))}
          optional
        />
        <TextField {...kept(state, 'source')} label={words.source} help={words.sourceHelp} maxLength={600} optional />
        <TextField {...kept(state, 'url')} label={words.url} maxLength={600} optional />
        <TextField {...kept(state, 'licence')} label={words.licence} maxLength={60} optional />
        <TextArea {...kept(state, 'definition')} label={words.definition} rows={2} maxLength={600} optional />
        <TextArea {...kept(state, 'caveat')} label={words.caveat} rows={2} maxLength={600} optional />
        <TextArea
          {...kept(state, 'differ')}
          label={words.differ}
          help={words.differHelp}
          rows={2}
          maxLength={600}
          optional
        />
      </FormSection>
    </>
  );
}
