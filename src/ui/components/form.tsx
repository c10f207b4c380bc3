import { randomUUID } from 'node:crypto';
import type { ReactNode } from 'react';
import { usePageContext } from '../page-context.tsx';
import { classNames } from './class-names.ts';
import type { FormError } from './error-summary.tsx';

type FormProps = {
  readonly action: string;
  readonly children: ReactNode;
  /** Key against double submission, posted as `_once`; a fresh one by default, `false` for none. */
  readonly once?: string | false;
  /** `off` (default) on work pages and for others' data; `on` where people fill in their own. */
  readonly autocomplete?: 'on' | 'off';
  /** Values to post along unseen. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly label?: string;
  /** May be filled in on paper: printed, without its buttons. Other forms are left out in print. */
  readonly printable?: boolean;
  /** Sends files along; where they are taken, the route says how many. */
  readonly files?: boolean;
  /** As wide as the page: a form around a table. */
  readonly wide?: boolean;
};

function Hidden(props: { readonly values: Readonly<Record<string, string>> }) {
  return Object.entries(props.values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}

/**
 * A form that changes something: posts `_csrf` (of the page's context) and `_once` (idempotency key) along.
 * The server checks; the browser's own bubbles are off (`novalidate`).
 */
export function Form(props: FormProps) {
  const { csrf } = usePageContext();
  const { once = randomUUID() } = props;
  return (
    <form
      className={classNames(
        'utrecht-form',
        props.printable && 'omzien-form--printable',
        props.wide && 'omzien-form--wide',
      )}
      method="post"
      encType={props.files ? 'multipart/form-data' : undefined}
      action={props.action}
      noValidate
      autoComplete={props.autocomplete ?? 'off'}
      aria-label={props.label}
    >
      <Hidden values={{ _csrf: csrf, ...(once === false ? {} : { _once: once }), ...props.hidden }} />
      {props.children}
    </form>
  );
}

/** A form that only asks: a GET, so its answer has an address. `inline` puts fields and button on one line. */
export function SearchForm(props: {
  readonly action: string;
  readonly children: ReactNode;
  readonly label: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly inline?: boolean;
  /** The id of the part of the page that is its answer: with script it follows what is chosen, at once. */
  readonly live?: string;
}) {
  return (
    <search aria-label={props.label}>
      <form
        className={classNames('utrecht-form', props.inline && 'omzien-form--inline')}
        method="get"
        action={props.action}
        noValidate
        autoComplete="off"
        data-live={props.live}
      >
        {props.hidden ? <Hidden values={props.hidden} /> : null}
        {props.children}
      </form>
    </search>
  );
}

/** What a form holds when it is shown again: what was typed, and what is wrong with it. */
export type FormState<Name extends string = string> = {
  readonly values?: Readonly<Partial<Record<Name, string | readonly string[]>>>;
  readonly errors?: Readonly<Partial<Record<Name, string>>>;
};

type Kept = { readonly name: string; readonly value: string; readonly error: string | undefined };

/** Name, kept value and error of one field, to spread into it: `<TextField {...kept(state, 'city')} label="…" />`. */
export function kept<Name extends string>(state: FormState<Name>, name: Name): Kept {
  const value = state.values?.[name];
  return { name, value: typeof value === 'string' ? value : (value?.[0] ?? ''), error: state.errors?.[name] };
}

/** As `kept`, for fields with several values: `<CheckboxGroup {...keptMany(state, 'days')} … />`. */
export function keptMany<Name extends string>(
  state: FormState<Name>,
  name: Name,
): { readonly name: string; readonly values: readonly string[]; readonly error: string | undefined } {
  const value = state.values?.[name];
  const values: readonly string[] = value === undefined ? [] : [value].flat();
  return { name, values, error: state.errors?.[name] };
}

/** The mistakes of a form for `renderPage({ errors })`, in the order they were found (the order of the fields). */
export function formErrors<Name extends string>(state: FormState<Name>): readonly FormError[] {
  return Object.entries(state.errors ?? {}).flatMap(([name, text]) =>
    typeof text === 'string' ? [{ name, text }] : [],
  );
}
