import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import { openContext } from './browser.ts';

/** Somebody at a screen: one browser profile, signed in as one persona. Uses only what a page shows. */
export type Someone = {
  readonly page: Page;
  readonly go: (path: string) => Promise<void>;
  readonly path: () => string;
  readonly text: () => Promise<string>;
  readonly sees: (what: string | RegExp) => Promise<void>;
  readonly seesNot: (what: string | RegExp) => Promise<void>;
  /** Fills fields by name: text for text and select, the value for radios and checkboxes (several: an array). */
  readonly fill: (fields: Readonly<Record<string, string | readonly string[]>>) => Promise<void>;
  /** Presses the button (or follows the link) with this name. */
  readonly press: (name: string | RegExp) => Promise<void>;
  readonly follow: (name: string | RegExp) => Promise<void>;
  /** Sends the form whose address ends so (its only or first button; `value`: the button that says so; `field`: of several forms the one with this field). */
  readonly send: (action: string, value?: string, field?: string) => Promise<void>;
  readonly leave: () => Promise<void>;
};

/** Opens a browser for somebody who is not signed in. */
export async function someone(
  url: string,
  options: { readonly javaScript: boolean; readonly width?: number },
): Promise<Someone> {
  const context: BrowserContext = await openContext({
    javaScript: options.javaScript,
    viewport: { width: options.width ?? 1280, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  // biome-ignore lint/performance/useDomNodeTextContent: textContent would include what is folded away
  const text = async () => (await page.locator('body').innerText()).replace(/\s+/g, ' ');
  const settle = () => page.waitForLoadState('load');
  const holds = (all: string, what: string | RegExp) =>
    typeof what === 'string' ? all.toLowerCase().includes(what.toLowerCase()) : what.test(all);
  return {
    page,
    go: async (path) => {
      await page.goto(`${url}${path}`);
    },
    path: () => new URL(page.url()).pathname,
    text,
    sees: async (what) => {
      const all = await text();
      assert.ok(holds(all, what), `${page.url()} does not show ${what}:\n${all.slice(0, 1500)}`);
    },
    seesNot: async (what) => {
      const all = await text();
      assert.ok(!holds(all, what), `${page.url()} shows ${what}:\n${all.slice(0, 1500)}`);
    },
    fill: async (fields) => {
      for (const [name, value] of Object.entries(fields))
        for (const one of typeof value === 'string' ? [value] : value) await fillOne(page, name, one);
    },
    press: async (name) => {
      await page.locator('main').getByRole('button', { name }).first().click();
      await settle();
    },
    follow: async (name) => {
      await page.getByRole('link', { name }).first().click();
      await settle();
    },
    send: async (action, value, field) => {
      const form = page.locator(`main form[action$="${action}"]${field ? `:has([name="${field}"])` : ''}`);
      const button = value
        ? form.locator(`button[value="${value}"]`)
        : form.locator('button[type="submit"], button:not([type])');
      await button.first().click();
      await settle();
    },
    leave: () => context.close(),
  };
}

async function fillOne(page: Page, name: string, value: string): Promise<void> {
  const choice = page.locator(`main [name="${name}"][value="${value}"]:is([type="radio"], [type="checkbox"])`);
  const select = page.locator(`main select[name="${name}"]`);
  if (await choice.count()) await choice.check({ force: true });
  else if (await select.count()) await select.selectOption(value);
  else await page.locator(`main :is(input, textarea)[name="${name}"]`).fill(value);
}

/** Signs in as a persona, through the sign-in page as a visitor of the demo would. */
export async function signedIn(
  url: string,
  persona: string,
  options: { readonly javaScript: boolean; readonly width?: number; readonly role?: string | RegExp },
): Promise<Someone> {
  const who = await someone(url, options);
  await who.go('/inloggen');
  await who.page.locator(`button[value="${persona}"]`).click();
  await who.page.waitForLoadState('load');
  if (options.role) await who.press(options.role);
  return who;
}
