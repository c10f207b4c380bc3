-- Which cases went to a colleague because somebody was away, so that they can come back by one press.

create table pathways.handed_over (
  resident_id uuid not null,
  case_id text not null,
  leave text not null,
  from_person text not null,
  to_person text not null,
  at timestamptz not null,
  back_at timestamptz,
  primary key (resident_id, case_id, leave),
  foreign key (resident_id, case_id) references pathways."case" (resident_id, id)
);
comment on table pathways.handed_over is
  'One case that went to who takes over during one leave (directory.leave), until it went back (back_at). The administrator who arranged it sees none of this.';
create index handed_over_in on pathways.handed_over (leave) where back_at is null;
alter table pathways.handed_over enable row level security;
alter table pathways.handed_over force row level security;
create policy handed_over_gate on pathways.handed_over to omzien_owner using (true) with check (true);
create policy handed_over_act on pathways.handed_over for all to omzien_app, omzien_worker
  using (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text))
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
grant select, insert, update, delete on pathways.handed_over to omzien_app, omzien_worker;
