import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRegion } from '../src/content/index.ts';
import { loadDefinitions } from '../src/fhir/index.ts';
import { definitionsOf, type PathwayGround, withPathways } from '../src/pathways/index.ts';
import { createPool, migrate, startEmbedded } from '../src/platform/database/index.ts';
import { ACCESS, createAuditWriter, deriveKeys, systemClock, textIn } from '../src/platform/index.ts';
import { createResource } from '../src/record/index.ts';
import { SYSTEM } from '../test/support/ground.ts';

/** An Observation as a partner sends it: a heart rate, 600 bytes. */
export function observation(resident: string): string {
  return JSON.stringify({
    resourceType: 'Observation',
    status: 'final',
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }] }],
    code: { coding: [{ system: 'http://loinc.org', code: '8867-4', display: 'Heart rate' }], text: 'Hartslag' },
    subject: { reference: `Patient/${resident}` },
    effectiveDateTime: '2026-11-23T09:00:00+01:00',
    valueQuantity: { value: 72.5, unit: '/min', system: 'http://unitsofmeasure.org', code: '/min' },
    note: [{ text: 'Gemeten in rust, zittend.' }],
  });
}

/** Ten Observations of one resident in one transaction, the last of which names the others. */
export function tenObservations(resident: string): string {
  const names = Array.from({ length: 9 }, () => `urn:uuid:${crypto.randomUUID()}`);
  const entry = (fullUrl: string, resource: object) => ({
    fullUrl,
    resource,
    request: { method: 'POST', url: 'Observation' },
  });
  const one = JSON.parse(observation(resident)) as object;
  const panel = { ...one, hasMember: names.map((reference) => ({ reference })) };
  return JSON.stringify({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [...names.map((name) => entry(name, one)), entry(`urn:uuid:${crypto.randomUUID()}`, panel)],
  });
}

/** What is measured: 200 people with 20 Observations each, and a few whose record is long. */
export type House = {
  readonly ground: PathwayGround;
  readonly residents: readonly { readonly id: string; readonly family: string }[];
  readonly observations: readonly string[];
  readonly whole: readonly string[];
  readonly stop: () => Promise<void>;
};

const PEOPLE = 200;
const LONG = 4;

/** Family names that differ in how they begin, as those of people do. */
const familyOf = (n: number): string => {
  const letter = (value: number) => String.fromCharCode(97 + (value % 26));
  return `B${letter(n)}${letter(Math.floor(n / 26))}enchema`;
};

/** Starts a database as in earnest (durable commits, the application's own role) and fills it. */
export async function prepare(): Promise<House> {
  loadDefinitions();
  const home = mkdtempSync(join(tmpdir(), 'omzien-bench-'));
  chmodSync(home, 0o711);
  const database = await startEmbedded({ home });
  await migrate({ ownerUrl: database.ownerUrl, mode: 'demo' });
  const pool = createPool(database.appUrl, 20);
  const region = loadRegion('region/twente');
  if (!region.ok) throw new Error('The region content has mistakes; run: npm run omzien -- region check');
  const audit = createAuditWriter(pool, systemClock);
  const ground = withPathways({
    pool,
    clock: systemClock,
    keys: deriveKeys(new Uint8Array(32).fill(3)),
    access: ACCESS,
    audit,
    definitions: definitionsOf(region.region),
  });
  const create = async (type: 'Patient' | 'Observation', text: string): Promise<string> => {
    const sent = { resource: JSON.parse(text), text };
    const made = await createResource(ground, SYSTEM, type, sent, { door: 'fhir' });
    if (!made.ok) throw new Error(textIn(made.problem.text, 'en'));
    return made.value.id;
  };
  const patient = (family: string) =>
    create('Patient', JSON.stringify({ resourceType: 'Patient', name: [{ family }], birthDate: '1950-01-01' }));
  const residents: { id: string; family: string }[] = [];
  const observations: string[] = [];
  for (let n = 0; n < PEOPLE; n++) {
    const family = familyOf(n);
    const id = await patient(family);
    residents.push({ id, family });
    for (let i = 0; i < 20; i++) observations.push(await create('Observation', observation(id)));
  }
  const whole: string[] = [];
  for (let n = 0; n < LONG; n++) {
    const id = await patient('Lang');
    whole.push(id);
    for (let i = 0; i < 500; i++) await create('Observation', observation(id));
  }
  await pool.query('analyze record.resource').catch(() => undefined);
  return {
    ground,
    residents,
    observations,
    whole,
    stop: async () => {
      await audit.stop();
      await pool.end();
      await database.stop();
    },
  };
}
