-- Something was entered on the wrong resident: that it was, who had opened it meanwhile, and whether it was moved.
create table record.misplaced (
  resident_id uuid not null references record.resident (resident_id),
  id text not null,
  resource_type text not null,
  resource_id text not null,
  case_id text,
  saw text[] not null,
  moved boolean not null default false,
  at timestamptz not null,
  by_person text not null,
  by_name text not null,
  primary key (resident_id, id)
);
comment on table record.misplaced is
  'One entry that was written on the wrong resident and undone: who had opened it meanwhile (names and roles), and whether it was moved to the right one. Holds nothing of what it said, nor of whom it was.';
create unique index misplaced_once on record.misplaced (resident_id, resource_type, resource_id);
create index misplaced_at on record.misplaced (at);
alter table record.misplaced enable row level security;
alter table record.misplaced force row level security;
create policy misplaced_gate on record.misplaced to omzien_owner using (true) with check (true);
create policy misplaced_see on record.misplaced for select to omzien_app, omzien_worker using (
  platform.scope() in ('region', 'duty')
  or (platform.scope() = 'act' and platform.see() ? resident_id::text)
  or (platform.see() -> resident_id::text -> 'w') ? 'contact');
create policy misplaced_add on record.misplaced for insert to omzien_app, omzien_worker
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
create policy misplaced_change on record.misplaced for update to omzien_app, omzien_worker
  using (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text))
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
grant select, insert, update on record.misplaced to omzien_app, omzien_worker;
