-- The context of a transaction, whole: what is withheld from who looks at themselves (121), whose address is secret (122),
-- and who is stored only (135), also where an act is on two residents (123).
create or replace function platform.enter(p_scope text, p_parties text[], p_residents uuid[], p_at timestamptz)
returns jsonb language plpgsql as $$
-- The one way into the data. Sets the context for this transaction only and returns what was found.
declare
  v_see jsonb := '{}';
  v_hidden text := platform.hide(p_parties);
  v_resident text;
begin
  if p_scope in ('resident', 'page', 'act') then
    v_see := platform.hush(coalesce(platform.rights(p_parties, p_residents, p_at), '{}'));
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

create or replace function platform.act(p_resident uuid, p_parties text[], p_at timestamptz, p_opens boolean, p_system boolean)
returns jsonb language plpgsql as $$
-- A decided act on one resident: the rules need the whole case. Requires an open relation, unless the act itself opens
-- one (register, refer) or a system acts. Acts on one resident follow one another: the resident's row is locked.
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
    perform 1 from record.resident where resident_id = p_resident for no key update;
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
  perform 1 from record.resident where resident_id = p_resident for no key update;
  return nullif(v_found, 'null');
end $$;

create or replace function platform.act_on_two(p_resident uuid, p_other uuid, p_parties text[], p_at timestamptz, p_system boolean)
returns jsonb language plpgsql as $$
-- The only act on two residents at once: merging their records, or taking them apart. A relation with both that is open
-- is asked. Both are locked in the order of their ids, so that two such acts never wait for one another.
declare
  v_found jsonb;
  v_one jsonb := '{"c":["health","mental-health","support","income-debt","housing","social"],"w":["identity","referral","conversation","contact","consent","team","trail"],"o":[]}';
  v_hidden text := platform.hide(p_parties);
begin
  if strpos(v_hidden, p_resident::text) > 0 or strpos(v_hidden, p_other::text) > 0 then
    raise exception 'processing of this resident is restricted' using errcode = '42501';
  end if;
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
          set_config('omzien.hidden', v_hidden, true),
          set_config('omzien.see', jsonb_build_object(p_resident::text, v_one, p_other::text, v_one)::text, true);
  perform 1 from record.resident where resident_id in (p_resident, p_other) order by resident_id for no key update;
  return v_found;
end $$;
