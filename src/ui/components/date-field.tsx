import { useWords } from '../page-context.tsx';
import { classNames } from './class-names.ts';
import { describedBy, FieldGroup, type FieldProps } from './field.tsx';

/** A date as typed: three texts that may not be a date yet. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string };

/** Takes a local date `YYYY-MM-DD` apart for a date field. */
export function datePartsOf(date: string | undefined): DateParts {
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}

/** Reads the three texts of a date field out of a posted form (`name-day`, `name-month`, `name-year`). */
export function readDateParts(posted: Readonly<Record<string, unknown>>, name: string): DateParts {
  const text = (part: string): string => {
    const value = posted[`${name}-${part}`];
    return typeof value === 'string' ? value.trim() : '';
  };
  return { day: text('day'), month: text('month'), year: text('year') };
}

/** The local date `YYYY-MM-DD` that three texts make; `undefined` when there is no such day. */
export function dateOfParts(parts: DateParts): string | undefined {
  if (!/^\d{1,2}$/.test(parts.day) || !/^\d{1,2}$/.test(parts.month) || !/^\d{4}$/.test(parts.year)) return undefined;
  const text = `${parts.year}-${parts.month.padStart(2, '0')}-${parts.day.padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : undefined;
}

/** Whether nothing was typed at all. */
export function isEmptyDate(parts: DateParts): boolean {
  return parts.day === '' && parts.month === '' && parts.year === '';
}

/** A date in three boxes, day, month and year: no calendar to click, no format to guess. */
export function DateField(
  props: FieldProps & {
    readonly value?: string | DateParts | undefined;
    /** The person's own birth date: the browser may fill it in. */
    readonly birthDate?: boolean;
  },
) {
  const words = useWords();
  const parts = typeof props.value === 'object' ? props.value : datePartsOf(props.value);
  const box = (part: keyof DateParts, size: number) => (
    <div className="omzien-date__part">
      <label
        className="utrecht-form-label omzien-date__label"
        htmlFor={part === 'day' ? props.name : `${props.name}-${part}`}
      >
        {words.date[part]}
      </label>
      <input
        className={classNames(
          'utrecht-textbox',
          `omzien-date__box--${size}`,
          props.error && 'utrecht-textbox--invalid',
        )}
        id={part === 'day' ? props.name : `${props.name}-${part}`}
        name={`${props.name}-${part}`}
        type="text"
        inputMode="numeric"
        maxLength={size}
        defaultValue={parts[part] || undefined}
        autoComplete={props.birthDate ? `bday-${part}` : undefined}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy(props)}
      />
    </div>
  );
  return (
    <FieldGroup {...props}>
      <div className="omzien-date">
        {box('day', 2)}
        {box('month', 2)}
        {box('year', 4)}
      </div>
    </FieldGroup>
  );
}
