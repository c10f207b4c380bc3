-- The directory: organisations, services, places, people at work, and the definitions the region works with.
-- No resident data; small and rarely written.

create schema directory;
grant usage on schema directory to omzien_app, omzien_worker;

create table directory.resource (
  type text not null,
  id text not null,
  version int not null,
  last_updated timestamptz not null,
  content text not null,
  status text,
  tokens text[] not null default '{}',
  refs text[] not null default '{}',
  date_from timestamptz,
  date_to timestamptz,
  name text,
  deleted boolean not null default false,
  primary key (type, id)
);
comment on table directory.resource is 'The current version of one regional FHIR resource: organisation, service, place, practitioner, role or definition.';
create index directory_tokens on directory.resource using gin (tokens);
create index directory_refs on directory.resource using gin (refs);

create table directory.history (
  type text not null,
  id text not null,
  version int not null,
  last_updated timestamptz not null,
  content text not null,
  deleted boolean not null default false,
  primary key (type, id, version)
);
comment on table directory.history is 'A superseded version of one regional FHIR resource.';

create table directory.service (
  id text primary key,
  organisation text not null,
  organisation_name text not null,
  municipality text not null,
  name text not null,
  description text not null,
  domain text not null,
  needs text[] not null,
  min_age int,
  max_age int,
  gender text,
  audience text,
  cost_amount numeric(8, 2),
  cost_per text not null,
  cost_note text,
  languages text[] not null,
  waiting_days int,
  places int,
  postcode text not null,
  lat double precision not null,
  lon double precision not null,
  full_until date,
  confirmed_on date not null,
  confirmed_by text,
  detail jsonb not null,
  active boolean not null default true
);
comment on table directory.service is 'One service as matching and search read it: what, for whom, where, cost, language, waiting time, when its details were last confirmed.';
create index service_by_municipality on directory.service (municipality, domain);
create index service_needs on directory.service using gin (needs);

create table directory.tie (
  practice text primary key,
  service text not null
);
comment on table directory.tie is 'The welfare-coach team that is tied to one GP practice.';

create table directory.content_version (
  kind text not null,
  id text not null,
  version int not null,
  content jsonb not null,
  used_from timestamptz not null,
  primary key (kind, id, version)
);
comment on table directory.content_version is 'One version of a pathway, questionnaire or consent text as it was used; a case keeps running on the version it began with.';

grant select, insert, update, delete on all tables in schema directory to omzien_app;
grant select on all tables in schema directory to omzien_worker;
