-- Oversight: what residents ask about their own data, and what the privacy officer does with it.

create schema oversight;
grant usage on schema oversight to omzien_app, omzien_worker;

create table oversight.request (
  resident_id uuid not null,
  id text not null,
  number text not null,
  kind text not null check (kind in ('see', 'correct', 'erase', 'restrict', 'object', 'question')),
  via text not null check (via in ('portal', 'phone', 'paper')),
  received_on date not null,
  due date not null,
  state text not null default 'open' check (state in ('open', 'decided', 'done', 'withdrawn')),
  extended_at timestamptz,
  decision text check (decision in ('granted', 'partly', 'refused', 'answered')),
  reasons text[] not null default '{}',
  parts text[] not null default '{}',
  about text,
  identity text,
  said bytea not null,
  told bytea,
  made_at timestamptz not null,
  decided_at timestamptz,
  done_at timestamptz,
  primary key (resident_id, id)
);
comment on table oversight.request is
  'One request of one resident about their own data (GDPR 15-21), or a question about a line of the log. said and told: the words of the resident and of the answer, encrypted.';
create index request_open on oversight.request (due, id) where state in ('open', 'decided');
create index request_closed on oversight.request (made_at desc, id) where state in ('done', 'withdrawn');

create table oversight.request_step (
  resident_id uuid not null,
  request_id text not null,
  id text not null,
  at timestamptz not null,
  what text not null,
  by_person text not null,
  by_name text not null,
  note bytea,
  primary key (resident_id, id)
);
comment on table oversight.request_step is 'One thing that was done with one request, and by whom; note is encrypted.';
create index request_step_of on oversight.request_step (resident_id, request_id, id);

create table oversight.notice (
  resident_id uuid not null,
  id text not null,
  at timestamptz not null,
  kind text not null,
  about text not null,
  told_at timestamptz,
  primary key (resident_id, id)
);
comment on table oversight.notice is 'Something a resident is to be told by mail or letter; a sweep makes the message, once.';
create index notice_waiting on oversight.notice (at) where told_at is null;

do $$
declare t text;
begin
  foreach t in array array['request', 'request_step', 'notice'] loop
    execute format('alter table oversight.%I enable row level security', t);
    execute format('alter table oversight.%I force row level security', t);
    execute format('create policy %I on oversight.%I to omzien_owner using (true) with check (true)', t || '_gate', t);
    execute format('grant select, insert, update on oversight.%I to omzien_app, omzien_worker', t);
    execute format($p$create policy %I on oversight.%I for all to omzien_app, omzien_worker
      using (platform.scope() in ('duty', 'region')) with check (platform.scope() in ('duty', 'region'))$p$, t || '_duty', t);
    execute format($p$create policy %I on oversight.%I for select to omzien_app, omzien_worker
      using ((platform.see() -> resident_id::text -> 'w') ? 'trail')$p$, t || '_own', t);
    execute format($p$create policy %I on oversight.%I for insert to omzien_app, omzien_worker
      with check (platform.scope() = 'act' and platform.see() ? resident_id::text)$p$, t || '_ask', t);
  end loop;
end $$;
create policy request_withdraw on oversight.request for update to omzien_app, omzien_worker
  using (platform.scope() = 'act' and platform.see() ? resident_id::text)
  with check (platform.scope() = 'act' and platform.see() ? resident_id::text);

-- Letters that the privacy officer prints: of the duty itself, never of a team.
create policy message_duty on platform.message for select to omzien_app, omzien_worker
  using (sender = 'Duty/privacy' and platform.scope() = 'duty');
create policy message_duty_sent on platform.message for update to omzien_app, omzien_worker
  using (kind = 'letter' and sender = 'Duty/privacy' and platform.scope() = 'duty')
  with check (kind = 'letter' and sender = 'Duty/privacy' and platform.scope() = 'duty');
