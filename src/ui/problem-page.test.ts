import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PageContext } from './page-context.tsx';
import { problemKindOf, problemPage } from './problem-page.tsx';

const context: PageContext = { lang: 'nl', path: '/', csrf: 'x', nav: [], demo: false };

describe('when something goes wrong', () => {
  it('each problem says what happened, what was kept and what to do', () => {
    for (const status of [400, 401, 404, 409, 410, 413, 429, 500, 503]) {
      const html = problemPage(context, { status });
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
      assert.match(main, /<h1/);
      assert.match(main, /utrecht-paragraph--lead/, `${status}: what happened`);
      assert.match(main, /niets veranderd|bewaard/, `${status}: what was kept`);
      assert.match(main, /Wat u kunt doen/, `${status}: what to do`);
      assert.match(main, /utrecht-button--primary-action/, `${status}: a way on`);
    }
  });

  it('denied and absent look exactly the same', () => {
    assert.equal(problemPage(context, { status: 403 }), problemPage(context, { status: 404 }));
  });

  it('who was signed out too long reads that what was typed is kept', () => {
    const html = problemPage(context, {
      status: 401,
      action: { href: '/inloggen?terug=1', label: 'Opnieuw inloggen' },
    });
    assert.match(html, /Wat u typte, is bewaard/);
    assert.match(html, /href="\/inloggen\?terug=1"/);
  });

  it('who went too fast reads when it can be tried again', () => {
    assert.match(problemPage(context, { status: 429, retryAfterSeconds: 90 }), /Over 2 minuten kan het weer/);
    assert.match(problemPage(context, { status: 429, retryAfterSeconds: 1 }), /Over 1 minuut kan het weer/);
  });

  it('an unknown code is ours when it is 5xx and the request’s otherwise', () => {
    assert.equal(problemKindOf(599), 'failed');
    assert.equal(problemKindOf(418), 'bad-request');
  });

  it('where someone wrote a worry, help is at hand even when sending fails', () => {
    assert.match(problemPage(context, { status: 500, crisis: true }), /tel:112/);
  });
});
