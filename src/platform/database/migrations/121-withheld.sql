-- An entry that its resident must not read (LAW 14): kept from their page, their download and their carers by the
-- database itself, in the present version and in every old one, on the timeline, among the files and in the log.
create table record.withheld (
  resident_id uuid not null references record.resident (resident_id),
  id text not null,
  resource_type text not null,
  resource_id text not null,
  case_id text,
  reason text not null,
  review date not null,
  at timestamptz not null,
  by_person text not null,
  by_name text not null,
  lifted_at timestamptz,
  lifted_by text,
  primary key (resident_id, id)
);
comment on table record.withheld is
  'One entry of a record that is kept from the resident and their carers, why, until when it is looked at again, and whether it was lifted. Holds nothing of what the entry says.';
create unique index withheld_once on record.withheld (resident_id, resource_type, resource_id) where lifted_at is null;
create index withheld_review on record.withheld (review) where lifted_at is null;
alter table record.withheld enable row level security;
alter table record.withheld force row level security;
create policy withheld_gate on record.withheld to omzien_owner using (true) with check (true);
-- Those of the case see the mark; whoever must not read the entry does not learn that there is one.
create policy withheld_see on record.withheld for select to omzien_app, omzien_worker using (
  platform.scope() in ('region', 'duty')
  or (platform.scope() = 'act' and platform.see() ? resident_id::text)
  or (platform.see() -> resident_id::text -> 'w') ? 'contact' and not (platform.see() -> resident_id::text) ? 'h');
create policy withheld_add on record.withheld for insert to omzien_app, omzien_worker
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
create policy withheld_change on record.withheld for update to omzien_app, omzien_worker
  using (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text))
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
grant select, insert, update on record.withheld to omzien_app, omzien_worker;

create function platform.hush(p_see jsonb) returns jsonb
language sql stable security definer set search_path = platform, pg_temp as $$
  -- To what is seen of each resident by themselves or by a mandate: `h`, the ids that are withheld from them.
  select coalesce(jsonb_object_agg(key, case when (value -> 'r') ?| array['self', 'mandate']
      then value || jsonb_build_object('h', (
        select coalesce(jsonb_agg(w.resource_id), '[]') from record.withheld w
        where w.resident_id = key::uuid and w.lifted_at is null))
      else value end), '{}')
  from jsonb_each(p_see)
$$;
comment on function platform.hush is 'Adds to a context what is withheld from the resident themself and from their carers.';
revoke execute on function platform.hush from public;
grant execute on function platform.hush to omzien_app, omzien_worker;

create function platform.shown(p_resident uuid, p_id text) returns boolean language sql stable as
  $$ select not coalesce((platform.see() -> p_resident::text -> 'h') ? p_id, false) $$;
comment on function platform.shown is 'False for an entry that is withheld from who looks.';

create or replace function platform.enter(p_scope text, p_parties text[], p_residents uuid[], p_at timestamptz)
returns jsonb language plpgsql as $$
-- The one way into the data. Sets the context for this transaction only and returns what was found.
declare
  v_see jsonb := '{}';
begin
  if p_scope in ('resident', 'page', 'act') then
    v_see := platform.hush(coalesce(platform.rights(p_parties, p_residents, p_at), '{}'));
  end if;
  perform set_config('omzien.parties', array_to_string(p_parties, ','), true),
          set_config('omzien.scope', p_scope, true),
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
begin
  if p_system then
    perform platform.enter('region', p_parties, '{}', p_at);
    perform 1 from record.resident where resident_id = p_resident for no key update;
    return null;
  end if;
  v_found := coalesce(platform.hush(platform.rights(p_parties, array[p_resident], p_at)) -> p_resident::text, 'null');
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

-- A second lock beside what each table already asks: restrictive, so that nothing that is added later opens it.
create policy resource_shown on record.resource as restrictive for select to omzien_app, omzien_worker
  using (platform.shown(resident_id, id));
create policy history_shown on record.history as restrictive for select to omzien_app, omzien_worker
  using (platform.shown(resident_id, id));
create policy timeline_shown on record.timeline as restrictive for select to omzien_app, omzien_worker
  using (platform.shown(resident_id, resource_id));
create policy attachment_shown on record.attachment as restrictive for select to omzien_app, omzien_worker
  using (platform.shown(resident_id, holder_id));
create policy audit_shown on platform.audit as restrictive for select to omzien_app, omzien_worker
  using (subject_id is null or platform.shown(resident_id, subject_id));

alter table pathways.worklist drop constraint worklist_kind_check;
alter table pathways.worklist add constraint worklist_kind_check
  check (kind in ('case', 'offer', 'support', 'sent', 'review', 'move'));
