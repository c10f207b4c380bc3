import type { ReactNode } from 'react';
import { useWords } from '../page-context.tsx';
import { classNames } from './class-names.ts';

/** A fact: its name, its value, and perhaps what one can do with it. An absent value reads "niet ingevuld". */
export type Fact = { readonly term: string; readonly value?: ReactNode; readonly action?: ReactNode };

/** Facts beneath each other. `compact` for aside columns. */
export function DataList(props: { readonly facts: readonly Fact[]; readonly compact?: boolean }) {
  const words = useWords();
  return (
    <dl className={classNames('utrecht-data-list', props.compact && 'omzien-data-list--compact')}>
      {props.facts.map((fact) => (
        <div key={fact.term} className="utrecht-data-list__item">
          <dt className="utrecht-data-list__item-key">{fact.term}</dt>
          <dd className="utrecht-data-list__item-value">
            {fact.value === undefined || fact.value === null || fact.value === '' ? (
              <span className="omzien-soft">{words.emptyValue}</span>
            ) : (
              fact.value
            )}
          </dd>
          {fact.action ? <dd className="utrecht-data-list__actions">{fact.action}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

/** A few counts in a row: "nieuw 4 · deze week 11 · te laat 2". `href` makes one a link to what it counts. */
export function Counts(props: {
  readonly label: string;
  readonly items: readonly {
    readonly label: string;
    readonly count: number;
    readonly href?: string;
    readonly tone?: 'neutral' | 'error';
  }[];
}) {
  return (
    <ul className="omzien-counts" aria-label={props.label}>
      {props.items.map((item) => {
        const inside = (
          <>
            <span className="omzien-counts__label">{item.label}</span>{' '}
            <strong className="omzien-counts__count">{item.count}</strong>
          </>
        );
        return (
          <li
            key={item.label}
            className={classNames(
              'omzien-counts__item',
              item.tone === 'error' && item.count > 0 && 'omzien-counts__item--error',
            )}
          >
            {item.href ? <a href={item.href}>{inside}</a> : inside}
          </li>
        );
      })}
    </ul>
  );
}
