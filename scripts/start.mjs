// `npm start`. Plain JavaScript that an older Node reads too: it starts Omzien with the Node that npm installed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED = 26;
const repository = join(dirname(fileURLToPath(import.meta.url)), '..');

function chooseNode() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath;
  const names = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`];
  return names.map((name) => join(repository, 'node_modules', name, 'bin', 'node')).find((path) => existsSync(path));
}

function stopWith(message) {
  console.error(message);
  process.exit(1);
}

if (!existsSync(join(repository, 'node_modules', 'tsx'))) stopWith('Omzien is not installed yet. Run: npm ci');
const node = chooseNode();
if (!node)
  stopWith(
    `Omzien needs Node.js ${NEEDED}; this is ${process.versions.node}, and npm installed none for ` +
      `${process.platform}-${process.arch}. Run "npm ci" again, or install Node.js ${NEEDED}.`,
  );

const withParent = pathToFileURL(join(repository, 'scripts', 'with-parent.mjs')).href;
const main = join(repository, 'src', 'main.ts');
const given = ['--disable-warning=ExperimentalWarning', '--import', 'tsx', '--import', withParent, main];
const words = [...given, ...process.argv.slice(2)];
// What main.ts imports is found from its own place; tsx is found from here.
process.chdir(repository);

// React renders several times faster as it is for production; whoever works on pages may say otherwise. What was
// compiled once is kept, so that a later start is quicker; where that cannot be written, Node goes on without.
const environment = {
  ...process.env,
  NODE_ENV: process.env.NODE_ENV || 'production',
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || join(repository, 'node_modules', '.cache', 'omzien-compiled'),
};

if (process.execve) {
  // Becomes Omzien itself: one process less, and signals arrive where they should.
  process.execve(node, [node, ...words], environment);
} else {
  const child = spawn(node, words, { stdio: 'inherit', env: { ...environment, OMZIEN_WITH_PARENT: '1' } });
  child.on('error', (error) => stopWith(`Omzien could not be started: ${error.message}`));
  // A terminal sends Ctrl-C to both of us; the same signal twice does no harm.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1);
  });
}
