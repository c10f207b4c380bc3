import type { ReactNode } from 'react';
import { Icon } from '../icon.tsx';
import { useWords } from '../page-context.tsx';

/** A step of a process: behind us, where we are, or still to come. */
export type Step = {
  readonly label: string;
  readonly state: 'done' | 'current' | 'todo';
  readonly detail?: ReactNode;
};

/** What happens next, step by step, with a word for where we are. */
export function Steps(props: { readonly steps: readonly Step[]; readonly label?: string }) {
  const words = useWords().steps;
  return (
    <ol className="omzien-steps" aria-label={props.label ?? words.label}>
      {props.steps.map((step, index) => (
        <li
          key={step.label}
          className={`omzien-steps__step omzien-steps__step--${step.state}`}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className="omzien-steps__mark" aria-hidden="true">
            {step.state === 'done' ? <Icon name="check" /> : index + 1}
          </span>
          <div className="omzien-steps__words">
            <p className="omzien-steps__label">
              {step.label} <span className="omzien-steps__state">{words[step.state]}</span>
            </p>
            {step.detail ? <div className="omzien-steps__detail">{step.detail}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** A reason for or a caution about a service. */
export type FitReason = { readonly kind: 'fits' | 'attention'; readonly text: string };

/** Why a service fits, what to mind, and when its details were last confirmed. */
export function WhyItFits(props: {
  readonly reasons: readonly FitReason[];
  readonly title?: string;
  /** When and by whom the details were confirmed, as words ("3 november", "Voorbeeld Welzijn"). */
  readonly checked?: { readonly date: string; readonly by: string };
}) {
  const words = useWords().fit;
  return (
    <div className="omzien-fit">
      <p className="omzien-fit__title">{props.title ?? words.title}</p>
      <ul className="omzien-fit__list">
        {props.reasons.map((reason) => (
          <li key={reason.text} className={`omzien-fit__reason omzien-fit__reason--${reason.kind}`}>
            <Icon name={reason.kind === 'fits' ? 'check' : 'info'} />
            <span>
              {reason.kind === 'attention' ? <strong>{words.attention}: </strong> : null}
              {reason.text}
            </span>
          </li>
        ))}
      </ul>
      {props.checked ? <p className="omzien-fit__checked">{words.checked(props.checked)}</p> : null}
    </div>
  );
}
