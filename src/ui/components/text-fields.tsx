import { classNames } from './class-names.ts';
import { describedBy, type FieldProps, FormField } from './field.tsx';

/** How wide a box is: it tells how much is expected. */
export type FieldWidth = 'full' | 'half' | 'short';

type TextProps = FieldProps & {
  readonly value?: string | undefined;
  readonly width?: FieldWidth;
  readonly autocomplete?: string;
  readonly placeholder?: never;
};

const box = (props: TextProps): string =>
  classNames(
    'utrecht-textbox',
    props.error && 'utrecht-textbox--invalid',
    props.width && props.width !== 'full' && `omzien-width--${props.width}`,
  );

/** One line of text. `type` gives the right keyboard on a phone; a BSN is `digits`. */
export function TextField(
  props: TextProps & {
    readonly type?: 'text' | 'email' | 'tel' | 'digits' | 'search';
    readonly maxLength?: number;
    /** Words after the box, such as a unit. */
    readonly suffix?: string;
  },
) {
  const { type = 'text' } = props;
  const input = (
    <input
      className={box(props)}
      id={props.name}
      name={props.name}
      type={type === 'digits' ? 'text' : type}
      inputMode={type === 'digits' ? 'numeric' : undefined}
      defaultValue={props.value || undefined}
      maxLength={props.maxLength}
      autoComplete={props.autocomplete}
      required={!props.optional}
      aria-invalid={props.error ? true : undefined}
      aria-describedby={describedBy(props)}
      spellCheck={type === 'text' ? undefined : false}
    />
  );
  return (
    <FormField {...props}>
      {props.suffix ? (
        <div className="omzien-with-suffix">
          {input}
          <span>{props.suffix}</span>
        </div>
      ) : (
        input
      )}
    </FormField>
  );
}

/** A number, typed as text with a numeric keyboard (no spinner that changes by scrolling). `decimals` allows a comma. */
export function NumberField(props: TextProps & { readonly decimals?: boolean; readonly suffix?: string }) {
  const input = (
    <input
      className={classNames(box({ width: 'short', ...props }), 'omzien-numeric')}
      id={props.name}
      name={props.name}
      type="text"
      inputMode={props.decimals ? 'decimal' : 'numeric'}
      defaultValue={props.value || undefined}
      autoComplete={props.autocomplete}
      required={!props.optional}
      aria-invalid={props.error ? true : undefined}
      aria-describedby={describedBy(props)}
    />
  );
  return (
    <FormField {...props}>
      {props.suffix ? (
        <div className="omzien-with-suffix">
          {input}
          <span>{props.suffix}</span>
        </div>
      ) : (
        input
      )}
    </FormField>
  );
}

/** Several lines of text. */
export function TextArea(props: TextProps & { readonly rows?: number; readonly maxLength?: number }) {
  return (
    <FormField {...props}>
      <textarea
        className={classNames('utrecht-textarea', props.error && 'utrecht-textarea--invalid')}
        id={props.name}
        name={props.name}
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
        defaultValue={props.value}
        required={!props.optional}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy(props)}
      />
    </FormField>
  );
}

/** One of many, as a list to open. For seven choices or fewer, radio buttons are easier. */
export function SelectField(
  props: TextProps & {
    readonly options: readonly { readonly value: string; readonly label: string }[];
    /** Words of the first, empty choice; required to be answered deliberately. */
    readonly empty?: string;
  },
) {
  return (
    <FormField {...props}>
      <select
        className={classNames(
          'utrecht-select',
          props.error && 'utrecht-select--invalid',
          props.width && props.width !== 'full' && `omzien-width--${props.width}`,
        )}
        id={props.name}
        name={props.name}
        defaultValue={props.value ?? ''}
        required={!props.optional}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy(props)}
      >
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FormField>
  );
}

/** Files to send along. What was chosen cannot be shown again after a mistake: say so in the help. */
export function FileField(props: FieldProps & { readonly accept: readonly string[]; readonly several?: boolean }) {
  return (
    <FormField {...props}>
      <input
        className="omzien-file"
        id={props.name}
        name={props.name}
        type="file"
        accept={props.accept.join(',')}
        multiple={props.several}
        required={!props.optional}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy(props)}
      />
    </FormField>
  );
}
