-- Messages: who sends a letter, so that their team can print it; and the figures that were published.

alter table platform.message add column sender text;
comment on column platform.message.sender is 'The team that sends this, as a FHIR reference; its members print its letters. Empty: Omzien itself.';
alter table platform.message add column case_id text;
comment on column platform.message.case_id is 'The case this is about, so that what no longer applies can be taken back before it is sent.';
create index message_letters on platform.message (sender, at) where kind = 'letter' and sent_at is null and cancelled_at is null;
create index message_of_case on platform.message (resident_id, case_id) where sent_at is null and cancelled_at is null;
create policy message_sender on platform.message for select to omzien_app, omzien_worker
  using (kind = 'letter' and sender = any (platform.parties()));
create policy message_printed on platform.message for update to omzien_app, omzien_worker
  using (kind = 'letter' and sender = any (platform.parties()))
  with check (kind = 'letter' and sender = any (platform.parties()));

create table pathways.figure (
  pathway text not null,
  figure text not null,
  on_date date not null,
  value int,
  computed_at timestamptz not null,
  primary key (pathway, figure, on_date)
);
comment on table pathways.figure is
  'One published figure of the region: a count of people rounded to 5, or empty where it is hidden (under 10, or to be derived). Never the count itself.';
grant select, insert, update on pathways.figure to omzien_app, omzien_worker;

create index case_by_number on pathways."case" (number);
create function pathways.resident_of_case(p_number text)
returns uuid language sql stable security definer set search_path = pathways, pg_temp as $$
  -- The resident of one case number, for who has the duty to look into the log; the caller decides and audits.
  select case when count(distinct resident_id) = 1 then (array_agg(resident_id))[1] end from pathways."case" where number = p_number
$$;
revoke execute on function pathways.resident_of_case from public;
grant execute on function pathways.resident_of_case to omzien_app;
