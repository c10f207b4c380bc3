-- Hand-overs: who took over a case from whom, why, and until when where it is for a time.

create table pathways.hand_over (
  resident_id uuid not null,
  case_id text not null,
  id text not null,
  team text not null,
  at timestamptz not null,
  from_person text not null,
  from_name text not null,
  to_person text not null,
  to_name text not null,
  reason text not null check (reason in ('leave', 'illness', 'left', 'load')),
  until date,
  by_name text not null,
  back_at timestamptz,
  primary key (resident_id, id),
  foreign key (resident_id, case_id) references pathways."case" (resident_id, id)
);
comment on table pathways.hand_over is
  'One case that one colleague took over from another: why, and the last day where it is for a time. For the team only: why somebody was away is not the resident''s to know.';
create index hand_over_open on pathways.hand_over (team, from_person) where back_at is null and until is not null;

alter table pathways.hand_over enable row level security;
alter table pathways.hand_over force row level security;
create policy hand_over_gate on pathways.hand_over to omzien_owner using (true) with check (true);
create policy hand_over_act on pathways.hand_over for all to omzien_app, omzien_worker
  using (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text))
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
create policy hand_over_team on pathways.hand_over for select to omzien_app, omzien_worker
  using (team = any (platform.parties()));
grant select, insert, update, delete on pathways.hand_over to omzien_app, omzien_worker;

-- A pause may say when it is expected to end; a sweep lets the clocks run on from that day.
alter table pathways.pause add column expected date;
comment on column pathways.pause.expected is 'The first day on which the clocks run on by themselves; empty where somebody does that by hand.';
create index pause_expected on pathways.pause (expected) where until_at is null and expected is not null;

-- One coordinator at any moment: nobody gives a case to two people at once.
create index worklist_unassigned on pathways.worklist (viewer, (coalesce(due, '9999-12-31'::date)), id)
  where not closed and kind = 'case' and assignee is null;

alter table pathways.worklist add column pause_reason text, add column pause_until date;
comment on column pathways.worklist.pause_reason is 'Why the clocks stand still, for the two sides of the referral; empty on a provider''s list.';
