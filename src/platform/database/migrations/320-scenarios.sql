-- What if: scenarios that a policy adviser keeps, and the whole run of each. About areas and approaches, never about a resident.

create table region.scenario (
  id text primary key,
  name text not null check (length(name) between 1 and 80),
  -- The approaches with what was moved, as the simulation reads them; municipalities by id.
  approaches jsonb not null,
  seed int not null,
  by_person text not null,
  by_name text not null,
  organisation text not null,
  shared boolean not null default false,
  kept_at timestamptz not null
);
comment on table region.scenario is 'One scenario that a policy adviser keeps: its approaches, the seed by which its people are made again, whose it is, and whether colleagues in the region may read it. No row is about a resident.';
create index scenario_of_person on region.scenario (by_person, kept_at desc);
create index scenario_shared on region.scenario (kept_at desc) where shared;

create table region.scenario_run (
  scenario text primary key references region.scenario (id) on delete cascade,
  status text not null check (status in ('waiting', 'running', 'done', 'failed')),
  -- How often it was begun: a run whose process ended is begun anew, and not for ever.
  tries int not null default 0,
  asked_at timestamptz not null,
  -- A sign of life, by the clock of the database: it tells of the machine, not of the business.
  beat_at timestamptz,
  done_at timestamptz,
  -- Made of the counts, rates and parameters that it was run with.
  grounds text,
  result jsonb
);
comment on table region.scenario_run is 'The whole run of a scenario: waiting, running, done with its result, or failed. One for each scenario; running anew takes its place. Sums about areas only.';
-- One run at a time in the whole house, however many processes there are.
create unique index scenario_run_one on region.scenario_run ((true)) where status = 'running';
create index scenario_run_waiting on region.scenario_run (asked_at) where status = 'waiting';

grant select, insert, update, delete on region.scenario, region.scenario_run to omzien_app;
grant select on region.scenario, region.scenario_run to omzien_worker;
