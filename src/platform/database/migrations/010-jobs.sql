-- Jobs, deliveries and what the web layer keeps.

grant select on platform.migration to omzien_app;

-- The queue itself (schema graphile_worker) is installed by the owner right after the migrations; a role that owns
-- nothing cannot insert into it, so that it enqueues through this function, inside its business transaction.
create function platform.enqueue(p_task text, p_payload jsonb, p_run_at timestamptz, p_key text)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if p_task !~ '^[a-z][a-z0-9-]{0,60}$' then
    raise exception 'not the name of a task: %', left(p_task, 80) using errcode = '22023';
  end if;
  perform graphile_worker.add_job(p_task, p_payload::json, run_at => p_run_at, job_key => p_key, max_attempts => 12);
end $$;
comment on function platform.enqueue is
  'Queues a task in the transaction that it belongs to. With a key, a waiting job of that key is replaced.';
revoke execute on function platform.enqueue from public;
grant execute on function platform.enqueue to omzien_app, omzien_worker;

alter table platform.outbox add column retry_at timestamptz;
alter table platform.outbox add column delivered_to text[] not null default '{}';
comment on column platform.outbox.retry_at is 'Not tried before this moment (wall clock), after a delivery that failed.';
comment on column platform.outbox.delivered_to is 'The subscribers that have had this event; the others are still owed it.';
create index outbox_heads on platform.outbox (resident_id, id) where delivered_at is null;

alter table platform.message add column attempts int not null default 0;
alter table platform.message add column retry_at timestamptz;
comment on column platform.message.retry_at is 'Not sent before this moment (wall clock), after an attempt that failed.';

alter table platform.role add column organisation_name text not null default '';
comment on column platform.role.organisation_name is 'The name of the organisation as people read it when they choose a role.';

alter table platform.once add column flash bytea;
comment on column platform.once.flash is 'What was said to who sent the form, sealed, so that whoever sent it twice reads the same.';
create index draft_at on platform.draft (at);

create table platform.applied (
  key text primary key,
  value text not null,
  at timestamptz not null default clock_timestamp()
);
comment on table platform.applied is 'The content of the region that Omzien works with, as it was applied last, and the hash of the files it came from.';
grant select, insert, update on platform.applied to omzien_app;
