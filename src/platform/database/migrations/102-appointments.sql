-- Appointments that come: found by the sweep that reminds, and by who plans another at the same moment.

create table pathways.appointment (
  resident_id uuid not null,
  id text not null,
  person text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (resident_id, id)
);
comment on table pathways.appointment is
  'One conversation that is planned: when, and who of the team is there (Practitioner/…). What it is about and where stands in the record. A read model of Appointments.';
create index appointment_starts on pathways.appointment (starts_at);
create index appointment_of_person on pathways.appointment (person, starts_at);
alter table pathways.appointment enable row level security;
alter table pathways.appointment force row level security;
create policy appointment_gate on pathways.appointment to omzien_owner using (true) with check (true);
create policy appointment_act on pathways.appointment for all to omzien_app, omzien_worker
  using (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text))
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
create policy appointment_own on pathways.appointment for select to omzien_app, omzien_worker
  using (person = any (platform.parties()));
grant select, insert, update, delete on pathways.appointment to omzien_app, omzien_worker;
