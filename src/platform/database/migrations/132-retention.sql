-- Retention: what is due, runs that remove it, and the one way by which rows of a resident are really deleted.

create table oversight.due (
  resident_id uuid not null,
  part text not null,
  due_on date not null,
  since date not null,
  state text not null default 'due' check (state in ('due', 'held', 'approved')),
  held_because bytea,
  held_at timestamptz,
  decided_by text,
  decided_at timestamptz,
  request_id text,
  primary key (resident_id, part)
);
comment on table oversight.due is
  'One part of one resident''s record whose term has passed, or that a request lets go: found by a sweep, held or approved by the privacy officer, and gone with the part itself. held_because is encrypted.';
create index due_by_state on oversight.due (state, due_on, resident_id);

create table oversight.run (
  id text primary key,
  at timestamptz not null,
  kind text not null check (kind in ('term', 'request', 'housekeeping')),
  part text not null,
  by_name text not null,
  counts jsonb not null
);
comment on table oversight.run is
  'One removal: when, why, who approved it, and how many rows of which table went. Never of whom.';
create index run_by_time on oversight.run (at desc, id);

create table oversight.looked_for_due (
  day date primary key,
  at timestamptz not null,
  found int not null
);
comment on table oversight.looked_for_due is 'One day on which it was looked for what is due, so that it is done once a day.';

alter table oversight.due enable row level security;
alter table oversight.due force row level security;
create policy due_gate on oversight.due to omzien_owner using (true) with check (true);
create policy due_duty on oversight.due for all to omzien_app, omzien_worker
  using (platform.scope() in ('duty', 'region')) with check (platform.scope() in ('duty', 'region'));
grant select, insert, update, delete on oversight.due to omzien_app, omzien_worker;
grant select, insert on oversight.run, oversight.looked_for_due to omzien_app, omzien_worker;

create policy timeline_gate on record.timeline to omzien_owner using (true) with check (true);

-- Only by the system that keeps terms, in scope region, and only what the privacy officer approved.
create function oversight.may_purge(p_resident uuid) returns void language plpgsql stable
set search_path = oversight, pg_temp as $$
begin
  if platform.scope() is distinct from 'region' or not ('Device/omzien-retention' = any (platform.parties())) then
    raise exception 'rows are purged by the keeper of terms only' using errcode = '42501';
  end if;
  if not exists (select 1 from oversight.due where resident_id = p_resident and state = 'approved') then
    raise exception 'nothing of this resident was approved to be purged' using errcode = '42501';
  end if;
end $$;

create function oversight.purge_rows(p_resident uuid, p_table text) returns bigint language plpgsql security definer
set search_path = oversight, pg_temp as $$
declare
  v_table regclass := p_table::regclass;
  v_count bigint;
begin
  perform oversight.may_purge(p_resident);
  if v_table = 'platform.audit'::regclass then
    raise exception 'the log keeps its bare fact' using errcode = '42501';
  end if;
  if not exists (select 1 from pg_attribute where attrelid = v_table and attname = 'resident_id' and not attisdropped) then
    raise exception 'not a table of residents: %', p_table using errcode = '22023';
  end if;
  execute format('delete from %s where resident_id = $1', v_table) using p_resident;
  get diagnostics v_count = row_count;
  return v_count;
end $$;
comment on function oversight.purge_rows is 'Deletes every row of one resident in one table; returns how many.';

create function oversight.purge_traces(p_resident uuid) returns jsonb language plpgsql security definer
set search_path = oversight, pg_temp as $$
-- What names a resident without being led by one: sign-in, forms that were sent once, drafts, jobs that wait.
declare
  v_person text := 'Patient/' || p_resident::text;
  v_plain text := replace(p_resident::text, '-', '');
  v_counts jsonb := '{}';
  v_count bigint;
begin
  perform oversight.may_purge(p_resident);
  delete from platform.session where resident_id = p_resident or person = v_person;
  get diagnostics v_count = row_count;
  v_counts := v_counts || jsonb_build_object('platform.session', v_count);
  delete from platform.account where resident_id = p_resident and person = v_person;
  get diagnostics v_count = row_count;
  v_counts := v_counts || jsonb_build_object('platform.account', v_count);
  update platform.account set resident_id = null where resident_id = p_resident;
  delete from platform.once
    where person = v_person or strpos(key, v_plain) > 0 or strpos(key, p_resident::text) > 0
      or strpos(coalesce(location, ''), v_plain) > 0 or strpos(coalesce(location, ''), p_resident::text) > 0;
  get diagnostics v_count = row_count;
  v_counts := v_counts || jsonb_build_object('platform.once', v_count);
  delete from platform.draft where person = v_person or strpos(path, v_plain) > 0 or strpos(path, p_resident::text) > 0;
  get diagnostics v_count = row_count;
  v_counts := v_counts || jsonb_build_object('platform.draft', v_count);
  delete from platform.lookup_count where person = v_person;
  if to_regclass('graphile_worker._private_jobs') is not null then
    execute $q$ delete from graphile_worker._private_jobs
      where strpos(payload::text, $1) > 0 or strpos(payload::text, $2) > 0
        or strpos(coalesce(key, ''), $1) > 0 or strpos(coalesce(key, ''), $2) > 0 $q$ using v_plain, p_resident::text;
    get diagnostics v_count = row_count;
    v_counts := v_counts || jsonb_build_object('jobs', v_count);
  end if;
  return v_counts;
end $$;
comment on function oversight.purge_traces is 'Deletes what names one resident in tables that are not led by one; returns how many rows of each.';

create function oversight.purge_part(p_resident uuid, p_authors text[]) returns jsonb language plpgsql security definer
set search_path = oversight, pg_temp as $$
-- What these authors wrote about one resident, in all versions, and what hangs on it. Who it is stays.
declare
  v_ids text[];
  v_counts jsonb := '{}';
  v_count bigint;
begin
  perform oversight.may_purge(p_resident);
  select coalesce(array_agg(type || '/' || id), '{}') into v_ids from record.resource
    where resident_id = p_resident and author = any (p_authors) and type not in ('Patient', 'RelatedPerson');
  delete from record.attachment where resident_id = p_resident and holder_type || '/' || holder_id = any (v_ids);
  get diagnostics v_count = row_count;
  v_counts := v_counts || jsonb_build_object('record.attachment', v_count);
  delete from record.timeline where resident_id = p_resident and type || '/' || resource_id = any (v_ids);
  get diagnostics v_count = row_count;
  v_counts := v_counts || jsonb_build_object('record.timeline', v_count);
  delete from record.history where resident_id = p_resident and type || '/' || id = any (v_ids);
  get diagnostics v_count = row_count;
  v_counts := v_counts || jsonb_build_object('record.history', v_count);
  delete from record.resource where resident_id = p_resident and type || '/' || id = any (v_ids);
  get diagnostics v_count = row_count;
  v_counts := v_counts || jsonb_build_object('record.resource', v_count);
  delete from platform.outbox where resident_id = p_resident and subject = any (v_ids);
  get diagnostics v_count = row_count;
  v_counts := v_counts || jsonb_build_object('platform.outbox', v_count);
  delete from platform.message where resident_id = p_resident and sender = any (p_authors);
  get diagnostics v_count = row_count;
  v_counts := v_counts || jsonb_build_object('platform.message', v_count);
  delete from platform."grant" where resident_id = p_resident and grantee = any (p_authors) and closed_at is not null;
  get diagnostics v_count = row_count;
  v_counts := v_counts || jsonb_build_object('platform.grant', v_count);
  delete from pathways.worklist where resident_id = p_resident and viewer = any (p_authors);
  get diagnostics v_count = row_count;
  v_counts := v_counts || jsonb_build_object('pathways.worklist', v_count);
  delete from pathways.invitation where resident_id = p_resident;
  return v_counts;
end $$;
comment on function oversight.purge_part is 'Deletes what some authors wrote about one resident, in all versions; returns how many rows of each table.';

create function oversight.purge_log(p_before timestamptz) returns bigint language plpgsql security definer
set search_path = oversight, pg_temp as $$
declare v_count bigint;
begin
  if platform.scope() is distinct from 'region' or not ('Device/omzien-retention' = any (platform.parties())) then
    raise exception 'rows are purged by the keeper of terms only' using errcode = '42501';
  end if;
  delete from platform.audit where at < p_before;
  get diagnostics v_count = row_count;
  return v_count;
end $$;
comment on function oversight.purge_log is 'Deletes lines of the log whose own term has passed.';
-- The log is otherwise never deleted from: not by its owner either.
create policy audit_term on platform.audit for delete to omzien_owner
  using (platform.scope() = 'region' and 'Device/omzien-retention' = any (platform.parties()));

revoke execute on function oversight.may_purge, oversight.purge_rows, oversight.purge_traces, oversight.purge_part,
  oversight.purge_log from public;
grant execute on function oversight.purge_rows, oversight.purge_traces, oversight.purge_part, oversight.purge_log
  to omzien_app, omzien_worker;
