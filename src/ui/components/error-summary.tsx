import { Icon } from '../icon.tsx';
import { useWords } from '../page-context.tsx';

/** One mistake: which field, and what to do about it. Without `name` it concerns the form as a whole. */
export type FormError = { readonly name?: string; readonly text: string };

/** All mistakes of a form on top of the page, each leading to its field. `renderPage({ errors })` places it. */
export function ErrorSummary(props: { readonly errors: readonly FormError[]; readonly title?: string }) {
  const words = useWords();
  return (
    <section
      className="utrecht-alert utrecht-alert--error omzien-error-summary"
      aria-labelledby="error-summary-title"
      tabIndex={-1}
      data-error-summary=""
    >
      <div className="utrecht-alert__icon">
        <Icon name="error" />
      </div>
      <div className="utrecht-alert__content">
        <h2 id="error-summary-title" className="utrecht-alert__heading">
          {props.title ?? words.errors.summary({ count: props.errors.length })}
        </h2>
        <ul className="omzien-error-summary__list">
          {props.errors.map((error) => (
            <li key={`${error.name ?? ''} ${error.text}`}>
              {error.name ? <a href={`#${error.name}`}>{error.text}</a> : error.text}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
