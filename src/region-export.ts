import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Pool } from 'pg';
import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { Region } from './content/index.ts';
import { type Edits, editedServices } from './directory/index.ts';

/**
 * Where the content of the region says something else than what people changed in Omzien: one line for each field. What
 * people changed stays; `omzien region export` writes it into the content.
 */
export async function keptDifferences(pool: Pool, region: Pick<Region, 'services'>): Promise<readonly string[]> {
  const services = new Map(region.services.map((service) => [service.id, service]));
  return [...(await editedServices(pool))].flatMap(([id, edits]) => {
    const said = services.get(id);
    if (!said) return [];
    return (Object.keys(edits) as (keyof Edits)[])
      .filter((field) => !isDeepStrictEqual(said[field] ?? null, edits[field] ?? null))
      .map(
        (field) => `services: = ${id} ${field}: here ${shown(edits[field])}, the content says ${shown(said[field])}`,
      );
  });
}

const shown = (value: unknown): string => (value === undefined || value === null ? 'nothing' : JSON.stringify(value));

/**
 * Writes what people changed of services into the files of a region's folder; comments and everything else stay. Returns
 * which files were written, and ids of services that no file has.
 */
export async function exportServices(
  pool: Pool,
  folder: string,
): Promise<{ readonly files: readonly string[]; readonly missing: readonly string[] }> {
  const waiting = new Map(await editedServices(pool));
  const files: string[] = [];
  for (const name of readdirSync(join(folder, 'services'))
    .filter((file) => file.endsWith('.yaml'))
    .sort()) {
    const path = join(folder, 'services', name);
    const document = parseDocument(readFileSync(path, 'utf8'));
    const services = document.get('services');
    let changed = false;
    for (const service of isSeq(services) ? services.items : []) {
      if (!isMap(service)) continue;
      const id = String(service.get('id'));
      const edits = waiting.get(id);
      if (!edits) continue;
      waiting.delete(id);
      for (const [field, value] of Object.entries(edits)) changed = put(document, service, field, value) || changed;
    }
    if (!changed) continue;
    writeFileSync(path, document.toString({ lineWidth: 0 }));
    files.push(`services/${name}`);
  }
  return { files, missing: [...waiting.keys()] };
}

/** Sets one field as the file would have it; tells whether it said something else. */
function put(document: ReturnType<typeof parseDocument>, service: YAMLMap, field: string, value: unknown): boolean {
  const before = (service.toJS(document) as Record<string, unknown>)[field];
  if (isDeepStrictEqual(before ?? null, value ?? null)) return false;
  if (value === null) service.delete(field);
  else service.set(field, document.createNode(value, { flow: true }));
  return true;
}
