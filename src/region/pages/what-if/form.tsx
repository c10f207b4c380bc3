import {
  APPROACH_NAMES,
  type ApproachName,
  OUTCOMES,
  type OutcomeName,
  type Scenario,
} from '../../../simulation/index.ts';
import {
  Button,
  Checkbox,
  CheckboxGroup,
  Details,
  FormSection,
  formatMoney,
  type Language,
  NumberField,
  SearchForm,
  SelectField,
} from '../../../ui/index.ts';
import type { AheadRegion } from '../../futures/ahead.ts';
import { areasOf } from '../../model/area.ts';
import {
  APPROACH_SLUGS,
  FIELDS,
  FIRST,
  FIRST_START,
  type FieldName,
  FROM,
  fieldOf,
  UNTIL,
  usualCost,
} from '../../what-if/scenario.ts';
import { OUTCOME_SLUGS } from './present.ts';
import { whatIfWords } from './words.ts';

export type FormRead = {
  readonly region: AheadRegion;
  /** What was typed, field by field. */
  readonly get: (name: string) => readonly string[];
  readonly errors: Readonly<Record<string, string>>;
  readonly scenario: Scenario;
  readonly area: string;
  readonly outcome: OutcomeName;
  /** The number of a year, counted from the first of the model; undefined for all together. */
  readonly year: number | undefined;
};

/** Everything that can be moved, in one form that asks; its answer has an address. */
export function WhatIfForm({ read, lang }: { readonly read: FormRead; readonly lang: Language }) {
  const words = whatIfWords(lang);
  const { region, get } = read;
  const places = areasOf(region).filter(({ kind }) => kind === 'here' || kind === 'municipality');
  return (
    <SearchForm action="/regiobeeld/wat-als" label={words.form} live="vooruitblik">
      <CheckboxGroup
        name="aanpak"
        label={words.approach}
        values={get('aanpak')}
        options={APPROACH_NAMES.map((name) => ({
          value: APPROACH_SLUGS[name],
          label: words.approaches[name],
          help: words.explained[name],
        }))}
      />
      {APPROACH_NAMES.map((name) => (
        <Details
          key={name}
          summary={words.settings({ approach: words.approaches[name] })}
          open={FIELDS.some((field) => get(fieldOf(field, name)).some((typed) => typed !== first(field)))}
        >
          <Settings name={name} read={read} lang={lang} />
        </Details>
      ))}
      <Details summary={words.where} open={get('gemeente').length > 0}>
        <CheckboxGroup
          name="gemeente"
          label={words.where}
          help={words.whereHelp}
          optional
          values={get('gemeente')}
          options={places
            .filter(({ kind }) => kind === 'municipality')
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Details>
      <FormSection title={words.look}>
        <SelectField
          name="gebied"
          label={words.area}
          value={read.area}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <YearField year={read.year} lang={lang} />
        <SelectField
          name="uitkomst"
          label={words.outcome}
          value={OUTCOME_SLUGS[read.outcome]}
          options={OUTCOMES.map((name) => ({ value: OUTCOME_SLUGS[name], label: words.outcomes[name] }))}
        />
      </FormSection>
      <Button>{words.show}</Button>
    </SearchForm>
  );
}

/** What a field holds before anybody moved it: settings that nobody moved stay closed, so that the answer is near. */
const first = (field: FieldName): string => (field in FIRST ? FIRST[field as keyof typeof FIRST] : '');

/** Which year is shown, or all together. */
export function YearField({ year, lang }: { readonly year: number | undefined; readonly lang: Language }) {
  const words = whatIfWords(lang);
  const years = Array.from({ length: UNTIL - FROM }, (_, index) => String(FROM + index));
  return (
    <SelectField
      name="jaar"
      label={words.year}
      value={year === undefined ? '' : String(FROM + year)}
      options={[
        { value: '', label: words.allYears({ from: FROM, until: UNTIL - 1 }) },
        ...years.map((each) => ({ value: each, label: each })),
      ]}
    />
  );
}

function Settings({
  name,
  read,
  lang,
}: {
  readonly name: ApproachName;
  readonly read: FormRead;
  readonly lang: Language;
}) {
  const words = whatIfWords(lang);
  const usual = formatMoney(usualCost(name), lang);
  const field = (which: Exclude<FieldName, 'alleen'>, first = '') => {
    const id = fieldOf(which, name);
    return {
      name: id,
      label: words.fields[which],
      value: read.get(id)[0] ?? first,
      error: read.errors[id],
      width: 'short' as const,
    };
  };
  const alone = fieldOf('alleen', name);
  return (
    <>
      <NumberField {...field('bereik', FIRST.bereik)} suffix="%" decimals />
      <NumberField {...field('kracht', FIRST.kracht)} help={words.helps.kracht} suffix="%" />
      <SelectField
        {...field('start', FIRST.start)}
        options={Array.from({ length: UNTIL - FIRST_START }, (_, index) => String(FIRST_START + index)).map((year) => ({
          value: year,
          label: year,
        }))}
      />
      <NumberField {...field('opbouw', FIRST.opbouw)} />
      <NumberField {...field('kosten')} help={words.helps.kosten({ usual })} suffix="€" decimals optional />
      <NumberField {...field('van')} optional />
      <NumberField {...field('tot')} optional />
      <Checkbox name={alone} value="ja" label={words.alone} optional checked={read.get(alone).includes('ja')} />
    </>
  );
}
