/**
 * The test command: one PostgreSQL for the run, then every test file with Node's own runner. Arguments select files:
 * `npm test -- src/platform test/journeys/referral.test.ts`. Types, style and the walls between the rooms are tests too
 * (test/house.test.ts). Files share a process where they can: to load Omzien costs more than most of them take. Ends with
 * Node's closing counts.
 */
import { spawn } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestServer } from './support/database.ts';
import { bearOnce } from './support/running.ts';

const repository = fileURLToPath(new URL('../', import.meta.url));

function testFiles(selection: readonly string[]): readonly string[] {
  const all = globSync('{src,test}/**/*.test.{ts,tsx}', { cwd: repository }).sort();
  if (selection.length === 0) return all;
  const wanted = selection.map((path) => relative(repository, resolve(path)));
  return all.filter((file) => wanted.some((path) => file === path || file.startsWith(`${path}/`)));
}

/** A test file, read once, and where it may run. */
type TestFile = {
  readonly file: string;
  readonly size: number;
  readonly walksTheDemo: boolean;
  /** Who starts processes, or changes what a whole process shares, has one alone; so have the long walks of access. */
  readonly alone: boolean;
};

function read(file: string): TestFile {
  const said = readFileSync(join(repository, file), 'utf8');
  return {
    file,
    size: said.length,
    walksTheDemo: said.includes('startOmzien'),
    alone:
      file.startsWith('test/security/') ||
      /startOmzien|process\.env|process\.on|spawn|execFile|chdir|mock\.|globalThis|kill\(|console\.\w+ =/.test(said),
  };
}

/**
 * The files of one process each, in a folder of their own: Node takes them by name, so the longest come first and the
 * journeys, which wait for the birth of the demo, last; of those the longest texts first, so that no long one is left
 * alone at the end.
 */
function inProcesses(all: readonly TestFile[], folder: string): readonly string[] {
  if (all.length < 12) return all.map(({ file }) => file);
  const walks = all.filter(({ file }) => file.startsWith('test/security/'));
  const one = all.filter((each) => each.alone && !walks.includes(each)).sort((a, b) => b.size - a.size);
  const pages = all.filter((each) => !each.alone && each.file.includes('.browser.'));
  const rest = all.filter((each) => !each.alone && !pages.includes(each));
  mkdirSync(folder);
  let number = 100;
  const together = (list: readonly TestFile[], size: number): readonly string[] =>
    Array.from({ length: Math.ceil(list.length / size) }, (_, index) => {
      const group = list.slice(index * size, (index + 1) * size);
      const path = join(folder, `${number++}-${(group[0]?.file ?? '').replace(/\W+/g, '-')}.test.mts`);
      writeFileSync(path, group.map(({ file }) => `import '${join(repository, file)}';\n`).join(''));
      return path;
    });
  return [
    ...together(walks, 1),
    ...together(pages, 3),
    ...together(rest, 12),
    ...together(
      one.filter(({ walksTheDemo }) => !walksTheDemo),
      1,
    ),
    ...together(
      one.filter(({ walksTheDemo }) => walksTheDemo),
      1,
    ),
  ];
}

/** One more than the cores of a small machine: a test that waits, for a browser or for PostgreSQL, leaves its core to another. */
const AT_ONCE = availableParallelism() + 1;

/** Runs the files; gives the exit code. Repeats the counts when the list of failures came after them. */
async function runTests(files: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const flags = [
    '--import',
    'tsx',
    '--test',
    `--test-concurrency=${AT_ONCE}`,
    '--test-reporter=spec',
    '--test-timeout=900000',
  ];
  const child = spawn(process.execPath, [...flags, ...files], {
    cwd: repository,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  let lines = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    process.stdout.write(text);
    lines = `${lines}${text}`.slice(-2_000_000);
  });
  const code = await new Promise<number | null>((done) => child.on('close', done));
  // Node may add reset codes for colour before the mark; the counts are the last run of such lines.
  const counts = /(?:^[^\S\n]*\S{0,6}ℹ (?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) .*\n?){8}/gm;
  const closing = [...lines.matchAll(counts)].at(-1);
  if (closing && lines.slice(closing.index + closing[0].length).trim() !== '') process.stdout.write(`\n${closing[0]}`);
  return code ?? 1;
}

async function main(): Promise<number> {
  const files = testFiles(process.argv.slice(2)).map(read);
  if (files.length === 0) {
    console.error('No test file fits. Name a file or a folder under src/ or test/.');
    return 1;
  }
  const home = mkdtempSync(join(tmpdir(), 'omzien-test-run-'));
  try {
    const { stop, adminUrl, ownerUrl, appUrl, workerUrl } = await startTestServer(home);
    const told = JSON.stringify({ adminUrl, ownerUrl, appUrl, workerUrl });
    const born = join(home, 'born');
    // Journeys come last: by then the demo they begin with has been born beside the other tests.
    const birth = files.some(({ walksTheDemo }) => walksTheDemo) ? bearOnce(born).catch(() => undefined) : undefined;
    try {
      // React as `npm start` has it; what it warns of while developing is seen in src/ui/showcase/warnings.test.ts.
      const given = {
        NODE_ENV: 'production',
        // The one of `npm start`, which the journeys use: what was compiled once need not be again.
        NODE_COMPILE_CACHE: join(repository, 'node_modules', '.cache', 'omzien-compiled'),
        OMZIEN_TEST_PG: told,
        OMZIEN_TEST_BORN: born,
      };
      return await runTests(inProcesses(files, join(home, 'together')), { ...process.env, ...given });
    } finally {
      await birth;
      await stop();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

process.exitCode = await main();
