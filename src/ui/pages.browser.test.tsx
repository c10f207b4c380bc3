import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { closeBrowser, withBrowser } from '../../test/support/browser.ts';
import { checkPage, pageFindings, showHtml } from '../../test/support/pagechecks.ts';
import { contentSecurityPolicy, type PageContext, problemPage, renderPage, uiShowcase } from './index.ts';

const context: PageContext = {
  lang: 'nl',
  path: '/ui',
  csrf: 'x',
  demo: true,
  nav: [
    { href: '/werk', label: 'Werklijst', current: true, count: 11 },
    { href: '/zoeken', label: 'Inwoner zoeken' },
  ],
  signedIn: { name: 'K. Collega', roleLabel: 'Welzijnscoach', organisation: 'Voorbeeld Welzijn' },
  flash: { kind: 'good', text: 'De verwijzing is verstuurd.' },
};

after(closeBrowser);

describe('the page of all components', () => {
  for (const kind of ['work', 'resident', 'public'] as const) {
    for (const dark of [false, true]) {
      it(`can be used by everyone: ${kind}, ${dark ? 'dark' : 'light'}`, async () => {
        const html = uiShowcase(context, kind);
        await withBrowser({ dark }, async (page) => {
          const { blocked } = await showHtml(page, html, contentSecurityPolicy);
          await checkPage(page, html);
          assert.deepEqual(blocked, []);
        });
      });
    }
  }

  it('can be used without script', async () => {
    const html = uiShowcase(context);
    await withBrowser({ javaScript: false }, async (page) => {
      await showHtml(page, html, contentSecurityPolicy);
      await checkPage(page, html);
      assert.equal(await page.locator('[data-print]').isVisible(), false, 'a button that does nothing is not shown');
    });
  });

  it('starts at the list of mistakes, so nobody looks for what went wrong', async () => {
    await withBrowser({}, async (page) => {
      await showHtml(page, uiShowcase(context), contentSecurityPolicy);
      const focused = await page.evaluate('document.activeElement.getAttribute("aria-labelledby")');
      assert.equal(focused, 'error-summary-title');
    });
  });

  it('a second click does not send a form twice', async () => {
    const html = uiShowcase(context);
    await withBrowser({}, async (page) => {
      await showHtml(page, html, contentSecurityPolicy);
      let sent = 0;
      await page.route('http://omzien.test/ui', async (route) => {
        sent += 1;
        await new Promise((resolve) => setTimeout(resolve, 300));
        await route.fulfill({ status: 204 });
      });
      const button = page.getByRole('button', { name: 'Verwijzen' });
      await button.click();
      await button.click({ force: true });
      await page.waitForTimeout(500);
      assert.equal(sent, 1);
    });
  });

  it('a letter is printed alone, without the frame of the page', async () => {
    await withBrowser({}, async (page) => {
      await showHtml(page, uiShowcase(context), contentSecurityPolicy);
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('.omzien-letter').isVisible(), true);
      assert.equal(await page.getByText('Beste mevrouw Voorbeeld,').isVisible(), true, 'with its words');
      for (const gone of ['header', 'footer', '.utrecht-form', 'h1']) {
        assert.equal(await page.locator(gone).first().isVisible(), false, gone);
      }
    });
  });

  it('main buttons for residents are at least 44 px high', async () => {
    await withBrowser({ viewport: { width: 360, height: 800 } }, async (page) => {
      await showHtml(page, uiShowcase(context, 'resident'), contentSecurityPolicy);
      const heights = (await page.evaluate(
        `[...document.querySelectorAll('main .utrecht-button')].filter((e) => e.offsetHeight > 0).map((e) => e.offsetHeight)`,
      )) as readonly number[];
      assert.ok(heights.length > 10);
      assert.ok(Math.min(...heights) >= 44, `${Math.min(...heights)}`);
    });
  });
});

describe('problem pages', () => {
  it('can be used by everyone', async () => {
    await withBrowser({}, async (page) => {
      for (const status of [401, 404, 409, 429, 500]) {
        const html = problemPage(context, { status, crisis: true, reference: 'A1B2' });
        await showHtml(page, html, contentSecurityPolicy);
        await checkPage(page, html);
      }
    });
  });
});

describe('the checks themselves notice', () => {
  const broken = (main: string, change: (html: string) => string = (html) => html): string =>
    change(renderPage({ title: 'Proef', kind: 'work', context, main: 'HIER' })).replace('HIER', main);

  const plants: readonly (readonly [string, string, RegExp])[] = [
    ['a second H1', '<h1>Nog een</h1>', /one-h1/],
    ['an inline style', '<p style="color:red">rood</p>', /no-inline-style/],
    ['an inline script', '<script>1</script>', /no-inline-script/],
    ['an event handler', '<p onclick="x()">x</p>', /no-inline-script/],
    ['a field without a label', '<input type="text" name="a">', /axe label|html-validate input-missing-label/],
    ['markup that is no HTML', '<ul><p>x</p></ul>', /html-validate element-permitted-content/],
    [
      'a table that does not fit',
      `<table><tr>${'<td>onafbreekbaarwoord</td>'.repeat(12)}</tr></table>`,
      /sticks out|320/,
    ],
    ['a button the keyboard cannot reach', '<button type="button" tabindex="-1">x</button>', /reachable by keyboard/],
  ];
  for (const [what, main, rule] of plants) {
    it(what, async () => {
      await withBrowser({}, async (page) => {
        const html = broken(main);
        await showHtml(page, html);
        const rules = (await pageFindings(page, html)).map((finding) => `${finding.rule} ${finding.detail}`).join('\n');
        assert.match(rules, rule);
      });
    });
  }

  it('a focus that cannot be seen', async () => {
    await withBrowser({}, async (page) => {
      const html = broken('<a href="#x" class="hide">Ergens heen</a>');
      await showHtml(page, html);
      await page.addStyleTag({ content: '.hide:focus{outline:0!important;box-shadow:none!important}' });
      const rules = (await pageFindings(page, html)).map((finding) => finding.rule);
      assert.ok(rules.includes('focus is visible'), rules.join());
    });
  });

  it('a policy that blocks an inline style', async () => {
    await withBrowser({}, async (page) => {
      const { blocked } = await showHtml(page, broken('<p style="color:red">x</p>'), contentSecurityPolicy);
      assert.equal(blocked.length, 1);
    });
  });
});
