-- What has to be corrected after the privacy officer granted it (GDPR 16): by the team that has the case of the entry.
create table pathways.correction (
  resident_id uuid not null,
  id text not null,
  case_id text not null,
  request_id text not null,
  request_number text not null,
  entry_type text not null,
  entry_id text not null,
  wish bytea not null,
  at timestamptz not null,
  due date not null,
  done_at timestamptz,
  done_by text,
  how text check (how in ('corrected', 'entered-in-error')),
  primary key (resident_id, id),
  foreign key (resident_id, case_id) references pathways."case" (resident_id, id)
);
comment on table pathways.correction is
  'One entry that is to be corrected after a request of the resident was granted: what it has to say (wish, encrypted), by when, and how and by whom it was done.';
create index correction_open on pathways.correction (resident_id, case_id) where done_at is null;
create index correction_of_request on pathways.correction (resident_id, request_id);
alter table pathways.correction enable row level security;
alter table pathways.correction force row level security;
create policy correction_gate on pathways.correction to omzien_owner using (true) with check (true);
create policy correction_act on pathways.correction for all to omzien_app, omzien_worker
  using (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text))
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
-- The resident until it is done and after; the team of the case. The privacy officer sees how far it is.
create policy correction_see on pathways.correction for select to omzien_app, omzien_worker
  using (platform.scope() = 'duty'
    or ((platform.see() -> resident_id::text -> 'w') ? 'contact' and coalesce(platform.see() -> resident_id::text ->> 'u', '') = ''));
create policy correction_restricted on pathways.correction as restrictive for select to omzien_app, omzien_worker
  using (platform.scope() = 'duty' or not (resident_id::text = any (platform.hidden())));
grant select, insert, update, delete on pathways.correction to omzien_app, omzien_worker;

alter table pathways.worklist drop constraint worklist_kind_check;
alter table pathways.worklist add constraint worklist_kind_check
  check (kind in ('case', 'offer', 'support', 'sent', 'review', 'move', 'correct'));
