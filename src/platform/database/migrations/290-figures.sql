-- The region in figures: open data about areas, never about a person. Regional data: small, rarely written, read by all.

create schema region;
grant usage on schema region to omzien_app, omzien_worker;

create table region.load (
  id text primary key,
  at timestamptz not null,
  by_name text not null,
  -- content: from the folder of the region.
  kind text not null check (kind in ('content')),
  rows int not null
);
comment on table region.load is 'One time that figures were brought in: when, by whom, from where. Its figures are replaced whole by a later load.';

create table region.figure (
  indicator text not null,
  area text not null,
  series text not null,
  year int not null,
  sex text not null default 'all' check (sex in ('all', 'men', 'women')),
  -- 'all', or a group of ages as the region writes it: 65-69, 95+.
  age text not null default 'all',
  value double precision not null,
  lower double precision,
  upper double precision,
  load text not null references region.load (id) on delete cascade,
  current boolean not null default true,
  primary key (indicator, area, series, year, sex, age, load),
  check (lower is null or upper is null or lower <= upper)
);
comment on table region.figure is 'One figure of one area in one year, as one series gives it; `current` until a later load says otherwise. Open data: no row is about a person.';
create unique index figure_once on region.figure (indicator, area, series, year, sex, age) where current;
create index figure_of_area on region.figure (area, indicator, series, year desc) where current and sex = 'all' and age = 'all';
create index figure_of_year on region.figure (indicator, series, year desc, area) where current and sex = 'all' and age = 'all';

grant select, insert, update on all tables in schema region to omzien_app;
grant select on all tables in schema region to omzien_worker;
