-- Restriction of processing (GDPR 18): stored, and otherwise not used, as long as something is looked into.

create table platform.restriction (
  resident_id uuid not null,
  request_id text not null,
  since timestamptz not null,
  lifted_at timestamptz,
  primary key (resident_id, request_id)
);
comment on table platform.restriction is
  'One resident whose data are stored only, at their own request, since then and until it is lifted. Exempt: the resident, treating care in need, the officer for that request, and what keeps Omzien itself running.';
create index restriction_now on platform.restriction (resident_id) where lifted_at is null;
alter table platform.restriction enable row level security;
alter table platform.restriction force row level security;
create policy restriction_gate on platform.restriction to omzien_owner using (true) with check (true);
create policy restriction_see on platform.restriction for select to omzien_app, omzien_worker
  using (platform.scope() in ('duty', 'region') or (platform.see() -> resident_id::text -> 'w') ? 'trail');
grant select on platform.restriction to omzien_app, omzien_worker;

create function platform.restrict(p_resident uuid, p_request text, p_at timestamptz) returns void
language plpgsql security definer set search_path = platform, pg_temp as $$
begin
  if platform.scope() is distinct from 'duty' then
    raise exception 'processing is restricted by the privacy officer only' using errcode = '42501';
  end if;
  insert into platform.restriction (resident_id, since, request_id) values (p_resident, p_at, p_request) on conflict do nothing;
end $$;
create function platform.lift_restriction(p_resident uuid, p_request text, p_at timestamptz) returns void
language plpgsql security definer set search_path = platform, pg_temp as $$
begin
  if platform.scope() is distinct from 'duty' then
    raise exception 'a restriction is lifted by the privacy officer only' using errcode = '42501';
  end if;
  update platform.restriction set lifted_at = p_at where resident_id = p_resident and request_id = p_request and lifted_at is null;
end $$;

-- omzien.hidden: the residents who are stored only for who acts in this transaction.
create function platform.hidden() returns text[] language sql stable as
  $$ select coalesce(string_to_array(nullif(current_setting('omzien.hidden', true), ''), ','), '{}') $$;

create function platform.hide(p_parties text[]) returns text language sql stable security definer set search_path = platform, pg_temp as $$
  select coalesce(string_agg(resident_id::text, ','), '') from platform.restriction
  where lifted_at is null and not ('Patient/' || resident_id = any (p_parties))
    and not exists (select 1 from unnest(p_parties) party where party like 'Device/omzien-%' or party like '%#emergency' or party like '%#request')
$$;

create or replace function platform.enter(p_scope text, p_parties text[], p_residents uuid[], p_at timestamptz)
returns jsonb language plpgsql as $$
-- The one way into the data. Sets the context for this transaction only and returns what was found.
declare
  v_see jsonb := '{}';
  v_hidden text := platform.hide(p_parties);
  v_resident text;
begin
  if p_scope in ('resident', 'page', 'act') then
    v_see := coalesce(platform.rights(p_parties, p_residents, p_at), '{}');
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
  v_found := coalesce(platform.rights(p_parties, array[p_resident], p_at) -> p_resident::text, 'null');
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

-- Beside every other policy: what is stored only is not seen, whatever else would let it through.
do $$
declare t text;
begin
  foreach t in array array['record.resource', 'record.history', 'record.timeline', 'record.person', 'record.attachment',
    'pathways.case', 'pathways.happening', 'pathways.clock', 'pathways.pause', 'pathways.worklist', 'pathways.thread',
    'pathways.preference'] loop
    execute format('create policy %I on %s as restrictive for select to omzien_app, omzien_worker using (not (resident_id::text = any (platform.hidden())))',
      split_part(t, '.', 2) || '_restricted', format('%I.%I', split_part(t, '.', 1), split_part(t, '.', 2)));
  end loop;
end $$;
create policy message_restricted on platform.message as restrictive for select to omzien_app, omzien_worker
  using (sender = 'Duty/privacy' or not (resident_id::text = any (platform.hidden())));

revoke execute on function platform.restrict, platform.lift_restriction, platform.hide from public;
grant execute on function platform.restrict, platform.lift_restriction, platform.hide to omzien_app, omzien_worker;
