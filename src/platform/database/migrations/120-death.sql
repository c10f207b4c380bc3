-- When somebody dies: who signed in as them no longer can, what was ready to be sent is taken back, and those around
-- the case keep reading for the days that the region set.
alter table platform.account add column closed_at timestamptz;
comment on column platform.account.closed_at is 'From when nobody signs in by this identity any more: the resident it stands for has died. Empty again when that was a mistake.';
create policy message_take_back on platform.message for update to omzien_app, omzien_worker
  using (platform.scope() = 'act' and platform.see() ? resident_id::text)
  with check (platform.scope() = 'act' and platform.see() ? resident_id::text);
create function platform.limit_grants(p_resident uuid, p_relations text[], p_source text, p_until timestamptz)
returns int language sql security definer set search_path = platform, pg_temp as $$
  select platform.require_act(p_resident);
  with limited as (
    update platform."grant" set until = least(until, p_until)
    where resident_id = p_resident and closed_at is null and relation = any (p_relations) and source = p_source
    returning 1)
  select count(*)::int from limited
$$;
comment on function platform.limit_grants is 'Gives open grants of one resident a last moment; called in the transaction of what limits them.';
revoke execute on function platform.limit_grants from public;
grant execute on function platform.limit_grants to omzien_app, omzien_worker;
