import type { House } from './house.ts';
import { asOwner } from './world.ts';

/** Puts a mail, a letter, a pause and an invitation in the world, so that every table has rows of R1 and of R2. */
export async function fillTables(house: House): Promise<void> {
  for (const resident of [house.world.ids.R1, house.world.ids.R2])
    await asOwner(
      house.ownerUrl,
      `insert into platform.message (resident_id, id, at, kind, recipient, recipient_kind, subject, body, event_id, sender)
         values ('${resident}', 'lock-1', now(), 'letter', 'x', 'resident', 'x', 'x', 'lock-1', '${TEAM}'),
                ('${resident}', 'lock-2', now(), 'mail', 'x', 'resident', 'x', 'x', 'lock-2', null),
                ('${resident}', 'lock-3', now(), 'letter', 'x', 'resident', 'x', 'x', 'lock-3', 'Duty/privacy');
       insert into pathways.pause (resident_id, case_id, id, from_at, until_at, reason, by_name)
         select resident_id, id, 'lock-1', now(), now(), 'x', 'x' from pathways."case" where resident_id = '${resident}';
       insert into pathways.hand_over (resident_id, case_id, id, team, at, from_person, from_name, to_person, to_name, reason, by_name, back_at)
         select resident_id, id, 'lock-1', '${TEAM}', now(), 'x', 'x', 'y', 'y', 'leave', 'x', now() from pathways."case" where resident_id = '${resident}';
       insert into pathways.invitation (resident_id, id, case_id, token_hash, questionnaires, sent_at, until, used_at)
         select resident_id, 'lock-1', id, '\\x00', '{}', now(), '2026-01-01', now() from pathways."case" where resident_id = '${resident}';
       insert into platform.restriction (resident_id, since, request_id, lifted_at) values ('${resident}', now(), 'lock-1', now());
       insert into oversight.request (resident_id, id, number, kind, via, received_on, due, said, made_at)
         values ('${resident}', 'lock-1', 'x', 'see', 'portal', '2026-01-01', '2026-02-01', '\\x00', now());
       insert into oversight.request_step (resident_id, request_id, id, at, what, by_person, by_name)
         values ('${resident}', 'lock-1', 'lock-1', now(), 'received', 'x', 'x');
       insert into oversight.break_glass (resident_id, id, at, person, person_name, role, organisation, reason, said, until, review_by)
         values ('${resident}', 'lock-1', now(), 'x', 'x', 'gp', 'x', 'acute', '\\x00', now(), '2026-01-01');
       insert into oversight.due (resident_id, part, due_on, since) values ('${resident}', 'all', '2026-01-01', '2024-01-01');
       insert into oversight.flag (resident_id, id, day, person, person_name, role, organisation, rule, count, lines, made_at)
         values ('${resident}', 'lock-1', '2026-01-01', 'x', 'x', 'gp', 'x', 'hours', 1, '{}', now());
       insert into oversight.notice (resident_id, id, at, kind, about) values ('${resident}', 'lock-1', now(), 'request-received', 'lock-1');
       insert into pathways.thread (resident_id, id, case_id, team, started_at, last_at, last_by)
         select resident_id, 'lock-1', id, '${TEAM}', now(), now(), 'resident' from pathways."case" where resident_id = '${resident}';
       insert into pathways.preference (resident_id) values ('${resident}');
       insert into pathways.correction (resident_id, id, case_id, request_id, request_number, entry_type, entry_id, wish, at, due, done_at)
         select resident_id, 'lock-1', id, 'x', 'x', 'Communication', 'x', '\\x00', now(), '2026-01-01', now() from pathways."case" where resident_id = '${resident}';
       insert into exchange.notification (resident_id, receiver, event_id, at, type, subject, what)
         values ('${resident}', 'lock-1', 'lock-1', now(), 'Task', 'Task/x', 'created');
       insert into pathways.move (resident_id, case_id, id, inside, at, settled_at)
         select resident_id, id, 'lock-1', true, now(), now() from pathways."case" where resident_id = '${resident}';
       insert into record.misplaced (resident_id, id, resource_type, resource_id, saw, at, by_person, by_name)
         values ('${resident}', 'lock-1', 'Communication', 'lock-1', '{}', now(), 'x', 'x');
       insert into record.merged (resident_id, id, survivor, at, by_person, by_name, undone_at)
         values ('${resident}', 'lock-1', (select min(resident_id::text)::uuid from record.resident where resident_id not in ('${house.world.ids.R1}', '${house.world.ids.R2}')), now(), 'x', 'x', now());
       insert into record.withheld (resident_id, id, resource_type, resource_id, reason, review, at, by_person, by_name)
         values ('${resident}', 'lock-1', 'Communication', 'lock-1', 'x', '2027-01-01', now(), 'x', 'x');
       insert into record.history select resident_id, type, id, 1000, last_updated, content, sealed, facet, categories, parties, author, deleted
         from record.resource where resident_id = '${resident}' and type = 'Patient' on conflict do nothing`,
    );
}
/** The team of R1 and R2. */
export const TEAM = 'HealthcareService/voorbeeld-welzijn-enschede-noord';
