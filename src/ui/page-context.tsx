import { createContext, type ReactNode, useContext } from 'react';
import type { Language } from './catalogue.ts';
import { type SharedWords, sharedWords } from './words.ts';

/** One link of the main navigation. `count` is shown behind the label, in words for screen readers via `countLabel`. */
export type NavItem = {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
  readonly count?: number;
};

/** A message about what the person just did, shown once above the page. */
export type Flash = { readonly kind: 'good' | 'info' | 'error'; readonly text: string };

/** What every page needs to know about the request it answers. Made once per request by the web layer. */
export type PageContext = {
  readonly lang: Language;
  /** Path of this request, without query. */
  readonly path: string;
  /** Path and query of the page, for the way back to it; default `path`. */
  readonly address?: string;
  /** Token that every form posts back as `_csrf`. */
  readonly csrf: string;
  readonly signedIn?: {
    readonly name: string;
    readonly roleLabel: string;
    readonly organisation: string;
    /** ISO moment until which the sign-in lasts when nothing is done; shown where it is given. */
    readonly until?: string;
  };
  /** This person reads large letters. */
  readonly large?: boolean;
  readonly nav: readonly NavItem[];
  readonly demo: boolean;
  readonly flash?: Flash;
  /** Where the mark leads; default `/`. */
  readonly homeHref?: string;
  /** Where the sign-in link leads; default `/inloggen`. Give `null` to leave it out. */
  readonly signInHref?: string | null;
  /** Where the sign-out form posts; default `/uitloggen`. */
  readonly signOutAction?: string;
  /** Links at the foot of the page. */
  readonly footerNav?: readonly NavItem[];
};

const Context = createContext<PageContext | undefined>(undefined);

/** Gives the context to everything inside; `renderPage` does this for a page. */
export function PageContextProvider(props: { readonly context: PageContext; readonly children: ReactNode }) {
  return <Context value={props.context}>{props.children}</Context>;
}

/** A part of a page in its own language, such as a letter: its words, dates and `lang` (WCAG 3.1.2). */
export function InLanguage(props: { readonly lang: Language; readonly children: ReactNode }) {
  const context = usePageContext();
  if (context.lang === props.lang) return props.children;
  return (
    <Context value={{ ...context, lang: props.lang }}>
      <div lang={props.lang}>{props.children}</div>
    </Context>
  );
}

/** Words of others that stand in Dutch on every page, such as the description of a service, marked so (WCAG 3.1.2). */
export function InDutch(props: { readonly children: ReactNode }) {
  return useLanguage() === 'nl' ? props.children : <span lang="nl">{props.children}</span>;
}

/** The context of the page being rendered. Throws outside a page: a form without its CSRF token must not exist. */
export function usePageContext(): PageContext {
  const context = useContext(Context);
  if (!context) throw new Error('Rendered outside renderPage: there is no PageContext.');
  return context;
}

/** The language being rendered; Dutch for a fragment outside a page. */
export function useLanguage(): Language {
  return useContext(Context)?.lang ?? 'nl';
}

/** The shared words in the language being rendered. */
export function useWords(): SharedWords {
  return sharedWords(useLanguage());
}
