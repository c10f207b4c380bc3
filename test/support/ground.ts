import { loadDefinitions } from '../../src/fhir/index.ts';
import { createPool } from '../../src/platform/database/index.ts';
import {
  ACCESS,
  type AccessRow,
  type Actor,
  createAuditWriter,
  deriveKeys,
  type FixedClock,
  fixedClock,
  type Ground,
} from '../../src/platform/index.ts';
import { testDatabase } from './database.ts';

/** A ground floor on a database of its own, as the application's role, with a clock that tests move. */
export async function testGround(
  options: { readonly at?: string; readonly access?: readonly AccessRow[] } = {},
): Promise<{
  readonly ground: Ground;
  readonly clock: FixedClock;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly workerUrl: string;
  readonly stop: () => Promise<void>;
}> {
  loadDefinitions();
  const database = await testDatabase();
  const pool = createPool(database.appUrl, 10);
  const clock = fixedClock(options.at ?? '2026-11-23T09:00:00Z');
  const audit = createAuditWriter(pool, clock);
  const ground: Ground = {
    pool,
    clock,
    keys: deriveKeys(new Uint8Array(32).fill(7)),
    access: options.access ?? ACCESS,
    audit,
  };
  return {
    ground,
    clock,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    workerUrl: database.workerUrl,
    stop: async () => {
      await audit.stop();
      await pool.end();
      await database.drop();
    },
  };
}

/** An actor for tests; every field may be set. */
export function actor(fields: Partial<Actor> & Pick<Actor, 'role'>): Actor {
  return {
    person: 'Practitioner/proef',
    name: 'P. Proef',
    roleRef: 'PractitionerRole/proef',
    organisation: '',
    organisationName: '',
    services: [],
    ...fields,
  };
}

export const SYSTEM: Actor = actor({ role: 'system', person: 'Device/demo-system', name: 'Demo system', roleRef: '' });
