import { Client } from 'pg';
import type { House } from './house.ts';
import { TEAM } from './lock-rows.ts';
import { tried } from './probe.ts';
import type { InContext } from './walk-contexts.ts';

/** What is withheld from a resident is in none of the tables that tell of it, and their team still reads it. */
export async function withheldFailures(house: House, inContext: InContext): Promise<readonly string[]> {
  const failures: string[] = [];
  const { R1 } = house.world.ids;
  const owner = new Client({ connectionString: house.ownerUrl });
  await owner.connect();
  try {
    for (const [table, column] of [
      ['record.resource', 'id'],
      ['record.history', 'id'],
      ['record.timeline', 'resource_id'],
      ['record.attachment', 'holder_id'],
      ['platform.audit', 'subject_id'],
    ] as const) {
      const { rows } = await owner.query<{ entry: string }>(
        `select ${column} as entry from ${table} where resident_id = $1 and ${column} is not null order by 1 limit 1`,
        [R1],
      );
      const entry = rows[0]?.entry;
      if (!entry) {
        failures.push(`${table} has nothing of R1 that could be withheld`);
        continue;
      }
      const seen = () =>
        inContext('resident', [`Patient/${R1}`], [R1], (client) =>
          tried(client, `select 1 from ${table} where resident_id = '${R1}' and ${column} = '${entry}'`),
        );
      if ((await seen()) === 0) failures.push(`${table}: a resident does not see what nobody withholds`);
      await owner.query(
        `insert into record.withheld (resident_id, id, resource_type, resource_id, reason, review, at, by_person, by_name)
         values ($1, 'lock-shown', 'Communication', $2, 'x', '2027-01-01', now(), 'x', 'x')`,
        [R1, entry],
      );
      if ((await seen()) > 0) failures.push(`${table}: a resident sees what is withheld from them`);
      await owner.query("delete from record.withheld where id = 'lock-shown'");
    }
  } finally {
    await owner.query("delete from record.withheld where id = 'lock-shown'");
    await owner.end();
  }
  return failures;
}

/** Rows that a party sees because they name it, without a resident in view; and what an act takes back. */
export async function ownRowFailures(house: House, inContext: InContext): Promise<readonly string[]> {
  const failures: string[] = [];
  const { R1 } = house.world.ids;
  const owner = new Client({ connectionString: house.ownerUrl });
  await owner.connect();
  try {
    await owner.query(
      `insert into pathways.appointment (resident_id, id, person, starts_at, ends_at) select '${R1}', 'lock-own', 'Practitioner/lock', now(), now()
         on conflict do nothing;
       insert into pathways.place (resident_id, id, service, state, asked_at) values ('${R1}', 'lock-own', 'HealthcareService/lock', 'waiting', now())
         on conflict do nothing`,
    );
    for (const [table, party] of [
      ['pathways.appointment', 'Practitioner/lock'],
      ['pathways.place', 'HealthcareService/lock'],
    ] as const)
      for (const [asks, wanted] of [
        [party, 1],
        ['Practitioner/somebody-else', 0],
      ] as const) {
        const rows = await inContext('none', [asks], [], (client) =>
          tried(client, `select 1 from ${table} where id = 'lock-own'`),
        );
        if (rows !== wanted) failures.push(`${table}: ${asks} sees ${rows} of the rows of ${party}`);
      }
    const taken = await inContext('act', [TEAM], [R1], async (client) => {
      await client.query('select platform.act($1, $2, $3, false, false)', [R1, [TEAM], house.clock.now()]);
      return tried(
        client,
        `update platform.message set cancelled_at = now() where resident_id = '${R1}' and id = 'lock-2'`,
      );
    });
    if (taken !== 1) failures.push('An act does not take back a mail that no longer holds');
  } finally {
    await owner.query(
      "delete from pathways.appointment where id = 'lock-own'; delete from pathways.place where id = 'lock-own'",
    );
    await owner.end();
  }
  return failures;
}
