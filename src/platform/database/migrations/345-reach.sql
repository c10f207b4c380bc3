-- How far it is from the middle of a postcode area to what is near: kept, as the directory changes less often than it is asked.

create table region.reach (
  postcode text not null,
  -- A domain of the directory: care, welfare, ...
  kind text not null,
  service text not null,
  km double precision not null check (km >= 0),
  primary key (postcode, kind)
);
comment on table region.reach is 'Of one postcode area and one kind of service: the nearest service where an older resident can go, and how far it is as the crow flies. Made anew when the directory changes.';

create table region.reach_made (
  one boolean primary key default true check (one),
  at timestamptz not null,
  services int not null,
  state text not null
);
comment on table region.reach_made is 'When the distances were last worked out, over how many services, and of which state of the directory.';

grant select, insert, update, delete on region.reach, region.reach_made to omzien_app;
grant select on region.reach, region.reach_made to omzien_worker;
