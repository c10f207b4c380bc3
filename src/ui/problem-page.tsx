import { LinkButton } from './components/button.tsx';
import { CrisisBox } from './components/consent.tsx';
import type { PageKind } from './page.tsx';
import { renderPage } from './page.tsx';
import type { PageContext } from './page-context.tsx';
import { type ProblemKind, problemWords } from './problem-words.ts';

/** A problem as the web layer knows it. Words that are given replace the general ones. */
export type ProblemView = {
  /** 401 and 419 read "U bent niet meer ingelogd"; 403 reads as 404, because denied and absent look the same. */
  readonly status: number;
  readonly title?: string;
  /** What happened. */
  readonly happened?: string;
  /** What was kept or not done. */
  readonly kept?: string;
  /** What the person can do. */
  readonly todo?: string;
  /** Where the main button leads, and what it says. */
  readonly action?: { readonly href: string; readonly label: string };
  /** Seconds until it may be tried again (429, 503). */
  readonly retryAfterSeconds?: number;
  /** Reference of the log line, for who calls about it. */
  readonly reference?: string;
  readonly kind?: PageKind;
  /** Shows 112, 113 and Veilig Thuis: for a form where someone was writing a worry. */
  readonly crisis?: boolean;
};

/** Which words belong to a status code. */
export function problemKindOf(status: number): ProblemKind {
  if (status === 401 || status === 419) return 'signed-out';
  if (status === 403 || status === 404) return 'not-found';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 410) return 'gone';
  if (status === 413) return 'too-large';
  if (status === 429) return 'too-many';
  if (status === 503) return 'unavailable';
  return status >= 500 ? 'failed' : 'bad-request';
}

/** Renders the page of a problem: what happened, what was kept, what to do. */
export function problemPage(context: PageContext, view: ProblemView): string {
  const words = problemWords(context.lang);
  const kind = problemKindOf(view.status);
  const general = words.kinds[kind];
  const kept =
    view.kept ??
    (kind === 'signed-out' ? words.kept.typed : kind === 'conflict' ? words.kept.other : words.kept.nothing);
  const action =
    view.action ??
    (kind === 'signed-out'
      ? { href: context.signInHref ?? '/inloggen', label: words.signIn }
      : { href: context.homeHref ?? '/', label: words.home });
  const minutes =
    view.retryAfterSeconds === undefined ? undefined : Math.max(1, Math.ceil(view.retryAfterSeconds / 60));
  return renderPage({
    title: view.title ?? general.title,
    kind: view.kind ?? 'resident',
    context,
    intro: view.happened ?? general.happened,
    main: (
      <>
        <p>{kept}</p>
        <h2 className="utrecht-heading-2">{words.whatToDo}</h2>
        <p>
          {view.todo ?? general.todo}
          {minutes === undefined ? null : ` ${words.retryAfter({ minutes })}`}
        </p>
        <div className="utrecht-button-group">
          <LinkButton href={action.href}>{action.label}</LinkButton>
        </div>
        {view.crisis ? <CrisisBox /> : null}
        {view.reference ? <p className="omzien-soft">{words.reference({ reference: view.reference })}</p> : null}
      </>
    ),
  });
}
