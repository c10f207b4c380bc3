import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { assets, assetUrl, contentSecurityPolicy, styleSources } from './assets.ts';
import { iconDrawings } from './icon.tsx';

const css = (): string => new TextDecoder().decode(assets.get(assetUrl('omzien.css'))?.body);

describe('files the browser keeps', () => {
  it('the stylesheet is at most 20 KB on the line, so an old phone shows the page in a blink', () => {
    const size = gzipSync(css()).length;
    assert.ok(size <= 20 * 1024, `${size} bytes`);
  });

  it('each address holds a hash of the content, and the stylesheet asks for the letter by it', () => {
    for (const url of assets.keys()) assert.match(url, /^\/assets\/[a-z-]+-[0-9a-f]{12}\.(css|js|svg|woff2)$/);
    assert.ok(css().includes(`url(${assetUrl('letter.woff2')})`));
    assert.ok(!css().includes('asset('), 'every asset() was replaced');
  });

  it('the letter is a real woff2 file, served from here', () => {
    const letter = assets.get(assetUrl('letter.woff2'));
    assert.equal(new TextDecoder().decode(letter?.body.slice(0, 4)), 'wOF2');
    assert.equal(letter?.contentType, 'font/woff2');
  });

  it('nothing is fetched from elsewhere and no colour is written outside the tokens and the print sheet', () => {
    assert.doesNotMatch(css(), /https?:|@import/);
    assert.deepEqual([...styleSources].slice(0, 2), ['tokens', 'base']);
  });

  it('braces are balanced, so no rule is lost', () => {
    assert.equal(css().split('{').length, css().split('}').length);
  });

  it('the policy allows no inline style or script', () => {
    assert.doesNotMatch(contentSecurityPolicy, /unsafe/);
    assert.match(contentSecurityPolicy, /default-src 'none'/);
  });

  it('the kept icons are few and each is named once', () => {
    const drawings = Object.values(iconDrawings);
    assert.ok(drawings.length <= 60);
    assert.equal(new Set(drawings).size, drawings.length);
  });
});
