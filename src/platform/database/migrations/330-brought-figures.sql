-- Figures that a policy adviser brings in: each load with its version, its source and who; a wrong one is undone whole.

alter table region.load drop constraint load_kind_check;
alter table region.load
  -- content: from the folder of the region. csv: a file. cbs: open data of Statistics Netherlands. record: what Omzien
  -- itself counted and published.
  add constraint load_kind_check check (kind in ('content', 'csv', 'cbs', 'record')),
  add column number int generated always as identity,
  add column person text,
  add column organisation text,
  add column indicator text,
  add column series text,
  -- What the load says of its series: name, source, date, definition. Empty: of the content.
  add column about jsonb,
  add column file text,
  add column digest text,
  -- The version as its source names it, such as when the table was last changed.
  add column source_version text,
  add column undone_at timestamptz,
  add column undone_by text,
  add column undone_why text;
comment on table region.load is
  'One time that figures were brought in: when, by whom, from where, as which version. Which figures stand is decided by the newest load that was not undone; content counts as the oldest.';
create index load_of_indicator on region.load (indicator, series, number desc);
create index figure_of_load on region.figure (load);

create table region.draft (
  id text primary key,
  at timestamptz not null,
  person text not null,
  organisation text not null,
  kind text not null check (kind in ('csv', 'cbs')),
  indicator text not null,
  series text not null,
  about jsonb not null,
  rows jsonb not null,
  mistakes jsonb not null,
  file text not null,
  digest text not null,
  source_version text,
  -- Where it comes from CBS: what was picked, and how often it is to be fetched again.
  pick jsonb,
  load text references region.load (id)
);
comment on table region.draft is
  'Figures that somebody read in and has not brought in yet, with what is wrong in them; `load` once they were. Only who made it sees it.';

create table region.fetch (
  id text primary key,
  indicator text not null,
  series text not null,
  about jsonb not null,
  pick jsonb not null,
  every text not null check (every in ('day', 'week', 'month')),
  due date not null,
  person text not null,
  person_name text not null,
  organisation text not null,
  since timestamptz not null,
  last_at timestamptz,
  last_said text,
  failures int not null default 0,
  stopped_at timestamptz,
  stopped_by text
);
comment on table region.fetch is 'A table of CBS that is fetched again and again, as picked by whom; when it is due next, and how the last time went.';
create index fetch_due on region.fetch (due) where stopped_at is null;

grant select, insert, update on region.draft, region.fetch to omzien_app;
grant delete on region.draft to omzien_app;
grant select on region.draft, region.fetch to omzien_worker;
