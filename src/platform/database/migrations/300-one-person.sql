-- Two records of one person (123) are read as one and end as one; each under its own grants, and taken apart again as before.

create or replace function platform.enter(p_scope text, p_parties text[], p_residents uuid[], p_at timestamptz)
returns jsonb language plpgsql as $$
-- The one way into the data. Sets the context for this transaction only and returns what was found. Who looks at one
-- resident looks at the person: their other records stand in the context too, for what the grants on each give.
declare
  v_see jsonb := '{}';
  v_hidden text := platform.hide(p_parties);
  v_residents uuid[] := p_residents;
  v_resident text;
begin
  if p_scope in ('resident', 'page', 'act') then
    if p_scope = 'resident' then
      v_residents := array(select record.same_person(p_residents));
    end if;
    v_see := platform.hush(coalesce(platform.rights(p_parties, v_residents, p_at), '{}'));
    if v_hidden <> '' then
      foreach v_resident in array string_to_array(v_hidden, ',') loop
        if v_see ? v_resident then
          v_see := jsonb_set(v_see, array[v_resident], (v_see -> v_resident) || '{"c": [], "w": [], "o": [], "x": true}');
        end if;
      end loop;
    end if;
  end if;
  perform set_config('omzien.parties', array_to_string(p_parties, ','), true),
          set_config('omzien.scope', p_scope, true),
          set_config('omzien.hidden', v_hidden, true),
          set_config('omzien.see', v_see::text, true);
  return v_see;
end $$;

create function record.hold(p_resident uuid) returns void
language sql security definer set search_path = record, pg_temp as $$
  -- Every record of the person, in the order of their ids: two acts on one person never wait for one another.
  select 1 from record.resident where resident_id in (select record.same_person(array[p_resident]))
  order by resident_id for no key update
$$;
comment on function record.hold is 'Holds the resident, and the other records of the same person, until the transaction ends.';
revoke execute on function record.hold from public;
grant execute on function record.hold to omzien_app, omzien_worker;

create or replace function platform.act(p_resident uuid, p_parties text[], p_at timestamptz, p_opens boolean, p_system boolean)
returns jsonb language plpgsql as $$
-- A decided act on one resident: the rules need the whole case. Requires an open relation, unless the act itself opens
-- one (register, refer) or a system acts. Acts on one person follow one another: their records are held.
declare
  v_found jsonb;
  v_all jsonb := '["identity","referral","conversation","contact","consent","team","trail"]';
  v_hidden text := platform.hide(p_parties);
begin
  if p_system then
    perform platform.enter('region', p_parties, '{}', p_at);
    if strpos(v_hidden, p_resident::text) > 0 then
      raise exception 'processing of this resident is restricted' using errcode = '42501';
    end if;
    perform record.hold(p_resident);
    return null;
  end if;
  v_found := coalesce(platform.hush(platform.rights(p_parties, array[p_resident], p_at)) -> p_resident::text, 'null');
  if not p_opens and v_found = 'null' then
    raise exception 'no relation with this resident' using errcode = '42501';
  elsif not p_opens and v_found ->> 'u' is not null then
    raise exception 'the relation with this resident has ended' using errcode = '42501';
  elsif not p_opens and strpos(v_hidden, p_resident::text) > 0 then
    raise exception 'processing of this resident is restricted' using errcode = '42501';
  end if;
  perform set_config('omzien.parties', array_to_string(p_parties, ','), true),
          set_config('omzien.scope', 'act', true),
          set_config('omzien.hidden', case when p_opens then '' else v_hidden end, true),
          set_config('omzien.see', jsonb_build_object(p_resident::text, jsonb_build_object(
            'c', '["health","mental-health","support","income-debt","housing","social"]'::jsonb, 'w', v_all, 'o', '[]'::jsonb))::text, true);
  perform record.hold(p_resident);
  return nullif(v_found, 'null');
end $$;

create function platform.along(p_resident uuid) returns setof uuid language plpgsql as $$
-- In a decided act on one record: what follows from it (a death, a consent withdrawn) reaches the person's other records
-- too. They are held already (`act`). Gives their ids.
declare
  v_other uuid;
begin
  perform platform.require_act(p_resident);
  for v_other in select r from record.same_person(array[p_resident]) r where r <> p_resident order by r loop
    if platform.scope() = 'act' and not platform.see() ? v_other::text then
      perform set_config('omzien.see', (platform.see() || jsonb_build_object(v_other::text, platform.see() -> p_resident::text))::text, true);
    end if;
    return next v_other;
  end loop;
end $$;
comment on function platform.along is 'The other records of one person, which the rest of this act may reach; refused (42501) outside an act on this resident.';
revoke execute on function platform.along from public;
grant execute on function platform.along to omzien_app, omzien_worker;

alter table record.merged add column died_along uuid;
comment on column record.merged.died_along is 'The record of the two on which a death was not recorded itself but followed from the other; it ends with the merging.';
