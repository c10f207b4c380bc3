-- Places of a service: who takes one, who waits for one, and how many are taken.

create table pathways.place (
  resident_id uuid not null,
  id text not null,
  service text not null,
  state text not null check (state in ('waiting', 'taken')),
  asked_at timestamptz not null,
  primary key (resident_id, id)
);
comment on table pathways.place is
  'One resident who takes a place of a service, or waits for one in the order of asking; id is the Task by which it was asked. A read model of Tasks.';
create index place_waiting on pathways.place (service, asked_at, id) where state = 'waiting';
alter table pathways.place enable row level security;
alter table pathways.place force row level security;
create policy place_gate on pathways.place to omzien_owner using (true) with check (true);
create policy place_act on pathways.place for all to omzien_app, omzien_worker
  using (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text))
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
create policy place_service on pathways.place for select to omzien_app, omzien_worker
  using (service = any (platform.parties()));
grant select, insert, update, delete on pathways.place to omzien_app, omzien_worker;

create table pathways.places_taken (
  service text primary key,
  taken int not null default 0 check (taken >= 0)
);
comment on table pathways.places_taken is
  'How many places of one service are taken through Omzien: a count, nobody in it. Its row is where two who say yes at once meet, so that never more are taken than there are.';
grant select, insert, update on pathways.places_taken to omzien_app, omzien_worker;
