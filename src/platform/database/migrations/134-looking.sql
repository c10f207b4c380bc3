-- Unusual looking: what is flagged of how people at work look at records, and what little is needed to see it.

create table oversight.flag (
  resident_id uuid not null,
  id text not null,
  day date not null,
  person text not null,
  person_name text not null,
  role text not null,
  organisation text not null,
  rule text not null,
  count int not null,
  lines text[] not null,
  made_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'explained', 'asked', 'reported')),
  reviewed_at timestamptz,
  reviewed_by text,
  note bytea,
  primary key (resident_id, id)
);
comment on table oversight.flag is
  'Looking by one person on one day that one rule finds unusual, and what the privacy officer found of it. resident_id is the nil uuid where it concerns several; lines are ids of the log. note is encrypted.';
create unique index flag_once on oversight.flag (resident_id, person, day, rule);
create index flag_open on oversight.flag (day desc, id desc) where state = 'open';
create index flag_closed on oversight.flag (reviewed_at desc, id desc) where state <> 'open';

create table oversight.known_person (
  id text primary key,
  hash bytea not null unique,
  sealed bytea not null,
  added_at timestamptz not null,
  added_by text not null
);
comment on table oversight.known_person is
  'Somebody well known, on the privacy officer''s own list: name and birth date, encrypted, and a keyed hash by which looking at them is noticed.';

create table oversight.stated_home (
  person text primary key,
  hash bytea not null,
  stated_at timestamptz not null,
  stated_by text not null
);
comment on table oversight.stated_home is
  'That a worker agreed to have looking at neighbours noticed: a keyed hash of their postcode and house number, never the address.';

create table oversight.looked_day (
  day date primary key,
  at timestamptz not null,
  lines int not null,
  flags int not null
);
comment on table oversight.looked_day is 'One day of the log that was looked at for unusual looking.';

alter table oversight.flag enable row level security;
alter table oversight.flag force row level security;
create policy flag_gate on oversight.flag to omzien_owner using (true) with check (true);
create policy flag_duty on oversight.flag for all to omzien_app, omzien_worker
  using (platform.scope() in ('duty', 'region')) with check (platform.scope() in ('duty', 'region'));
grant select, insert, update, delete on oversight.flag to omzien_app, omzien_worker;
grant select, insert, delete on oversight.known_person to omzien_app;
grant select, insert, update, delete on oversight.stated_home to omzien_app;
grant select, insert on oversight.looked_day to omzien_app, omzien_worker;
