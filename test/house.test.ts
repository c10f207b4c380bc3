import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../', import.meta.url));
const bin = (name: string) => join(repository, 'node_modules', '.bin', name);

function run(program: string, given: readonly string[]) {
  const ran = spawnSync(program, given, { cwd: repository, encoding: 'utf8' });
  return { code: ran.status, said: `${ran.stdout ?? ''}${ran.stderr ?? ''}${ran.error?.message ?? ''}` };
}

/** Walks the rooms of a small house made of these files. */
function guard(files: Readonly<Record<string, string>>) {
  const house = mkdtempSync(join(tmpdir(), 'omzien-house-'));
  try {
    for (const [path, code] of Object.entries(files)) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), code);
    }
    return run(process.execPath, ['scripts/rooms.mjs', house]);
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

const sound = {
  'src/main.ts': `import { persona } from './demo/index.ts';\nimport { connect } from './platform/database/index.ts';\nconnect(persona);\n`,
  'src/content/index.ts': `export type Region = { readonly name: string };\n`,
  'src/platform/index.ts': `export { connect } from './database/index.ts';\n`,
  'src/platform/database/index.ts': `export * from './pool.ts';\n`,
  'src/platform/database/pool.ts': `import type { Region } from '../../content/index.ts';\nexport const connect = (region: Region) => region;\n`,
  'src/record/index.ts': `import { connect } from '../platform/index.ts';\nexport const read = connect;\n`,
  'src/directory/index.ts': `import { connect } from '../platform/database/index.ts';\nexport const find = connect;\n`,
  'src/demo/index.ts': `import { read } from '../record/index.ts';\nexport const persona = read({ name: 'Twente' });\n`,
};

test('a developer whose types do not fit is told', { timeout: 300_000 }, () => {
  const { code, said } = run(bin('tsc'), ['--noEmit', '-p', repository]);
  assert.equal(code, 0, said);
});

test('a developer who leaves the house style is told', { timeout: 300_000 }, () => {
  const { code, said } = run(bin('biome'), ['check', '--diagnostic-level=error', '--colors=off', repository]);
  assert.equal(code, 0, said);
});

test('the rooms of this house keep their walls', { timeout: 300_000 }, () => {
  const { code, said } = run(process.execPath, ['scripts/rooms.mjs']);
  assert.equal(code, 0, said);
});

test('the guard lets a sound house stand', () => {
  const { code, said } = guard(sound);
  assert.equal(code, 0, said);
});

const planted: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  [
    'reaches up a floor, if only for a type',
    { 'src/platform/up.ts': `import type { read } from '../record/index.ts';\nexport type Read = typeof read;\n` },
    'platform-stays-above-what-it-uses',
  ],
  [
    'leans on its neighbour',
    { 'src/record/near.ts': `import { type find } from '../directory/index.ts';\nexport type Find = typeof find;\n` },
    'record-stays-above-what-it-uses',
  ],
  [
    'climbs in through the window',
    { 'src/record/window.ts': `export { connect } from '../platform/database/pool.ts';\n` },
    'a-room-is-entered-by-its-door',
  ],
  [
    'fetches the demo later on',
    { 'src/pathways/later.tsx': `export const later = () => <p>{String(import('../demo/index.ts'))}</p>;\n` },
    'only-the-composition-knows-the-demo',
  ],
  [
    'reads a file where it should only think',
    { 'src/figures/rate.ts': `import { readFileSync } from 'node:fs';\nexport const rate = readFileSync;\n` },
    'pure-rooms-do-no-io',
  ],
  ['leans on the composition', { 'src/ui/page.ts': `import '../main.ts';\n` }, 'nothing-reaches-up-to-the-composition'],
  [
    'needs the tests to run',
    { 'src/ui/page.ts': `import '../../test/x.ts';\n`, 'test/x.ts': `export {};\n` },
    'the-house-stands-without-its-tests',
  ],
  [
    'has no floor',
    { 'src/attic/index.ts': '', 'src/main.ts': `import './attic/index.ts';\n` },
    'every-room-has-a-floor',
  ],
];
for (const [what, files, rule] of planted)
  test(`the guard finds the room that ${what}`, () => {
    const { code, said } = guard({ ...sound, ...files });
    assert.equal(code, 1, said);
    assert.match(said, new RegExp(rule));
  });

test('a guard that sees nothing says so', () => {
  const { code, said } = guard({});
  assert.equal(code, 1);
  assert.match(said, /blind/);
});
