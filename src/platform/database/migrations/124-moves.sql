-- Somebody moves to another municipality: noticed where the address changes, and handed over with their knowledge.
create table pathways.move (
  resident_id uuid not null,
  case_id text not null,
  id text not null,
  to_place text,
  inside boolean not null,
  at timestamptz not null,
  said text check (said in ('yes', 'stays', 'not-reached')),
  said_at timestamptz,
  by_name text,
  task text,
  settled_at timestamptz,
  primary key (resident_id, id),
  foreign key (resident_id, case_id) references pathways."case" (resident_id, id)
);
comment on table pathways.move is
  'One move of one resident to another municipality while a case ran: where to (empty where the address is secret), inside the region or not, what the resident said, which team was asked (task), and whether it is settled.';
create unique index move_once on pathways.move (resident_id, case_id) where settled_at is null;
create index move_task on pathways.move (resident_id, task) where task is not null;
alter table pathways.move enable row level security;
alter table pathways.move force row level security;
create policy move_gate on pathways.move to omzien_owner using (true) with check (true);
create policy move_act on pathways.move for all to omzien_app, omzien_worker
  using (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text))
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
create policy move_see on pathways.move for select to omzien_app, omzien_worker
  using ((platform.see() -> resident_id::text -> 'w') ? 'referral' and coalesce(platform.see() -> resident_id::text ->> 'u', '') = '');
grant select, insert, update, delete on pathways.move to omzien_app, omzien_worker;
