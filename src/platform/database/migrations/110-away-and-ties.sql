-- People at work who are away and who takes over; and ties that people edit here.

create table directory.leave (
  id text primary key,
  person text not null,
  person_name text not null,
  organisation text not null,
  kind text not null check (kind in ('leave', 'illness')),
  from_day date not null,
  until_day date,
  cover text,
  cover_name text,
  set_by text not null,
  set_at timestamptz not null,
  ended_at timestamptz,
  check (until_day is null or until_day >= from_day),
  check (cover is null or cover <> person)
);
comment on table directory.leave is
  'One time in which somebody is away from one organisation, from one day until another (or until they are back), and who takes over. Whether it is leave or illness is for the administrator only; nothing medical is in it.';
create index leave_now on directory.leave (organisation, person) where ended_at is null;
grant select, insert, update on directory.leave to omzien_app;
grant select on directory.leave to omzien_worker;

alter table directory.tie
  add column coach text,
  add column coach_name text,
  add column version int not null default 1,
  add column edited_at timestamptz,
  add column edited_by text;
comment on table directory.tie is
  'The welfare-coach team that is tied to one GP practice (ids as in the content) and, by choice, the coach who is its fixed one (Practitioner/…). Once edited here (edited_at) the content no longer overwrites it.';
create index tie_of_team on directory.tie (service);
