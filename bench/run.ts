import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `npm run bench -- <name>`: prints one JSON object per figure: {name, value, unit, reference?, ratio?}. */
const folder = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const [name] = process.argv.slice(2);
if (!name || !names.includes(name)) {
  console.error(`Which bench? npm run bench -- <name>, where name is one of: ${names.join(', ')}.`);
  process.exit(1);
}
const bench = (await import(`./${name}.bench.ts`)) as { run: () => Promise<void> };
await bench.run();
