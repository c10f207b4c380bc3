import type { ReactNode } from 'react';
import { useWords } from '../page-context.tsx';
import { classNames } from './class-names.ts';

/** What every field has. `name` is also the id of its first control, so `#name` in an error summary leads to it. */
export type FieldProps = {
  readonly name: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  /** Says "(niet verplicht)" behind the label; fields are required otherwise. */
  readonly optional?: boolean;
};

/** Ids of the texts that describe a control, for `aria-describedby`. */
export function describedBy(props: FieldProps, ...more: readonly string[]): string | undefined {
  const ids = [
    props.help ? `${props.name}-help` : undefined,
    props.error ? `${props.name}-error` : undefined,
    ...more,
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** The error of a field, above its control. */
export function FieldError(props: FieldProps) {
  const words = useWords();
  if (!props.error) return null;
  return (
    <p id={`${props.name}-error`} className="utrecht-form-field-error-message">
      <span className="omzien-hidden">{words.error}: </span>
      {props.error}
    </p>
  );
}

/** The help of a field, between label and control. */
export function FieldHelp(props: FieldProps) {
  if (!props.help) return null;
  return (
    <div id={`${props.name}-help`} className="utrecht-form-field-description">
      {props.help}
    </div>
  );
}

/** The words of a label, with "(niet verplicht)" when that is so. */
export function LabelWords(props: FieldProps) {
  const words = useWords();
  return (
    <>
      {props.label}
      {props.optional ? <span className="omzien-optional"> ({words.optional})</span> : null}
    </>
  );
}

/** Label, help and error around one control. */
export function FormField(props: FieldProps & { readonly children: ReactNode }) {
  return (
    <div className={classNames('utrecht-form-field', props.error && 'utrecht-form-field--invalid')}>
      <label className="utrecht-form-label" htmlFor={props.name}>
        <LabelWords {...props} />
      </label>
      <FieldHelp {...props} />
      <FieldError {...props} />
      {props.children}
    </div>
  );
}

/** Legend, help and error around several controls that answer one question. */
export function FieldGroup(props: FieldProps & { readonly children: ReactNode; readonly className?: string }) {
  return (
    <fieldset
      className={classNames('utrecht-form-fieldset', props.error && 'utrecht-form-fieldset--invalid', props.className)}
      aria-describedby={describedBy(props)}
    >
      <legend className="utrecht-form-fieldset__legend">
        <LabelWords {...props} />
      </legend>
      <FieldHelp {...props} />
      <FieldError {...props} />
      {props.children}
    </fieldset>
  );
}

/** A part of a form with a title of its own. */
export function FormSection(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="utrecht-form-fieldset omzien-form-section">
      <legend className="utrecht-form-fieldset__legend omzien-form-section__legend">{props.title}</legend>
      {props.children}
    </fieldset>
  );
}
