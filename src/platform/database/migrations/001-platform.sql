-- The ground floor: who is here, what they may see, what they did, what happened.
-- Roles (made by the launcher or the operator): omzien_owner owns, omzien_app acts, omzien_worker runs jobs.

create schema platform;
grant usage on schema platform to omzien_app, omzien_worker;

create table platform.meta (
  key text primary key,
  value text not null
);
comment on table platform.meta is 'One fact about this database, such as the mode it was born in.';
grant select on platform.meta to omzien_app;

create table platform.clock (
  one boolean primary key default true check (one),
  offset_ms bigint not null default 0
);
comment on table platform.clock is 'How far the demonstration clock runs ahead of the wall clock; always zero in production.';
insert into platform.clock default values;
grant select, update on platform.clock to omzien_app;
grant select on platform.clock to omzien_worker;

-- ── The context of one transaction ────────────────────────────────────────────────────────────
-- omzien.scope    'resident' | 'page' | 'duty' | 'region' | ''   (empty sees nothing)
-- omzien.see      {"<resident>": {"c": categories, "w": whole facets, "o": own-only facets, "u": until}}
-- omzien.parties  the references that stand for the actor: person, role, organisation, services

create function platform.see() returns jsonb language sql stable as
  $$ select nullif(current_setting('omzien.see', true), '')::jsonb $$;
create function platform.parties() returns text[] language sql stable as
  $$ select string_to_array(nullif(current_setting('omzien.parties', true), ''), ',') $$;
create function platform.scope() returns text language sql stable as
  $$ select nullif(current_setting('omzien.scope', true), '') $$;

create table platform."grant" (
  resident_id uuid not null,
  id text not null,
  grantee text not null,
  relation text not null,
  categories text[] not null,
  whole_facets text[] not null default '{}',
  own_facets text[] not null default '{}',
  purpose text not null,
  source text not null,
  opened_at timestamptz not null,
  until timestamptz,
  closed_at timestamptz,
  closed_reason text,
  primary key (resident_id, id)
);
comment on table platform."grant" is
  'One right of one party (person, organisation or service, as a FHIR reference) to see part of one resident''s record, from opened_at until it ends or is closed.';
create index grant_of_party on platform."grant" (grantee, resident_id) where closed_at is null;
create unique index grant_once on platform."grant" (resident_id, grantee, relation, source) where closed_at is null;
alter table platform."grant" enable row level security;
alter table platform."grant" force row level security;
create policy grant_gate on platform."grant" to omzien_owner using (true) with check (true);
create policy grant_see on platform."grant" for select to omzien_app, omzien_worker
  using (platform.scope() in ('region', 'duty') or (platform.see() -> resident_id::text -> 'w') ? 'consent');
grant select on platform."grant" to omzien_app, omzien_worker;

create function platform.rights(p_parties text[], p_residents uuid[], p_at timestamptz)
returns jsonb language sql stable security definer set search_path = platform, pg_temp as $$
  -- Open grants count first; only where a party holds none that is open do its closed ones count,
  -- for what it had received until they closed.
  select jsonb_object_agg(resident_id::text, seen) from (
    select resident_id, jsonb_build_object(
        'c', (select coalesce(jsonb_agg(distinct c), '[]') from unnest(array_agg(array_to_string(categories, ','))) s, unnest(string_to_array(nullif(s, ''), ',')) c),
        'w', (select coalesce(jsonb_agg(distinct c), '[]') from unnest(array_agg(array_to_string(whole_facets, ','))) s, unnest(string_to_array(nullif(s, ''), ',')) c),
        'o', (select coalesce(jsonb_agg(distinct c), '[]') from unnest(array_agg(array_to_string(own_facets, ','))) s, unnest(string_to_array(nullif(s, ''), ',')) c),
        'r', jsonb_agg(distinct relation),
        'p', jsonb_agg(distinct purpose),
        'u', case when ended then max(ended_at) end) as seen
    from (
      select g.*, least(closed_at, until) as ended_at,
             not bool_or(closed_at is null and (until is null or until > p_at)) over (partition by resident_id) as ended,
             (closed_at is null and (until is null or until > p_at)) as open
      from platform."grant" g
      where grantee = any (p_parties) and resident_id = any (p_residents)
    ) g
    where open or ended
    group by resident_id, ended
  ) r
$$;
comment on function platform.rights is 'What these parties may see of these residents, per resident: categories, facets, relations, purposes, and until when.';
grant execute on function platform.rights to omzien_app, omzien_worker;

create function platform.enter(p_scope text, p_parties text[], p_residents uuid[], p_at timestamptz)
returns jsonb language plpgsql as $$
-- The one way into the data. Sets the context for this transaction only and returns what was found.
declare
  v_see jsonb := '{}';
begin
  if p_scope in ('resident', 'page', 'act') then
    v_see := coalesce(platform.rights(p_parties, p_residents, p_at), '{}');
  end if;
  perform set_config('omzien.parties', array_to_string(p_parties, ','), true),
          set_config('omzien.scope', p_scope, true),
          set_config('omzien.see', v_see::text, true);
  return v_see;
end $$;
comment on function platform.enter is
  'Begins every transaction: looks up the actor''s grants on the residents named and sets the context. Scopes: resident, page (grants decide), act (one resident, a decided act), duty (privacy officer: audit and grants), region (system only), none.';

create function platform.act(p_resident uuid, p_parties text[], p_at timestamptz, p_opens boolean, p_system boolean)
returns jsonb language plpgsql as $$
-- A decided act on one resident: the rules need the whole case. Requires an open relation, unless the act itself opens
-- one (register, refer) or a system acts. Acts on one resident follow one another: the resident's row is locked.
declare
  v_found jsonb;
  v_all jsonb := '["identity","referral","conversation","contact","consent","team","trail"]';
begin
  if p_system then
    perform platform.enter('region', p_parties, '{}', p_at);
    perform 1 from record.resident where resident_id = p_resident for no key update;
    return null;
  end if;
  v_found := coalesce(platform.rights(p_parties, array[p_resident], p_at) -> p_resident::text, 'null');
  if not p_opens and v_found = 'null' then
    raise exception 'no relation with this resident' using errcode = '42501';
  elsif not p_opens and v_found ->> 'u' is not null then
    raise exception 'the relation with this resident has ended' using errcode = '42501';
  end if;
  perform set_config('omzien.parties', array_to_string(p_parties, ','), true),
          set_config('omzien.scope', 'act', true),
          set_config('omzien.see', jsonb_build_object(p_resident::text, jsonb_build_object(
            'c', '["health","mental-health","support","income-debt","housing","social"]'::jsonb, 'w', v_all, 'o', '[]'::jsonb))::text, true);
  perform 1 from record.resident where resident_id = p_resident for no key update;
  return nullif(v_found, 'null');
end $$;

create function platform.give(p_resident uuid, p_id text, p_grantee text, p_relation text, p_categories text[],
  p_whole text[], p_own text[], p_purpose text, p_source text, p_at timestamptz, p_until timestamptz)
returns void language sql security definer set search_path = platform, pg_temp as $$
  insert into platform."grant" (resident_id, id, grantee, relation, categories, whole_facets, own_facets, purpose, source, opened_at, until)
  values (p_resident, p_id, p_grantee, p_relation, p_categories, p_whole, p_own, p_purpose, p_source, p_at, p_until)
  on conflict (resident_id, grantee, relation, source) where closed_at is null
  do update set categories = excluded.categories, whole_facets = excluded.whole_facets, own_facets = excluded.own_facets, until = excluded.until
$$;
create function platform.close_grants(p_resident uuid, p_grantee text, p_relation text, p_source text, p_at timestamptz, p_reason text)
returns int language sql security definer set search_path = platform, pg_temp as $$
  with closed as (
    update platform."grant" set closed_at = p_at, closed_reason = p_reason
    where resident_id = p_resident and closed_at is null
      and (p_grantee is null or grantee = p_grantee)
      and (p_relation is null or relation = p_relation)
      and (p_source is null or source = p_source)
    returning 1)
  select count(*)::int from closed
$$;
comment on function platform.give is 'Opens (or widens) a grant; called in the transaction of what gives it.';
comment on function platform.close_grants is 'Closes the open grants of one resident that match; called in the transaction of what ends them.';
revoke execute on function platform.give, platform.close_grants from public;
grant execute on function platform.give, platform.close_grants to omzien_app, omzien_worker;

-- ── Audit (NEN 7513) ──────────────────────────────────────────────────────────────────────────
create table platform.audit (
  resident_id uuid not null,
  id text not null,
  at timestamptz not null,
  person text not null,
  person_name text not null,
  role text not null,
  organisation text not null,
  action text not null,
  allowed boolean not null,
  subject_type text not null,
  subject_id text,
  purpose text not null,
  ground text not null,
  door text not null,
  place text,
  request_id text,
  detail text,
  primary key (resident_id, id)
);
comment on table platform.audit is
  'One line of the log: who (person, role, organisation) did what, to whom, when, why, on which ground, through which door, allowed or denied. resident_id is the nil uuid where nobody in particular was concerned. Lines are added, never changed.';
create index audit_by_time on platform.audit (at desc, id);
create index audit_by_person on platform.audit (person, at desc);
alter table platform.audit enable row level security;
alter table platform.audit force row level security;
create policy audit_add on platform.audit for insert to omzien_app, omzien_worker with check (true);
create policy audit_see on platform.audit for select to omzien_app, omzien_worker
  using (platform.scope() in ('region', 'duty') or (platform.see() -> resident_id::text -> 'w') ? 'trail');
create policy audit_gate on platform.audit for select to omzien_owner using (true);
grant select, insert on platform.audit to omzien_app, omzien_worker;

-- ── Events ────────────────────────────────────────────────────────────────────────────────────
create table platform.outbox (
  resident_id uuid not null,
  id text not null,
  at timestamptz not null,
  type text not null,
  subject text not null,
  data jsonb not null,
  delivered_at timestamptz,
  attempts int not null default 0,
  last_error text,
  primary key (resident_id, id)
);
comment on table platform.outbox is 'One CloudEvent about one resident, written with the change it tells of; delivered at least once, id is the idempotency key.';
create index outbox_waiting on platform.outbox (id) where delivered_at is null;
alter table platform.outbox enable row level security;
alter table platform.outbox force row level security;
create policy outbox_add on platform.outbox for insert to omzien_app, omzien_worker
  with check (platform.scope() = 'region' or platform.see() ? resident_id::text);
create policy outbox_deliver on platform.outbox for all to omzien_app, omzien_worker
  using (platform.scope() = 'region') with check (platform.scope() = 'region');
create policy outbox_gate on platform.outbox to omzien_owner using (true) with check (true);
grant select, insert, update, delete on platform.outbox to omzien_app, omzien_worker;

create table platform.message (
  resident_id uuid not null,
  id text not null,
  at timestamptz not null,
  kind text not null check (kind in ('mail', 'letter')),
  recipient text not null,
  recipient_kind text not null,
  subject text not null,
  body text not null,
  event_id text not null,
  case_number text,
  sent_at timestamptz,
  failed_reason text,
  cancelled_at timestamptz,
  primary key (resident_id, id)
);
comment on table platform.message is 'One mail or printable letter to one recipient, made from one event; never holds a BSN or a reason for help.';
create unique index message_once on platform.message (resident_id, event_id, recipient);
create index message_waiting on platform.message (at) where sent_at is null and cancelled_at is null;
alter table platform.message enable row level security;
alter table platform.message force row level security;
create policy message_region on platform.message to omzien_app, omzien_worker
  using (platform.scope() = 'region') with check (platform.scope() = 'region');
create policy message_case on platform.message for select to omzien_app, omzien_worker
  using ((platform.see() -> resident_id::text -> 'w') ? 'contact');
create policy message_add on platform.message for insert to omzien_app, omzien_worker
  with check (platform.see() ? resident_id::text);
create policy message_gate on platform.message to omzien_owner using (true) with check (true);
grant select, insert, update, delete on platform.message to omzien_app, omzien_worker;

-- ── Sign-in, double submits, look-ups ─────────────────────────────────────────────────────────
create table platform.account (
  issuer text not null,
  subject text not null,
  person text not null,
  name text not null,
  resident_id uuid,
  primary key (issuer, subject)
);
comment on table platform.account is 'One identity at one identity provider and the person here it stands for: a practitioner, a resident, or a system.';
grant select, insert, update, delete on platform.account to omzien_app;

create table platform.role (
  id text primary key,
  person text not null,
  person_name text not null,
  code text not null,
  organisation text not null,
  services text[] not null default '{}',
  active boolean not null default true,
  until date
);
comment on table platform.role is 'One role of one person at one organisation (PractitionerRole), as sign-in and access read it; written with the FHIR resource it mirrors.';
create index role_of_person on platform.role (person);
create index role_of_organisation on platform.role (organisation, code);
grant select, insert, update, delete on platform.role to omzien_app;
grant select on platform.role to omzien_worker;

create table platform.session (
  id_hash bytea primary key,
  person text not null,
  role_id text,
  resident_id uuid,
  csrf text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  data jsonb not null default '{}'
);
comment on table platform.session is 'One signed-in browser; the cookie holds the secret of which only the hash is here.';
create index session_expiry on platform.session (expires_at);
grant select, insert, update, delete on platform.session to omzien_app;

create table platform.once (
  person text not null,
  key text not null,
  at timestamptz not null,
  location text,
  primary key (person, key)
);
comment on table platform.once is 'One form that was sent once; sending it again leads to the same place and does nothing.';
create index once_at on platform.once (at);
grant select, insert, update, delete on platform.once to omzien_app;

create table platform.draft (
  person text not null,
  path text not null,
  at timestamptz not null,
  sealed bytea not null,
  primary key (person, path)
);
comment on table platform.draft is 'What a person had typed when their sign-in ran out, encrypted, shown again to the same person only, gone after a day.';
grant select, insert, update, delete on platform.draft to omzien_app;

create table platform.lookup_count (
  person text not null,
  hour timestamptz not null,
  count int not null,
  primary key (person, hour)
);
comment on table platform.lookup_count is 'How often one person looked somebody up in one hour (LAW 5: counted and throttled).';
grant select, insert, update, delete on platform.lookup_count to omzien_app;

create function platform.granted(p_parties text[], p_from uuid, p_most int)
returns setof uuid language sql stable security definer set search_path = platform, pg_temp as $$
  -- The residents with whom these parties have or had a relation, in order, from one on.
  select distinct resident_id from platform."grant"
  where grantee = any (p_parties) and resident_id >= p_from order by resident_id limit p_most
$$;
revoke execute on function platform.granted from public;
grant execute on function platform.granted to omzien_app, omzien_worker;
create index grant_of_party_ever on platform."grant" (grantee, resident_id);
