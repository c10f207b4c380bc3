-- Homes: what municipalities plan, supply and agree. Numbers of homes and of people housed, never a person.

create table region.home_plan (
  id text primary key,
  municipality text not null,
  version int not null default 1,
  name text not null,
  place text not null,
  type text not null,
  tenure text not null check (tenure in ('social', 'middle', 'other-rent', 'owner')),
  homes int not null check (homes > 0),
  phase text not null check (phase in ('idea', 'study', 'decided', 'permit', 'building', 'done')),
  year int not null,
  partners text not null default '',
  funding text not null default '',
  obstacles text not null default '',
  at timestamptz not null,
  by_name text not null,
  removed_at timestamptz
);
comment on table region.home_plan is 'One building plan as its municipality keeps it: what, how many, in which phase, ready in which year.';
create index home_plan_of on region.home_plan (municipality, year) where removed_at is null;

create table region.home_number (
  number int generated always as identity primary key,
  municipality text not null,
  -- target: homes by scenario and type. group: people of a group housed and agreed. urgency: asked, granted, housed.
  -- key: what the key of the fair share is made of.
  kind text not null check (kind in ('target', 'group', 'urgency', 'key')),
  year int not null,
  part text not null,
  value int check (value >= 0),
  at timestamptz not null,
  by_name text not null
);
comment on table region.home_number is 'A number that a municipality supplied; the newest of a part counts, the earlier ones are its history. Empty: taken back.';
create index home_number_of on region.home_number (kind, municipality, year, part, number desc);

create table region.fair_share (
  id text primary key,
  name text not null,
  decided_on date not null,
  scenario text not null,
  type text not null,
  total int not null,
  weights jsonb not null,
  shares jsonb not null,
  at timestamptz not null,
  by_name text not null
);
comment on table region.fair_share is 'A division of homes over the municipalities as the owners decided it, with the weights and what came of them. Kept as it was.';

grant select, insert, update on region.home_plan to omzien_app;
grant select, insert on region.home_number, region.fair_share to omzien_app;
grant select on region.home_plan, region.home_number, region.fair_share to omzien_worker;
