import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const repository = join(import.meta.dirname, '../..');
const house = mkdtempSync(join(tmpdir(), 'omzien-start-'));
after(() => rmSync(house, { recursive: true, force: true }));

// A small house that is started in the same way as this one.
cpSync(join(repository, 'scripts'), join(house, 'scripts'), { recursive: true });
mkdirSync(join(house, 'src'));
writeFileSync(join(house, 'package.json'), '{"type":"module","scripts":{"start":"node scripts/start.mjs"}}');
writeFileSync(
  join(house, 'src', 'main.ts'),
  `const words: readonly string[] = process.argv.slice(2);
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => { console.log('stopped by ' + signal); process.exit(0); });
setInterval(() => undefined, 1000);
console.log('up ' + process.pid + ' ' + Number(process.versions.node.split('.')[0]) + ' ' + words.join(','));`,
);
const install = () => symlinkSync(join(repository, 'node_modules'), join(house, 'node_modules'));

/** Starts it and waits until it says something; \`said\` goes on growing. */
async function started(program: string, given: readonly string[]) {
  const child = spawn(program, given, { cwd: house, stdio: ['ignore', 'pipe', 'inherit'] });
  const heard = { said: '' };
  await new Promise<void>((done, fail) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      heard.said += text;
      if (/^up /m.test(heard.said)) done();
    });
    child.once('exit', () => fail(new Error('it ended at once')));
  });
  const pid = Number(/^up (\d+)/m.exec(heard.said)?.[1]);
  return { child, heard, pid };
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.once('close', done));
}

test('someone who did not install yet is told how', () => {
  const ran = spawnSync(process.execPath, ['scripts/start.mjs'], { cwd: house, encoding: 'utf8' });
  assert.equal(ran.status, 1);
  assert.match(ran.stderr, /Run: npm ci/);
  install();
});

test('the start passes words and signals on, and runs on a Node that the house supports', async () => {
  const { child, heard } = await started(process.execPath, ['scripts/start.mjs', 'one', 'two']);
  assert.match(heard.said, /^up \d+ (\d{2,}) one,two$/m);
  const end = ended(child);
  child.kill('SIGTERM');
  assert.equal(await end, 0);
  assert.match(heard.said, /stopped by SIGTERM/);
});

test('an older Node starts it with the one that npm installed', async (t) => {
  const path = process.env.PATH?.split(':').filter((folder) => !folder.includes('node_modules')) ?? [];
  const older = path
    .map((folder) => join(folder, 'node'))
    .find((file) => {
      if (!existsSync(file)) return false;
      const { stdout } = spawnSync(file, ['-p', 'process.versions.node'], { encoding: 'utf8' });
      return Number.parseInt(stdout, 10) < 26;
    });
  if (!older) return t.skip('this machine has no older Node');
  const { child, heard } = await started(older, ['scripts/start.mjs', 'one']);
  assert.match(heard.said, /^up \d+ 26 one$/m);
  const end = ended(child);
  child.kill('SIGTERM');
  assert.equal(await end, 0);
});

test('when npm is killed, what it started stops gracefully', { skip: !existsSync('/proc') }, async () => {
  const { child, heard } = await started('npm', ['start']);
  const end = ended(child);
  child.kill('SIGKILL');
  // The pipe closes when the last of them is gone.
  await end;
  assert.match(heard.said, /stopped by SIGTERM/);
});
