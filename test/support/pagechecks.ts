import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { type ConfigData, HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { assets, assetUrl } from '../../src/ui/index.ts';

/** What a page must not do, in words that name the element. */
export type Finding = { readonly rule: string; readonly detail: string };

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

const validation: ConfigData = {
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // React writes `<br/>`, `required=""` and `autoComplete`; all the same to a browser.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'attr-case': 'off',
    'doctype-style': ['error', { style: 'lowercase' }],
    // A list or a group may have a name of its own; ARIA allows it and screen readers say it.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // One question with several answers posts one name several times.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    // React escapes more than needed, and one line has no trailing blanks to speak of.
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // Tables write their roles out: as cards (display: block) they would lose them in some screen readers.
    'no-redundant-role': 'off',
    // Dutch phone numbers and names may break; the rule asks for non-breaking characters everywhere.
    'tel-non-breaking': 'off',
  },
};
const validator = new HtmlValidate(validation);

async function markupFindings(html: string): Promise<readonly Finding[]> {
  const report = await validator.validateString(html);
  return report.results
    .flatMap((result) => result.messages)
    .map((message) => ({
      rule: `html-validate ${message.ruleId}`,
      detail: `${message.message} (${message.selector ?? `${message.line}:${message.column}`})`,
    }));
}

/** Strict CSP: style and script come from files, one H1, Dutch or English named. */
function shapeFindings(html: string): readonly Finding[] {
  const found: Finding[] = [];
  const headings = html.match(/<h1[\s>]/g)?.length ?? 0;
  if (headings !== 1) found.push({ rule: 'one-h1', detail: `${headings} H1 headings` });
  for (const match of html.matchAll(/<[a-z][^>]*\sstyle=["'][^>]*>/gi)) {
    found.push({ rule: 'no-inline-style', detail: match[0] });
  }
  if (/<style[\s>]/i.test(html)) found.push({ rule: 'no-inline-style', detail: '<style>' });
  for (const match of html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/gi)) {
    found.push({ rule: 'no-inline-script', detail: match[0] });
  }
  for (const match of html.matchAll(/<[a-z][^>]*\son[a-z]+=["'][^>]*>/gi)) {
    found.push({ rule: 'no-inline-script', detail: match[0] });
  }
  return found;
}

type AxeResult = {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
};

/**
 * What axe reads in place of a page without script: one tab a browser and colour scheme. Pages are written into it one
 * after another, so that axe is read once and not for every page.
 */
const twins = new WeakMap<Browser, Map<string, Promise<Page>>>();

/** Axe needs timers, which a page without script does not have: it then reads a twin of the same HTML that has them. */
async function withScript<T>(page: Page, html: string, use: (page: Page) => Promise<T>): Promise<T> {
  if (await page.evaluate(`matchMedia('(scripting: enabled)').matches`)) return use(page);
  const dark = await page.evaluate(`matchMedia('(prefers-color-scheme: dark)').matches`);
  const browser = page.context().browser();
  assert.ok(browser, 'the page belongs to a browser');
  const twin = await twinOf(browser, dark ? 'dark' : 'light');
  await twin.setViewportSize(page.viewportSize() ?? { width: 1280, height: 900 });
  await twin.evaluate(`new Promise((done) => {
    document.open();
    addEventListener('load', () => document.fonts.ready.then(() => done()), { once: true });
    document.write(${JSON.stringify(html)});
    document.close();
  })`);
  return use(twin);
}

function twinOf(browser: Browser, colorScheme: 'dark' | 'light'): Promise<Page> {
  const known = twins.get(browser) ?? new Map<string, Promise<Page>>();
  twins.set(browser, known);
  const twin = known.get(colorScheme) ?? openTwin(browser, colorScheme);
  known.set(colorScheme, twin);
  return twin;
}

async function openTwin(browser: Browser, colorScheme: 'dark' | 'light'): Promise<Page> {
  const context = await browser.newContext({ colorScheme });
  const twin = await context.newPage();
  await showHtml(twin, '<!doctype html><title>-</title>');
  return twin;
}

async function axeFindings(page: Page): Promise<readonly Finding[]> {
  if (!(await page.evaluate(`typeof axe === 'object'`))) await page.evaluate(axeSource);
  // No rule of these asks for the text of the stylesheets, which axe would otherwise fetch and parse for each page.
  const options = JSON.stringify({
    runOnly: { type: 'tag', values: axeTags },
    resultTypes: ['violations'],
    preload: false,
  });
  const result = (await page.evaluate(`axe.run(document, ${options})`)) as AxeResult;
  return result.violations.flatMap((violation) =>
    violation.nodes.map((node) => ({
      rule: `axe ${violation.id}`,
      detail: `${violation.help}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`,
    })),
  );
}

// Expressions rather than functions: the test loader's helpers do not exist inside the page.
const overflowScript = `(() => {
  const width = document.documentElement.clientWidth;
  const out = [];
  for (const element of document.querySelectorAll('main *')) {
    const place = element.parentElement.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const measured = style.position !== 'absolute' && style.clipPath === 'none' && !element.closest('svg');
    if (measured && box.width > 1 && place.width > 1 && box.right > place.right + 10)
      out.push(element.tagName.toLowerCase() + '.' + element.getAttribute('class') + ' sticks out of its place');
  }
  if (document.documentElement.scrollWidth > width) {
    for (const element of document.querySelectorAll('body *')) {
      const box = element.getBoundingClientRect();
      if (box.width > 1 && box.right > width + 1 && getComputedStyle(element).position !== 'absolute')
        out.push(element.tagName.toLowerCase() + '.' + element.getAttribute('class') + ' to ' + Math.round(box.right));
    }
    if (out.length === 0) out.push('page is ' + document.documentElement.scrollWidth + ' wide');
  }
  return out.slice(0, 5);
})()`;

const clippedScript = `(() => {
  const out = [];
  for (const element of document.querySelectorAll('body *')) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1 || !element.textContent.trim() || style.clipPath !== 'none') continue;
    const hides = style.overflowX === 'hidden' || style.overflowX === 'clip' || style.overflowY === 'hidden';
    if (hides && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
      out.push(element.tagName.toLowerCase() + '.' + element.getAttribute('class'));
  }
  return out;
})()`;

/** The narrowest that must work (WCAG 1.4.10), a phone as most people have, a tablet upright, a desk. */
const WIDTHS = [320, 375, 768, 1280] as const;

async function narrowFindings(page: Page): Promise<readonly Finding[]> {
  const before = page.viewportSize() ?? { width: 1280, height: 900 };
  const found: Finding[] = [];
  const look = async (rule: string, script: string): Promise<void> => {
    for (const detail of (await page.evaluate(script)) as readonly string[]) found.push({ rule, detail });
  };
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await look(`nothing sticks out at ${width} px`, overflowScript);
  }
  await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
  await look('nothing sticks out at 200% text', overflowScript);
  await look('no text cut off at 200% text', clippedScript);
  await page.evaluate(`document.documentElement.style.fontSize = ''`);
  await page.setViewportSize(before);
  return found;
}

// Every control that a person can use, numbered; groups of radio buttons are one stop of the Tab key.
const reachableScript = `(() => {
  const seen = new Set();
  let number = 0;
  for (const element of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')) {
    const visible = element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
    if (!visible || element.disabled || element.closest('details:not([open]) > :not(summary)')) continue;
    if (element.type === 'radio') {
      const group = (element.form ? [...document.forms].indexOf(element.form) : '') + element.name;
      if (seen.has(group)) continue;
      seen.add(group);
      for (const one of document.querySelectorAll('input[type=radio]'))
        if (one.name === element.name && one.form === element.form) one.dataset.stop = number;
    }
    element.dataset.stop = number++;
  }
  return number;
})()`;

const focusScript = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const shows = (one) => {
    if (!one) return false;
    const style = getComputedStyle(one);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow.includes('0px 0px 0px 3px');
  };
  const visible = shows(element) || [...(element.labels ?? [])].some(shows);
  const name = element.tagName.toLowerCase() + '.' + element.getAttribute('class') + ' "' + (element.textContent || element.name || '').slice(0, 40) + '"';
  return { stop: element.dataset.stop ?? null, visible, name };
})()`;

type Focus = { readonly stop: string | null; readonly visible: boolean; readonly name: string } | null;

async function keyboardFindings(page: Page): Promise<readonly Finding[]> {
  const count = (await page.evaluate(reachableScript)) as number;
  await page.evaluate('document.activeElement?.blur(); getSelection()?.removeAllRanges(); scrollTo(0, 0)');
  const reached = new Set<string>();
  const found: Finding[] = [];
  for (let press = 0; press < count + 3 && reached.size < count; press += 1) {
    await page.keyboard.press('Tab');
    const focus = (await page.evaluate(focusScript)) as Focus;
    if (!focus) continue;
    if (focus.stop !== null) reached.add(focus.stop);
    if (!focus.visible) found.push({ rule: 'focus is visible', detail: focus.name });
  }
  const missed = (await page.evaluate(
    `[...document.querySelectorAll('[data-stop]')].filter((e) => !${JSON.stringify([...reached])}.includes(e.dataset.stop)).map((e) => e.outerHTML.slice(0, 120))`,
  )) as readonly string[];
  for (const detail of missed) found.push({ rule: 'reachable by keyboard', detail });
  await page.evaluate(`document.querySelectorAll('[data-stop]').forEach((e) => delete e.dataset.stop)`);
  return found;
}

function styleFindings(): readonly Finding[] {
  const css = assets.get(assetUrl('omzien.css'));
  const size = css ? gzipSync(css.body).length : Number.POSITIVE_INFINITY;
  return size > 20 * 1024 ? [{ rule: 'css at most 20 KB', detail: `${size} bytes gzipped` }] : [];
}

/**
 * Everything every page is held to. `page` shows it already (any size, script on or off); `html` is what the server
 * sent. Checks markup, one H1, no inline style or script, axe (WCAG 2.2 A and AA, best practices), 320 px wide,
 * 200% text, keyboard, size of the stylesheet. The page is left as it was found.
 */
export async function pageFindings(page: Page, html: string): Promise<readonly Finding[]> {
  return [
    ...styleFindings(),
    ...shapeFindings(html),
    ...(await markupFindings(html)),
    ...(await withScript(page, html, axeFindings)),
    ...(await narrowFindings(page)),
    ...(await keyboardFindings(page)),
  ];
}

/** Fails with every finding in words when a page is not good enough. See `pageFindings`. */
export async function checkPage(page: Page, html: string): Promise<void> {
  const found = await pageFindings(page, html);
  const words = found.map((finding) => `- ${finding.rule}: ${finding.detail}`);
  assert.equal(found.length, 0, `${page.url()} is not good enough yet:\n${words.join('\n')}`);
}

/** What a tab shows now, and what its policy blocked. */
type Showing = { html: string; policy?: string; blocked: string[] };
const showing = new WeakMap<Page, Showing>();

/**
 * Shows HTML in the browser with its assets and its Content-Security-Policy, without a server; collects what the policy
 * blocked. One tab may show one page after another.
 */
export async function showHtml(
  page: Page,
  html: string,
  contentSecurityPolicy?: string,
): Promise<{ readonly blocked: readonly string[] }> {
  const shown = showing.get(page) ?? (await listen(page));
  shown.html = html;
  shown.policy = contentSecurityPolicy;
  shown.blocked = [];
  await page.goto('http://omzien.test/');
  await page.evaluate('document.fonts.ready');
  return { blocked: shown.blocked };
}

async function listen(page: Page): Promise<Showing> {
  const shown: Showing = { html: '', blocked: [] };
  showing.set(page, shown);
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) shown.blocked.push(message.text());
  });
  await page.route('http://omzien.test/**', async (route) => {
    const asset = assets.get(new URL(route.request().url()).pathname);
    if (asset) return route.fulfill({ body: Buffer.from(asset.body), contentType: asset.contentType });
    const headers: Record<string, string> = shown.policy ? { 'content-security-policy': shown.policy } : {};
    return route.fulfill({ body: shown.html, contentType: 'text/html; charset=utf-8', headers });
  });
  return shown;
}
