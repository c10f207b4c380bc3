import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon.tsx';
import { useWords } from '../page-context.tsx';
import { classNames } from './class-names.ts';

/** `primary`: the one button that matters · `secondary`: the others · `subtle`: beside text · `danger`: stops or removes. */
export type ButtonKind = 'primary' | 'secondary' | 'subtle' | 'danger';

const kindClass: Readonly<Record<ButtonKind, string>> = {
  primary: 'utrecht-button--primary-action',
  secondary: 'utrecht-button--secondary-action',
  subtle: 'utrecht-button--subtle',
  danger: 'utrecht-button--primary-action utrecht-button--danger',
};

type Look = {
  readonly kind?: ButtonKind;
  /** For rows and headers; at least 24 px high. */
  readonly small?: boolean;
  readonly icon?: IconName;
  readonly children: ReactNode;
  /** Words for screen readers after the visible ones: which row, which person. */
  readonly about?: string;
};

function Inside(props: Look) {
  return (
    <>
      {props.icon ? <Icon name={props.icon} /> : null}
      <span>
        {props.children}
        {props.about ? <span className="omzien-hidden"> {props.about}</span> : null}
      </span>
    </>
  );
}

const look = (props: Look): string =>
  classNames('utrecht-button', kindClass[props.kind ?? 'primary'], props.small && 'omzien-button--small');

/** A button inside a form; it says what happens. `name` and `value` tell which of several was pressed. */
export function Button(
  props: Look & { readonly name?: string; readonly value?: string; readonly formAction?: string },
) {
  return (
    <button type="submit" className={look(props)} name={props.name} value={props.value} formAction={props.formAction}>
      <Inside {...props} />
    </button>
  );
}

/** A link that looks like a button, for going to a page where something starts. */
export function LinkButton(props: Look & { readonly href: string }) {
  return (
    <a className={classNames(look(props), 'utrecht-button-link')} href={props.href}>
      <Inside {...props} />
    </a>
  );
}

/** Puts buttons in a row that wraps; the first is the most important one. */
export function ButtonGroup(props: { readonly children: ReactNode }) {
  return <div className="utrecht-button-group">{props.children}</div>;
}

/** Prints the page. Shown only where script runs; without it the browser's own menu prints. */
export function PrintButton(props: { readonly children?: ReactNode }) {
  const words = useWords();
  return (
    <button type="button" className="utrecht-button utrecht-button--secondary-action" data-print="" hidden>
      <Icon name="print" />
      <span>{props.children ?? words.buttons.print}</span>
    </button>
  );
}
