import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';

/** What React says while it is being developed with: unknown attributes, lists without keys, markup that cannot nest. */
function saidByReact(script: string): string {
  const child = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
    env: { ...process.env, NODE_ENV: 'development' },
    encoding: 'utf8',
  });
  assert.equal(child.status, 0, child.stderr);
  return child.stderr;
}

describe('the components', () => {
  it('give React nothing to warn of, in any state', () => {
    const said = saidByReact(`
      import { uiShowcase } from './index.tsx';
      for (const lang of ['nl', 'en'])
        for (const kind of ['work', 'resident', 'public']) uiShowcase({ lang, path: '/ui', csrf: 'x', demo: true, nav: [] }, kind);
    `);
    assert.equal(said, '');
  });

  it('would be heard if they did', () => {
    const said = saidByReact(`
      import { createElement } from 'react';
      import { renderToStaticMarkup } from 'react-dom/server';
      renderToStaticMarkup(createElement('ul', null, [createElement('li'), createElement('li')]));
    `);
    assert.match(said, /unique "key"/);
  });
});
