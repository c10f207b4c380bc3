-- What stays readable after a relation has ended (DESIGN, people and access), said more exactly.

create or replace function platform.rights(p_parties text[], p_residents uuid[], p_at timestamptz)
returns jsonb language sql stable security definer set search_path = platform, pg_temp as $$
  -- Open grants count first; only where a party holds none that is open do its closed ones count,
  -- for what it had received until they closed. A grant that a mistake had given (the wrong resident) opens nothing
  -- once it is undone: its party only learns that it ended. The party that made the mistake keeps what it wrote.
  select jsonb_object_agg(resident_id::text, seen) from (
    select resident_id, jsonb_build_object(
        'c', (select coalesce(jsonb_agg(distinct c), '[]') from unnest(array_agg(array_to_string(categories, ',')) filter (where not mistaken)) s, unnest(string_to_array(nullif(s, ''), ',')) c),
        'w', (select coalesce(jsonb_agg(distinct c), '[]') from unnest(array_agg(array_to_string(whole_facets, ',')) filter (where not mistaken)) s, unnest(string_to_array(nullif(s, ''), ',')) c),
        'o', (select coalesce(jsonb_agg(distinct c), '[]') from unnest(array_agg(array_to_string(own_facets, ',')) filter (where not mistaken)) s, unnest(string_to_array(nullif(s, ''), ',')) c),
        'r', jsonb_agg(distinct relation),
        'p', jsonb_agg(distinct purpose),
        'u', case when ended then max(ended_at) end) as seen
    from (
      select g.*, least(closed_at, until) as ended_at,
             closed_at is not null and closed_reason = 'entered-in-error' and relation <> 'referrer' as mistaken,
             not bool_or(closed_at is null and (until is null or until > p_at)) over (partition by resident_id) as ended,
             (closed_at is null and (until is null or until > p_at)) as open
      from platform."grant" g
      where grantee = any (p_parties) and resident_id = any (p_residents)
    ) g
    where open or ended
    group by resident_id, ended
  ) r
$$;

-- What a party wrote itself stays readable to it, but not what others made of it afterwards. The first version is
-- always its author's, and nobody writes a next one after their relation has ended.
alter policy resource_see on record.resource using (
  platform.scope() = 'region'
  or (to_jsonb(categories) <@ (platform.see() -> resident_id::text -> 'c')
      and ((platform.see() -> resident_id::text -> 'w') ? facet
           or ((platform.see() -> resident_id::text -> 'o') ? facet and parties && platform.parties()))
      and (last_updated <= coalesce((platform.see() -> resident_id::text ->> 'u')::timestamptz, 'infinity')
           or (version = 1 and author = any (platform.parties())))));
alter policy history_see on record.history using (
  platform.scope() = 'region'
  or (to_jsonb(categories) <@ (platform.see() -> resident_id::text -> 'c')
      and ((platform.see() -> resident_id::text -> 'w') ? facet
           or ((platform.see() -> resident_id::text -> 'o') ? facet and parties && platform.parties()))
      and (last_updated <= coalesce((platform.see() -> resident_id::text ->> 'u')::timestamptz, 'infinity')
           or (version = 1 and author = any (platform.parties())))));

-- Rights are given and closed inside a decided act on that resident, or by a system; from nowhere else.
create function platform.require_act(p_resident uuid) returns void language plpgsql stable as $$
begin
  if platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? p_resident::text) then
    return;
  end if;
  raise exception 'rights change in an act on this resident only' using errcode = '42501';
end $$;
comment on function platform.require_act is 'Refuses (42501) outside a decided act on this resident.';

create or replace function platform.give(p_resident uuid, p_id text, p_grantee text, p_relation text, p_categories text[],
  p_whole text[], p_own text[], p_purpose text, p_source text, p_at timestamptz, p_until timestamptz)
returns void language sql security definer set search_path = platform, pg_temp as $$
  select platform.require_act(p_resident);
  insert into platform."grant" (resident_id, id, grantee, relation, categories, whole_facets, own_facets, purpose, source, opened_at, until)
  values (p_resident, p_id, p_grantee, p_relation, p_categories, p_whole, p_own, p_purpose, p_source, p_at, p_until)
  on conflict (resident_id, grantee, relation, source) where closed_at is null
  do update set categories = excluded.categories, whole_facets = excluded.whole_facets, own_facets = excluded.own_facets, until = excluded.until
$$;

create or replace function platform.close_grants(p_resident uuid, p_grantee text, p_relation text, p_source text, p_at timestamptz, p_reason text)
returns int language sql security definer set search_path = platform, pg_temp as $$
  select platform.require_act(p_resident);
  -- Undone as a mistake: what the same source had given before, and had closed already, was a mistake as well.
  with closed as (
    update platform."grant" set closed_at = coalesce(closed_at, p_at), closed_reason = p_reason
    where resident_id = p_resident and (closed_at is null or p_reason = 'entered-in-error')
      and (p_grantee is null or grantee = p_grantee)
      and (p_relation is null or relation = p_relation)
      and (p_source is null or source = p_source)
    returning 1)
  select count(*)::int from closed
$$;
