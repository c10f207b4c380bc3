// Guards the walls between the rooms: node scripts/rooms.mjs [folder that holds src]
//
// dependency-cruiser reads no TypeScript here: it knows TypeScript up to 6, and the house checks with 7. So the sources
// are first laid out as JavaScript in a folder of their own, with each import kept, those of types too, and cruised
// there with the parser that it brings along.
import { globSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import { transformSync } from 'esbuild';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = resolve(process.argv[2] ?? repository);
const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');

/** A statement that only names types is made an ordinary import, so that it stays; `{ type A }` stays by itself. */
function keepTypeImports(code) {
  return code.replace(/^(\s*)(import|export)\s+type\s+(?=[{*]|\w+\s+from\b)/gm, '$1$2 ');
}

function asJavaScript(file) {
  const code = keepTypeImports(readFileSync(join(source, file), 'utf8'));
  const loader = file.endsWith('.tsx') ? 'tsx' : 'ts';
  const tsconfigRaw = { compilerOptions: { verbatimModuleSyntax: true, jsx: 'react-jsx' } };
  const made = transformSync(code, { loader, tsconfigRaw, format: 'esm', target: 'esnext', sourcefile: file });
  return made.code.replace(/((?:from|import|import\()\s*["'][^"']+)\.tsx?(["'])/g, '$1.js$2');
}

const layout = realpathSync(mkdtempSync(join(tmpdir(), 'omzien-rooms-')));
try {
  mkdirSync(join(layout, 'src'));
  const files = globSync('{src,test,bench}/**/*.{ts,tsx}', { cwd: source });
  for (const file of files) {
    const place = join(layout, file.replace(/\.tsx?$/, '.js'));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, asJavaScript(file));
  }
  const found = await cruise(['src'], { ...options, baseDir: layout, validate: true, ruleSet: { forbidden } });
  const { summary, modules } = found.output;
  const seen = modules.filter((module) => /^src\//.test(module.source)).length;
  const there = files.filter((file) => file.startsWith('src/')).length;
  // Before TypeScript 7 was told apart, the guard found nothing and was content. Never again.
  if (seen < there || there === 0) {
    console.error(`The guard is blind: it saw ${seen} of ${there} files.`);
    process.exitCode = 1;
  }
  for (const { from, to, rule } of summary.violations) {
    const why = forbidden.find(({ name }) => name === rule.name)?.comment ?? '';
    console.error(`${asTypeScript(from)} → ${asTypeScript(to)}: ${rule.name}. ${why}`);
    process.exitCode = 1;
  }
  if (!process.exitCode)
    console.log(`The rooms keep their walls: ${there} files, ${summary.totalDependenciesCruised} imports.`);

  function asTypeScript(path) {
    return files.find((file) => file.replace(/\.tsx?$/, '.js') === path) ?? path;
  }
} finally {
  rmSync(layout, { recursive: true, force: true });
}
