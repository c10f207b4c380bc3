import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { describedBy, FieldError, FieldGroup, FieldHelp, type FieldProps, LabelWords } from './field.tsx';

/** One answer to choose. */
export type Choice = { readonly value: string; readonly label: ReactNode; readonly help?: ReactNode };

type ChoiceProps = {
  readonly kind: 'radio' | 'checkbox';
  readonly name: string;
  readonly id: string;
  readonly choice: Choice;
  readonly checked: boolean;
  readonly required?: boolean | undefined;
  readonly invalid: boolean;
};

function ChoiceBox(props: ChoiceProps) {
  const help = props.choice.help ? `${props.id}-note` : undefined;
  return (
    <div className={classNames('omzien-choice', `utrecht-form-field--${props.kind}`)}>
      <input
        className={props.kind === 'radio' ? 'utrecht-radio-button' : 'utrecht-checkbox'}
        type={props.kind}
        id={props.id}
        name={props.name}
        value={props.choice.value}
        defaultChecked={props.checked}
        required={props.required}
        aria-invalid={props.invalid && props.kind === 'checkbox' ? true : undefined}
        aria-describedby={help}
      />
      <div className="omzien-choice__words">
        <label className="utrecht-form-label omzien-choice__label" htmlFor={props.id}>
          {props.choice.label}
        </label>
        {props.choice.help ? (
          <div id={help} className="utrecht-form-field-description">
            {props.choice.help}
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** A box in a row of a table that chooses that row; what it chooses is said to who does not see the row. */
export function Tick(props: {
  readonly name: string;
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly checked?: boolean;
}) {
  return (
    <input
      className="utrecht-checkbox omzien-tick"
      type="checkbox"
      id={props.id}
      name={props.name}
      value={props.value}
      aria-label={props.label}
      defaultChecked={props.checked}
    />
  );
}

const idOf = (name: string, index: number): string => (index === 0 ? name : `${name}--${index + 1}`);

/** One answer out of a few, all visible. `inline` for two or three short ones. */
export function RadioGroup(
  props: FieldProps & {
    readonly options: readonly Choice[];
    readonly value?: string | undefined;
    readonly inline?: boolean;
  },
) {
  return (
    <FieldGroup {...props}>
      <div className={classNames('omzien-choices', props.inline && 'omzien-choices--inline')}>
        {props.options.map((choice, index) => (
          <ChoiceBox
            key={choice.value}
            kind="radio"
            name={props.name}
            id={idOf(props.name, index)}
            choice={choice}
            checked={choice.value === props.value}
            required={!props.optional}
            invalid={Boolean(props.error)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** Any number of answers out of a few. Posts `name` once for each. */
export function CheckboxGroup(
  props: FieldProps & { readonly options: readonly Choice[]; readonly values?: readonly string[] },
) {
  return (
    <FieldGroup {...props}>
      <div className="omzien-choices">
        {props.options.map((choice, index) => (
          <ChoiceBox
            key={choice.value}
            kind="checkbox"
            name={props.name}
            id={idOf(props.name, index)}
            choice={choice}
            checked={props.values?.includes(choice.value) ?? false}
            invalid={Boolean(props.error)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** One thing to tick. Posts `value` (default `yes`) when ticked, nothing otherwise. */
export function Checkbox(
  props: FieldProps & { readonly checked?: boolean; readonly value?: string; readonly required?: boolean },
) {
  return (
    <div className={classNames('utrecht-form-field', props.error && 'utrecht-form-field--invalid')}>
      <FieldError {...props} />
      <div className="omzien-choice utrecht-form-field--checkbox">
        <input
          className="utrecht-checkbox"
          type="checkbox"
          id={props.name}
          name={props.name}
          value={props.value ?? 'yes'}
          defaultChecked={props.checked}
          required={props.required}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={describedBy(props)}
        />
        <div className="omzien-choice__words">
          <label className="utrecht-form-label omzien-choice__label" htmlFor={props.name}>
            <LabelWords {...props} />
          </label>
          <FieldHelp {...props} />
        </div>
      </div>
    </div>
  );
}

/** A mark from 0 to 10 with words at both ends, as eleven radio buttons that wrap at narrow screens. */
export function ScaleField(
  props: FieldProps & {
    readonly value?: string | number | undefined;
    /** What 0 means. */
    readonly low: string;
    /** What 10 means. */
    readonly high: string;
    readonly from?: number;
    readonly to?: number;
  },
) {
  const { from = 0, to = 10 } = props;
  const marks = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const chosen = props.value === undefined || props.value === '' ? undefined : Number(props.value);
  return (
    <FieldGroup {...props} className="omzien-scale">
      <div className="omzien-scale__marks">
        {marks.map((mark, index) => (
          <div key={mark} className="omzien-scale__mark">
            <input
              className="omzien-scale__radio"
              type="radio"
              id={idOf(props.name, index)}
              name={props.name}
              value={mark}
              defaultChecked={mark === chosen}
              required={!props.optional}
            />
            <label className="omzien-scale__label" htmlFor={idOf(props.name, index)}>
              {mark}
              {mark === from ? <span className="omzien-hidden">: {props.low}</span> : null}
              {mark === to ? <span className="omzien-hidden">: {props.high}</span> : null}
            </label>
          </div>
        ))}
      </div>
      <p className="omzien-scale__ends" aria-hidden="true">
        <span>
          {from} = {props.low}
        </span>
        <span>
          {to} = {props.high}
        </span>
      </p>
    </FieldGroup>
  );
}
