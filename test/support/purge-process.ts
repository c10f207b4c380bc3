/** A process that removes what was approved, for tests that end it half-way: `OMZIEN_TRACE_APP` is the database. */
import { loadDefinitions } from '../../src/fhir/index.ts';
import { runApproved } from '../../src/oversight/service/retention.ts';
import { definitionsOf, withPathways } from '../../src/pathways/index.ts';
import { createPool } from '../../src/platform/database/index.ts';
import { ACCESS, createAuditWriter, deriveKeys, fixedClock } from '../../src/platform/index.ts';
import { shippedRegion } from './pathways.ts';

loadDefinitions();
const pool = createPool(process.env.OMZIEN_TRACE_APP ?? '', 2);
const clock = fixedClock(process.env.OMZIEN_TRACE_AT ?? '');
const audit = createAuditWriter(pool, clock);
const ground = withPathways({
  pool,
  clock,
  keys: deriveKeys(new Uint8Array(32).fill(7)),
  access: ACCESS,
  audit,
  definitions: definitionsOf(shippedRegion()),
});
console.log('begins');
await runApproved(ground);
process.exit(0);
