-- The resident's record: FHIR R4 resources, keyed by resident.

create schema record;
grant usage on schema record to omzien_app, omzien_worker;

create table record.resident (
  resident_id uuid primary key,
  since timestamptz not null
);
comment on table record.resident is 'One resident who has a record here; every other row about them hangs on it.';
alter table record.resident enable row level security;
alter table record.resident force row level security;
create policy resident_see on record.resident for select to omzien_app, omzien_worker
  using (platform.scope() = 'region' or platform.see() ? resident_id::text);
create policy resident_add on record.resident for insert to omzien_app, omzien_worker
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
create policy resident_lock on record.resident for update to omzien_app, omzien_worker
  using (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text)) with check (false);
create policy resident_gate on record.resident to omzien_owner using (true) with check (true);
grant select, insert, update on record.resident to omzien_app, omzien_worker;

create table record.resource (
  resident_id uuid not null references record.resident (resident_id),
  type text not null,
  id text not null,
  version int not null,
  last_updated timestamptz not null,
  content text not null,
  sealed bytea,
  facet text not null,
  categories text[] not null,
  parties text[] not null,
  author text not null,
  status text,
  tokens text[] not null default '{}',
  refs text[] not null default '{}',
  date_from timestamptz,
  date_to timestamptz,
  deleted boolean not null default false,
  primary key (resident_id, type, id)
);
comment on table record.resource is
  'The current version of one FHIR resource about one resident: its text as it was written (BSN sealed beside it), what guards it (facet, categories, parties, author) and what it is found by (status, tokens, refs, dates).';
create index resource_tokens on record.resource using gin (tokens) with (fastupdate = on);
create index resource_refs on record.resource using gin (refs) with (fastupdate = on);
create index resource_by_type on record.resource (type, id);

create table record.history (
  resident_id uuid not null,
  type text not null,
  id text not null,
  version int not null,
  last_updated timestamptz not null,
  content text not null,
  sealed bytea,
  facet text not null,
  categories text[] not null,
  parties text[] not null,
  author text not null,
  deleted boolean not null default false,
  primary key (resident_id, type, id, version)
);
comment on table record.history is 'A superseded version of one FHIR resource, guarded as it was when it was current.';

alter table record.resource enable row level security;
alter table record.resource force row level security;
create policy resource_gate on record.resource to omzien_owner using (true) with check (true);
create policy resource_see on record.resource for select to omzien_app, omzien_worker using (
  platform.scope() = 'region'
  or (to_jsonb(categories) <@ (platform.see() -> resident_id::text -> 'c')
      and ((platform.see() -> resident_id::text -> 'w') ? facet
           or ((platform.see() -> resident_id::text -> 'o') ? facet and parties && platform.parties()))
      and (last_updated <= coalesce((platform.see() -> resident_id::text ->> 'u')::timestamptz, 'infinity')
           or author = any (platform.parties()))));
create policy resource_add on record.resource for insert to omzien_app, omzien_worker
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
create policy resource_change on record.resource for update to omzien_app, omzien_worker
  using (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text))
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
grant select, insert, update on record.resource to omzien_app, omzien_worker;

alter table record.history enable row level security;
alter table record.history force row level security;
create policy history_gate on record.history to omzien_owner using (true) with check (true);
create policy history_see on record.history for select to omzien_app, omzien_worker using (
  platform.scope() = 'region'
  or (to_jsonb(categories) <@ (platform.see() -> resident_id::text -> 'c')
      and ((platform.see() -> resident_id::text -> 'w') ? facet
           or ((platform.see() -> resident_id::text -> 'o') ? facet and parties && platform.parties()))
      and (last_updated <= coalesce((platform.see() -> resident_id::text ->> 'u')::timestamptz, 'infinity')
           or author = any (platform.parties()))));
create policy history_add on record.history for insert to omzien_app, omzien_worker
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
grant select, insert on record.history to omzien_app, omzien_worker;

create table record.identity (
  system text not null,
  value_hash bytea not null,
  resident_id uuid not null,
  primary key (system, value_hash)
);
comment on table record.identity is
  'One identifier of one resident as a keyed hash, unique over all residents; the one table not led by resident_id: claim the identity, then create.';
create index identity_of_resident on record.identity (resident_id);
alter table record.identity enable row level security;
alter table record.identity force row level security;
create policy identity_gate on record.identity to omzien_owner using (true) with check (true);

create table record.person (
  resident_id uuid primary key,
  family text not null,
  given text not null,
  family_key text not null,
  birth_date date not null,
  postcode text,
  gender text,
  municipality text,
  mail boolean not null default false,
  deceased boolean not null default false
);
comment on table record.person is 'The few facts of one resident that look-up, lists and letters need; a read model of Patient.';
create index person_by_birth on record.person (birth_date, family_key);
alter table record.person enable row level security;
alter table record.person force row level security;
create policy person_see on record.person for select to omzien_app, omzien_worker
  using (platform.scope() = 'region' or (platform.see() -> resident_id::text -> 'w') ? 'identity');
create policy person_write on record.person for insert to omzien_app, omzien_worker
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
create policy person_change on record.person for update to omzien_app, omzien_worker
  using (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
create policy person_gate on record.person to omzien_owner using (true) with check (true);
grant select, insert, update on record.person to omzien_app, omzien_worker;

create function record.claim_identity(p_system text, p_hash bytea, p_resident uuid)
returns boolean language sql security definer set search_path = record, pg_temp as $$
  -- True when the identity is this resident's now; false when somebody else holds it.
  with claimed as (
    insert into record.identity (system, value_hash, resident_id) values (p_system, p_hash, p_resident)
    on conflict (system, value_hash) do update set resident_id = record.identity.resident_id
    returning resident_id)
  select resident_id = p_resident from claimed
$$;
create function record.release_identity(p_system text, p_hash bytea, p_resident uuid)
returns void language sql security definer set search_path = record, pg_temp as $$
  delete from record.identity where system = p_system and value_hash = p_hash and resident_id = p_resident
$$;
create function record.find_identity(p_system text, p_hash bytea)
returns uuid language sql stable security definer set search_path = record, pg_temp as $$
  select resident_id from record.identity where system = p_system and value_hash = p_hash
$$;
create function record.find_person(p_family_key text, p_birth date, p_postcode text)
returns table (found int, resident_id uuid) language sql stable security definer set search_path = record, pg_temp as $$
  -- How many fit, and who where it is one: never a list (LAW 5).
  select count(*)::int, case when count(*) = 1 then (array_agg(p.resident_id))[1] end
  from record.person p
  where p.birth_date = p_birth and p.family_key = p_family_key
    and (p_postcode is null or p.postcode like p_postcode || '%') and not p.deceased
$$;
create function record.glimpse(p_resident uuid)
returns table (given text, family text, birth_date date, postcode text) language sql stable security definer set search_path = record, pg_temp as $$
  -- What a look-up shows: name, birth date, postcode (LAW 5). The caller decides and audits.
  select p.given, p.family, p.birth_date, left(p.postcode, 4) from record.person p where p.resident_id = p_resident
$$;
revoke execute on function record.claim_identity, record.release_identity, record.find_identity, record.find_person, record.glimpse from public;
grant execute on function record.claim_identity, record.release_identity, record.find_identity, record.find_person, record.glimpse to omzien_app, omzien_worker;

create table record.timeline (
  resident_id uuid not null,
  id text not null,
  type text not null,
  resource_id text not null,
  at timestamptz not null,
  kind text not null,
  facet text not null,
  categories text[] not null,
  parties text[] not null,
  primary key (resident_id, id)
);
comment on table record.timeline is 'One happening in one resident''s record, for the timeline: what kind, when, about which resource.';
alter table record.timeline enable row level security;
alter table record.timeline force row level security;
create policy timeline_see on record.timeline for select to omzien_app, omzien_worker using (
  platform.scope() = 'region'
  or (to_jsonb(categories) <@ (platform.see() -> resident_id::text -> 'c')
      and at <= coalesce((platform.see() -> resident_id::text ->> 'u')::timestamptz, 'infinity')
      and ((platform.see() -> resident_id::text -> 'w') ? facet
           or ((platform.see() -> resident_id::text -> 'o') ? facet and parties && platform.parties()))));
create policy timeline_add on record.timeline for insert to omzien_app, omzien_worker
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
create policy timeline_rebuild on record.timeline for delete to omzien_app, omzien_worker using (platform.scope() = 'region');
grant select, insert, delete on record.timeline to omzien_app, omzien_worker;

create function record.read(p_scope text, p_parties text[], p_resident uuid, p_at timestamptz, p_type text, p_id text)
returns table (seen jsonb, version int, last_updated timestamptz, content text, sealed bytea, facet text, categories text[], parties text[], deleted boolean)
language plpgsql as $$
-- One resource in one statement and so in one transaction: sets the context, then reads under it.
declare
  v_seen jsonb := platform.enter(p_scope, p_parties, array[p_resident], p_at);
begin
  return query select v_seen -> p_resident::text, r.version, r.last_updated, r.content, r.sealed, r.facet, r.categories, r.parties, r.deleted
    from record.resource r where r.resident_id = p_resident and r.type = p_type and r.id = p_id;
end $$;
comment on function record.read is 'Reads one resource as the actor whose parties are given; row-level security applies (security invoker).';
