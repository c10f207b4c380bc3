-- Two records that turn out to be of one person: which goes on in which. Nothing moves; both are read together, each
-- under its own grants, and taken apart again they are what they were.
create table record.merged (
  resident_id uuid not null references record.resident (resident_id),
  id text not null,
  survivor uuid not null,
  was_active boolean,
  at timestamptz not null,
  by_person text not null,
  by_name text not null,
  undone_at timestamptz,
  undone_by text,
  primary key (resident_id, id),
  check (survivor <> resident_id)
);
comment on table record.merged is
  'One record that goes on in another (survivor) because both are of one person, from when and by whom; undone_at: it was a mistake, and they are two again.';
create unique index merged_once on record.merged (resident_id) where undone_at is null;
create index merged_into on record.merged (survivor) where undone_at is null;
alter table record.merged enable row level security;
alter table record.merged force row level security;
create policy merged_gate on record.merged to omzien_owner using (true) with check (true);
create policy merged_see on record.merged for select to omzien_app, omzien_worker using (
  platform.scope() in ('region', 'duty')
  or (platform.see() -> resident_id::text -> 'w') ? 'identity' or (platform.see() -> survivor::text -> 'w') ? 'identity');
create policy merged_add on record.merged for insert to omzien_app, omzien_worker
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text and platform.see() ? survivor::text));
create policy merged_change on record.merged for update to omzien_app, omzien_worker
  using (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text and platform.see() ? survivor::text))
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text and platform.see() ? survivor::text));
grant select, insert, update on record.merged to omzien_app, omzien_worker;

create function platform.act_on_two(p_resident uuid, p_other uuid, p_parties text[], p_at timestamptz, p_system boolean)
returns jsonb language plpgsql as $$
-- The only act on two residents at once: merging their records, or taking them apart. A relation with both that is open
-- is asked. Both are locked in the order of their ids, so that two such acts never wait for one another.
declare
  v_found jsonb;
  v_one jsonb := '{"c":["health","mental-health","support","income-debt","housing","social"],"w":["identity","referral","conversation","contact","consent","team","trail"],"o":[]}';
begin
  if p_system then
    perform platform.enter('region', p_parties, '{}', p_at);
    perform 1 from record.resident where resident_id in (p_resident, p_other) order by resident_id for no key update;
    return '{}';
  end if;
  v_found := platform.hush(coalesce(platform.rights(p_parties, array[p_resident, p_other], p_at), '{}'));
  if not (v_found ? p_resident::text and v_found ? p_other::text) then
    raise exception 'no relation with this resident' using errcode = '42501';
  elsif v_found -> p_resident::text ->> 'u' is not null or v_found -> p_other::text ->> 'u' is not null then
    raise exception 'the relation with this resident has ended' using errcode = '42501';
  end if;
  perform set_config('omzien.parties', array_to_string(p_parties, ','), true),
          set_config('omzien.scope', 'act', true),
          set_config('omzien.see', jsonb_build_object(p_resident::text, v_one, p_other::text, v_one)::text, true);
  perform 1 from record.resident where resident_id in (p_resident, p_other) order by resident_id for no key update;
  return v_found;
end $$;

-- Who a record goes on in; itself where it does not.
create function record.survivor_of(p_resident uuid) returns uuid
language sql stable security definer set search_path = record, pg_temp as $$
  select coalesce((select m.survivor from record.merged m where m.resident_id = p_resident and m.undone_at is null), p_resident)
$$;
create function record.same_person(p_residents uuid[]) returns setof uuid
language sql stable security definer set search_path = record, pg_temp as $$
  -- These residents and the records that are theirs too; what of each may be seen the grants on each decide.
  select distinct r from (
    select unnest(p_residents) as r
    union select m.survivor from record.merged m where m.resident_id = any (p_residents) and m.undone_at is null
    union select m.resident_id from record.merged m where m.undone_at is null and (m.survivor = any (p_residents)
      or m.survivor in (select n.survivor from record.merged n where n.resident_id = any (p_residents) and n.undone_at is null))) all_of
$$;
comment on function record.survivor_of is 'The record that this one goes on in, or itself.';
comment on function record.same_person is 'The ids of all records of the persons whose these are.';
create or replace function record.find_identity(p_system text, p_hash bytea)
returns uuid language sql stable security definer set search_path = record, pg_temp as $$
  select record.survivor_of(i.resident_id) from record.identity i where i.system = p_system and i.value_hash = p_hash
$$;
create or replace function record.find_person(p_family_key text, p_birth date, p_postcode text)
returns table (found int, resident_id uuid) language sql stable security definer set search_path = record, pg_temp as $$
  -- How many people fit, and who where it is one: never a list (LAW 5). A secret address fits any postcode: it confirms
  -- none. A record that goes on in another leads there.
  select count(*)::int, case when count(*) = 1 then (array_agg(one.resident_id))[1] end from (
    select distinct record.survivor_of(p.resident_id) as resident_id from record.person p
    where p.birth_date = p_birth and p.family_key = p_family_key
      and (p_postcode is null or p.secret or p.postcode like p_postcode || '%') and not p.deceased) one
$$;
revoke execute on function record.survivor_of, record.same_person from public;
grant execute on function record.survivor_of, record.same_person to omzien_app, omzien_worker;
