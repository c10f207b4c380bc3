-- Pathways: cases, their clocks and the lists people work from. Everything here can be rebuilt from the record,
-- but for invitations (secrets that were sent) and pauses of clocks (which the record keeps as Provenance as well).

create schema pathways;
grant usage on schema pathways to omzien_app, omzien_worker;

create table pathways."case" (
  resident_id uuid not null references record.resident (resident_id),
  id text not null,
  number text not null,
  pathway text not null,
  pathway_version int not null,
  stage text not null,
  urgency text not null,
  reasons text[] not null,
  categories text[] not null,
  practice text not null,
  requester_name text not null,
  team text not null,
  assignee text,
  assignee_name text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  ending text,
  primary key (resident_id, id)
);
comment on table pathways."case" is 'One case: a first referral (id is the ServiceRequest''s) and all that follows from it, on the pathway version it began with.';

create table pathways.happening (
  resident_id uuid not null,
  case_id text not null,
  id text not null,
  event text not null,
  at timestamptz not null,
  hop text,
  task text,
  primary key (resident_id, id),
  foreign key (resident_id, case_id) references pathways."case" (resident_id, id)
);
comment on table pathways.happening is 'Something that happened in a case, under the name that norms count from and until.';
create index happening_of_case on pathways.happening (resident_id, case_id, at);

create table pathways.clock (
  resident_id uuid not null,
  case_id text not null,
  id text not null,
  norm text not null,
  task text,
  started_at timestamptz not null,
  due date not null,
  state text not null check (state in ('running', 'paused', 'met', 'overdue', 'stopped')),
  told_late_at timestamptz,
  primary key (resident_id, id),
  foreign key (resident_id, case_id) references pathways."case" (resident_id, id)
);
comment on table pathways.clock is 'One norm that runs, ran or rests in one case, with the last day that is in time; swept by the clock of the application.';
create index clock_due on pathways.clock (due) where state = 'running';
create index clock_of_case on pathways.clock (resident_id, case_id);

create table pathways.pause (
  resident_id uuid not null,
  case_id text not null,
  id text not null,
  from_at timestamptz not null,
  until_at timestamptz,
  reason text not null,
  by_name text not null,
  primary key (resident_id, id),
  foreign key (resident_id, case_id) references pathways."case" (resident_id, id)
);
comment on table pathways.pause is 'A time in which the clocks of one case stood still, and why; shown to who sees the case.';

create table pathways.worklist (
  resident_id uuid not null,
  viewer text not null,
  id text not null,
  case_id text not null,
  kind text not null check (kind in ('case', 'offer', 'support', 'sent')),
  label text not null,
  age int,
  area text,
  need text,
  step text not null,
  status text not null,
  due date,
  paused boolean not null default false,
  assignee text,
  assignee_name text,
  waits_for text,
  urgent boolean not null default false,
  closed boolean not null default false,
  since timestamptz not null,
  primary key (resident_id, viewer, id)
);
comment on table pathways.worklist is 'One line on the list of one party (team, service or practice): no more than that party may see of the case at this moment.';
create index worklist_open on pathways.worklist (viewer, (coalesce(due, '9999-12-31'::date)), id) where not closed;
create index worklist_closed on pathways.worklist (viewer, since desc, id) where closed;
create index worklist_mine on pathways.worklist (assignee, (coalesce(due, '9999-12-31'::date)), id) where not closed;

create table pathways.invitation (
  resident_id uuid not null,
  id text not null,
  case_id text not null,
  token_hash bytea not null,
  questionnaires text[] not null,
  sent_at timestamptz not null,
  until date not null,
  used_at timestamptz,
  primary key (resident_id, id)
);
comment on table pathways.invitation is 'A link by which one resident answers questions once, without signing in; only the hash of its secret is kept.';
create index invitation_token on pathways.invitation (token_hash);

do $$
declare t text;
begin
  foreach t in array array['case', 'happening', 'clock', 'pause', 'invitation'] loop
    execute format('alter table pathways.%I enable row level security', t);
    execute format('alter table pathways.%I force row level security', t);
    execute format('create policy %I on pathways.%I to omzien_owner using (true) with check (true)', t || '_gate', t);
    execute format('grant select, insert, update, delete on pathways.%I to omzien_app, omzien_worker', t);
    execute format($p$create policy %I on pathways.%I for all to omzien_app, omzien_worker
      using (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text))
      with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text))$p$, t || '_act', t);
  end loop;
  foreach t in array array['case', 'happening', 'clock', 'pause'] loop
    execute format($p$create policy %I on pathways.%I for select to omzien_app, omzien_worker
      using ((platform.see() -> resident_id::text -> 'w') ? 'referral' and coalesce(platform.see() -> resident_id::text ->> 'u', '') = '')$p$, t || '_see', t);
  end loop;
end $$;

alter table pathways.worklist enable row level security;
alter table pathways.worklist force row level security;
create policy worklist_gate on pathways.worklist to omzien_owner using (true) with check (true);
create policy worklist_see on pathways.worklist for select to omzien_app, omzien_worker using (viewer = any (platform.parties()));
create policy worklist_act on pathways.worklist for all to omzien_app, omzien_worker
  using (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text))
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
grant select, insert, update, delete on pathways.worklist to omzien_app, omzien_worker;

create function pathways.find_invitation(p_hash bytea)
returns table (resident_id uuid, id text, case_id text, questionnaires text[], until date, used_at timestamptz)
language sql stable security definer set search_path = pathways, pg_temp as $$
  select i.resident_id, i.id, i.case_id, i.questionnaires, i.until, i.used_at from pathways.invitation i where i.token_hash = p_hash
$$;
revoke execute on function pathways.find_invitation from public;
grant execute on function pathways.find_invitation to omzien_app;
