import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as driver, type Page } from 'playwright-core';

/** How a person looks: with or without script, how wide, light or dark. */
export type BrowserOptions = {
  readonly javaScript?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  readonly reducedMotion?: boolean;
  readonly forcedColors?: boolean;
};

let shared: Promise<Browser> | undefined;
let plain: Promise<{ readonly browser: Browser; readonly page: Page }> | undefined;

// The package's arguments are meant for one short visit in a cloud function: one process for everything ends the browser
// with the first closed profile, and switched-off web security would hide our own mistakes.
const unwanted = ['--single-process', '--in-process-gpu', '--disable-web-security', '--allow-running-insecure-content'];
const wanted = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];

/**
 * Where pages are only looked at, frames are made on the main thread and when somebody needs one: half of what a page
 * check cost was painting for nobody. Who clicks waits for frames (`page.click`), or takes pictures, has the usual browser.
 */
const still = process.env.OMZIEN_SHOTS ? [] : ['--disable-threaded-compositing'];

async function launch(more: readonly string[] = []): Promise<Browser> {
  // The package unpacks a browser once under the temporary folder and names it.
  const executablePath = await chromium.executablePath();
  return driver.launch({
    executablePath,
    headless: true,
    args: [...chromium.args.filter((argument) => !unwanted.includes(argument)), ...wanted, ...more],
  });
}

/** The one browser of this process; started at the first call. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= launch();
  return shared;
}

/** Ends the browsers of this process; call it in `after` of a test file, or the process keeps waiting. */
export async function closeBrowser(): Promise<void> {
  const running = [shared, plain?.then(({ browser }) => browser)];
  shared = undefined;
  plain = undefined;
  for (const one of running) await (await one)?.close();
}

/** Opens a fresh profile (own cookies) in the shared browser; the caller closes it. */
export async function openContext(options: BrowserOptions = {}): Promise<BrowserContext> {
  return contextIn(await sharedBrowser(), options);
}

function contextIn(browser: Browser, options: BrowserOptions): Promise<BrowserContext> {
  return browser.newContext({
    javaScriptEnabled: options.javaScript ?? true,
    viewport: options.viewport ?? { width: 1280, height: 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: options.reducedMotion === false ? 'no-preference' : 'reduce',
    forcedColors: options.forcedColors ? 'active' : 'none',
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
  });
}

/** Gives a page in a fresh profile of the shared browser and closes the profile afterwards, whatever happens. */
export async function withBrowser<T>(
  options: BrowserOptions,
  use: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await openContext(options);
  try {
    return await use(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

/** The one tab without script, in which pages are looked at one after another: `showHtml`. Any size it had is kept. */
export async function plainPage(): Promise<Page> {
  plain ??= launch(still).then(async (browser) => {
    const context = await contextIn(browser, { javaScript: false });
    return { browser, page: await context.newPage() };
  });
  return (await plain).page;
}
