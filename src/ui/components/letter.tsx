import type { ReactNode } from 'react';
import { formatDate } from '../format.ts';
import { Mark } from '../mark.tsx';
import { useLanguage, useWords } from '../page-context.tsx';
import { classNames } from './class-names.ts';

/** A letter on paper: on screen a sheet, in print the page itself, its address where a window envelope shows it. */
export function Letter(props: {
  readonly sender: { readonly name: string; readonly lines: readonly string[] };
  readonly recipient: { readonly name: string; readonly lines: readonly string[] };
  /** Local date `YYYY-MM-DD`. */
  readonly date: string;
  readonly subject: string;
  /** A case number; never a BSN. */
  readonly reference?: string;
  /** Large print: 18 points on paper. */
  readonly large?: boolean;
  readonly children: ReactNode;
  readonly signature?: ReactNode;
}) {
  const words = useWords().letter;
  const language = useLanguage();
  return (
    <article
      className={classNames('omzien-letter', props.large && 'omzien-letter--large')}
      aria-label={`${words.subject}: ${props.subject}`}
    >
      <div className="omzien-letter__head">
        <p className="omzien-letter__brand">
          <Mark />
          <span>omzien</span>
        </p>
        <address className="omzien-letter__sender">
          <strong>{props.sender.name}</strong>
          {props.sender.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
      </div>
      <address className="omzien-letter__recipient">
        <span>{props.recipient.name}</span>
        {props.recipient.lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      <dl className="omzien-letter__facts">
        <div>
          <dt>{words.date}</dt>
          <dd>{formatDate(props.date, 'long', language)}</dd>
        </div>
        {props.reference ? (
          <div>
            <dt>{words.reference}</dt>
            <dd>{props.reference}</dd>
          </div>
        ) : null}
        <div>
          <dt>{words.subject}</dt>
          <dd>{props.subject}</dd>
        </div>
      </dl>
      <div className="omzien-letter__text omzien-flow">{props.children}</div>
      {props.signature ? <div className="omzien-letter__signature">{props.signature}</div> : null}
    </article>
  );
}
