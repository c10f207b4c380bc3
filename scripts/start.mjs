// `npm start`. Plain JavaScript that an older Node reads too: it starts Omzien with the Node that npm installed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 26;
const repository = join(dirname(fileURLToPath(import.meta.url)), '..');

function installedNode() {
  return join(repository, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
}

function chooseNode() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath;
  if (existsSync(installedNode())) return installedNode();
  return undefined;
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

const child = spawn(node, ['--import', 'tsx', join(repository, 'src', 'main.ts'), ...process.argv.slice(2)], {
  cwd: repository,
  stdio: 'inherit',
});
child.on('error', (error) => stopWith(`Omzien could not be started: ${error.message}`));

// A terminal sends Ctrl-C to both of us; a second signal that is the same does no harm.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1);
});
