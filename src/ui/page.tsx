import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { assetUrl } from './assets.ts';
import { Alert } from './components/alert.tsx';
import { classNames } from './components/class-names.ts';
import { ErrorSummary, type FormError } from './components/error-summary.tsx';
import { Breadcrumbs, type Crumb } from './components/links.tsx';
import { Footer, Header } from './frame.tsx';
import { type PageContext, PageContextProvider } from './page-context.tsx';
import { sharedWords } from './words.ts';

/** Who a page is for: anyone, a resident or carer, or a professional at work. Sets letter size, width and rhythm. */
export type PageKind = 'public' | 'resident' | 'work';

/** A page as a room describes it; the frame, the heading and the messages are added here. */
export type Page = {
  /** Title of the browser tab, and the H1 unless `heading` is given. */
  readonly title: string;
  readonly kind: PageKind;
  readonly context: PageContext;
  readonly main: ReactNode;
  readonly heading?: string;
  /** A short line above the H1, such as a case number. */
  readonly overline?: ReactNode;
  /** The first sentence: what this page is. */
  readonly intro?: ReactNode;
  /** Buttons or links that belong to the page as a whole, beside the H1. */
  readonly actions?: ReactNode;
  /** A second column at wide screens, after the main text at narrow ones. */
  readonly aside?: ReactNode;
  readonly breadcrumbs?: readonly Crumb[];
  /** Mistakes in a form on this page: summarised on top, and told in the title. */
  readonly errors?: readonly FormError[];
};

function Body(page: Page) {
  const words = sharedWords(page.context.lang);
  const { flash } = page.context;
  const column = (
    <>
      {page.errors && page.errors.length > 0 ? <ErrorSummary errors={page.errors} /> : null}
      {flash ? (
        <Alert tone={flash.kind} live>
          {flash.text}
        </Alert>
      ) : null}
      <div className="omzien-page-head">
        <div className="omzien-page-head__words">
          {page.overline ? <p className="omzien-overline">{page.overline}</p> : null}
          <h1 className="utrecht-heading-1">{page.heading ?? page.title}</h1>
          {page.intro ? <p className="utrecht-paragraph utrecht-paragraph--lead">{page.intro}</p> : null}
        </div>
        {page.actions ? <div className="omzien-page-head__actions">{page.actions}</div> : null}
      </div>
    </>
  );
  return (
    <body className={classNames(page.kind === 'public' ? 'resident public' : page.kind, page.context.large && 'large')}>
      <a className="utrecht-skip-link" href="#main">
        {words.skip}
      </a>
      <Header context={page.context} words={words} />
      <main id="main" className="omzien-main" tabIndex={-1}>
        {page.breadcrumbs && page.breadcrumbs.length > 0 ? <Breadcrumbs items={page.breadcrumbs} /> : null}
        {column}
        {page.aside ? (
          <div className="omzien-columns">
            <div className="omzien-columns__main omzien-flow">{page.main}</div>
            <aside className="omzien-columns__aside omzien-flow" aria-label={words.aside}>
              {page.aside}
            </aside>
          </div>
        ) : (
          <div className="omzien-flow">{page.main}</div>
        )}
      </main>
      <Footer context={page.context} words={words} />
    </body>
  );
}

/** Renders a whole HTML page, doctype included. Everything inside may use the page's context and words. */
export function renderPage(page: Page): string {
  const words = sharedWords(page.context.lang);
  const title = page.errors && page.errors.length > 0 ? words.errorPrefix({ title: page.title }) : page.title;
  const html = renderToStaticMarkup(
    <PageContextProvider context={page.context}>
      <html lang={page.context.lang}>
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{`${title} – ${words.name}`}</title>
          <link rel="preload" href={assetUrl('letter.woff2')} as="font" type="font/woff2" crossOrigin="anonymous" />
          <link rel="stylesheet" href={assetUrl('omzien.css')} />
          <link rel="icon" href={assetUrl('omzien.svg')} type="image/svg+xml" />
          <script src={assetUrl('omzien.js')} defer />
        </head>
        <Body {...page} />
      </html>
    </PageContextProvider>,
  );
  return `<!doctype html>${html}`;
}
