import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon.tsx';
import { classNames } from './class-names.ts';

/** A part of a page with a heading (H2). */
export function Section(props: {
  readonly title: string;
  readonly id?: string;
  readonly children: ReactNode;
  /** Beside the heading, such as a link to change. */
  readonly action?: ReactNode;
  /** `false`: not on paper. */
  readonly printed?: boolean;
}) {
  return (
    <section
      className={classNames('omzien-section omzien-flow', props.printed === false && 'omzien-noprint')}
      aria-labelledby={props.id ? `${props.id}-title` : undefined}
    >
      <div className="omzien-section__head">
        <h2 className="utrecht-heading-2" id={props.id ? `${props.id}-title` : undefined}>
          {props.title}
        </h2>
        {props.action}
      </div>
      {props.children}
    </section>
  );
}

/** A sheet with a title. `soft` is the heather ground for what matters now; `href` makes the title a link. */
export function Card(props: {
  readonly title?: string;
  readonly level?: 2 | 3 | 4;
  readonly href?: string;
  readonly icon?: IconName;
  readonly soft?: boolean;
  readonly children?: ReactNode;
  /** Buttons and links at the foot. */
  readonly actions?: ReactNode;
}) {
  const Heading = `h${props.level ?? 2}` as const;
  return (
    <div className={classNames('omzien-card', props.soft && 'omzien-card--soft')}>
      {props.title ? (
        <Heading className="omzien-card__title">
          {props.icon ? <Icon name={props.icon} /> : null}
          {props.href ? (
            <a className="utrecht-link" href={props.href}>
              {props.title}
            </a>
          ) : (
            props.title
          )}
        </Heading>
      ) : null}
      <div className="omzien-card__body omzien-flow">{props.children}</div>
      {props.actions ? <div className="utrecht-button-group">{props.actions}</div> : null}
    </div>
  );
}

/** Cards beside each other, as many as fit. */
export function CardGrid(props: { readonly children: ReactNode }) {
  return <div className="omzien-card-grid">{props.children}</div>;
}

/** One finding in a list: a linked title, short facts with dots between them, words, and a foot. */
export function ResultItem(props: {
  readonly title: string;
  readonly href: string;
  readonly level?: 2 | 3;
  readonly facts?: readonly string[];
  readonly children?: ReactNode;
  readonly foot?: ReactNode;
}) {
  const Heading = `h${props.level ?? 2}` as const;
  return (
    <article className="omzien-result">
      <Heading className="omzien-result__title">
        <a className="utrecht-link" href={props.href}>
          {props.title}
        </a>
      </Heading>
      {props.facts && props.facts.length > 0 ? (
        <ul className="omzien-result__facts">
          {props.facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      ) : null}
      <div className="omzien-flow">{props.children}</div>
      {props.foot ? <p className="omzien-result__foot">{props.foot}</p> : null}
    </article>
  );
}

/** Words to open for who wants to know more. */
export function Details(props: { readonly summary: string; readonly children: ReactNode; readonly open?: boolean }) {
  return (
    <details className="omzien-details" open={props.open}>
      <summary className="omzien-details__summary">
        <Icon name="chevron" />
        <span>{props.summary}</span>
      </summary>
      <div className="omzien-details__body omzien-flow">{props.children}</div>
    </details>
  );
}

/** Nothing here (yet): why, and what one can do. */
export function EmptyState(props: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly level?: 2 | 3;
}) {
  return <Blank {...props} icon="together" />;
}

/** Something is on its way: what we wait for, and until when. */
export function WaitingState(props: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly level?: 2 | 3;
}) {
  return <Blank {...props} icon="waiting" />;
}

function Blank(props: {
  readonly title: string;
  readonly icon: IconName;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly level?: 2 | 3;
}) {
  const Heading = `h${props.level ?? 2}` as const;
  return (
    <div className="omzien-blank">
      <Icon name={props.icon} size="large" />
      <Heading className="omzien-blank__title">{props.title}</Heading>
      <div className="omzien-flow">{props.children}</div>
      {props.action ? <div className="utrecht-button-group">{props.action}</div> : null}
    </div>
  );
}

/** Words for screen readers only. */
export function Hidden(props: { readonly children: ReactNode }) {
  return <span className="omzien-hidden">{props.children}</span>;
}

/** A link in text. */
export function Link(props: { readonly href: string; readonly children: ReactNode; readonly about?: string }) {
  return (
    <a className="utrecht-link" href={props.href}>
      {props.children}
      {props.about ? <Hidden> {props.about}</Hidden> : null}
    </a>
  );
}
