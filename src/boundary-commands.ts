import { readFile, stat } from 'node:fs/promises';
import type { Said } from './client-commands.ts';
import { openHouse } from './open.ts';
import type { Config } from './platform/index.ts';
import { importBoundaries, MOST_BYTES, removeBoundaries } from './region/index.ts';

/** How the command is called. */
export const BOUNDARY_USAGE = `import boundaries <file or https address>   GeoJSON in WGS 84, a feature for each municipality with its CBS code
import boundaries --remove                  the map of tiles only, again`;

const PATIENCE_MS = 60_000;

/** The command `omzien import boundaries`. */
export async function boundaryCommand(given: readonly string[], config: Config): Promise<Said> {
  const remove = given.includes('--remove');
  const [from] = given.filter((word) => !word.startsWith('-'));
  if (remove === (from !== undefined)) return { code: 1, text: BOUNDARY_USAGE };
  const text = from === undefined ? undefined : await textFrom(from);
  if (typeof text === 'object') return { code: 1, text: text.problem };
  await using open = new AsyncDisposableStack();
  const { ground, region } = await openHouse(config, open, { whenRunning: 'join' });
  if (text === undefined) {
    await removeBoundaries(ground);
    return { code: 0, text: 'The boundaries are gone; the map shows tiles.' };
  }
  const mistakes = await importBoundaries(ground, region, text);
  if (mistakes.length > 0)
    return { code: 1, text: ['Nothing was changed.', ...mistakes.map((one) => `- ${one}`)].join('\n') };
  return { code: 0, text: `The map with boundaries is there, for ${region.municipalities.length} municipalities.` };
}

/** What a file or an address gives; nothing larger than is read anyway. */
async function textFrom(from: string): Promise<string | { readonly problem: string }> {
  const large = { problem: `${from} is larger than ${MOST_BYTES / 1_000_000} MB. Take a coarser version.` };
  try {
    if (!/^https?:/i.test(from)) return (await stat(from)).size > MOST_BYTES ? large : await readFile(from, 'utf8');
    if (!/^https:/i.test(from)) return { problem: 'Give an address that begins with https://.' };
    const answer = await fetch(from, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok || !answer.body) return { problem: `${from} answered ${answer.status}.` };
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of answer.body) {
      size += part.byteLength;
      if (size > MOST_BYTES) return large;
      parts.push(part);
    }
    return Buffer.concat(parts).toString('utf8');
  } catch (error) {
    return { problem: `${from} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}
