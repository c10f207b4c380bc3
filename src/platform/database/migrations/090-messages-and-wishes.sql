-- Messages between a resident and who helps them, questions about who looked, and how a resident wants to be reached.

create table pathways.thread (
  resident_id uuid not null references record.resident (resident_id),
  id text not null,
  kind text not null check (kind in ('message', 'question')),
  case_id text,
  team text,
  started_at timestamptz not null,
  last_at timestamptz not null,
  last_by text not null check (last_by in ('resident', 'other')),
  unread_resident int not null default 0,
  unread_other int not null default 0,
  closed boolean not null default false,
  primary key (resident_id, id)
);
comment on table pathways.thread is
  'One exchange of messages of a resident: with the team of one case, or a question to the privacy officer about who looked. A read model of Communication; id is the first one''s. How many each side has not read; closed once the case has.';
create index thread_of_team on pathways.thread (team, last_at) where not closed;
create index thread_question on pathways.thread (last_at) where kind = 'question';
create index thread_of_case on pathways.thread (resident_id, case_id);
alter table pathways.thread enable row level security;
alter table pathways.thread force row level security;
create policy thread_gate on pathways.thread to omzien_owner using (true) with check (true);
create policy thread_act on pathways.thread for all to omzien_app, omzien_worker
  using (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text))
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
-- Only the resident sees the trail of their own record whole.
create policy thread_self on pathways.thread for select to omzien_app, omzien_worker
  using ((platform.see() -> resident_id::text -> 'w') ? 'trail');
create policy thread_team on pathways.thread for select to omzien_app, omzien_worker
  using (kind = 'message' and team = any (platform.parties()));
create policy thread_duty on pathways.thread for select to omzien_app, omzien_worker
  using (platform.scope() = 'duty' and kind = 'question');
grant select, insert, update, delete on pathways.thread to omzien_app, omzien_worker;

-- A question about who looked is part of the trail: the team does not read it, the privacy officer does.
create policy resource_question on record.resource for select to omzien_app, omzien_worker
  using (platform.scope() = 'duty' and type = 'Communication' and facet = 'trail');

create table pathways.preference (
  resident_id uuid primary key references record.resident (resident_id),
  easy_read boolean not null default false,
  code_word bytea,
  code_word_at timestamptz
);
comment on table pathways.preference is
  'How one resident is served: large letters and short words (a read model of Patient), and the word by which they are known on the telephone, encrypted. The word is in no FHIR resource: who reads the Patient does not read it.';
alter table pathways.preference enable row level security;
alter table pathways.preference force row level security;
create policy preference_gate on pathways.preference to omzien_owner using (true) with check (true);
create policy preference_act on pathways.preference for all to omzien_app, omzien_worker
  using (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text))
  with check (platform.scope() = 'region' or (platform.scope() = 'act' and platform.see() ? resident_id::text));
-- The resident, and the team while it has the case: nobody whose relation has ended.
create policy preference_see on pathways.preference for select to omzien_app, omzien_worker
  using ((platform.see() -> resident_id::text -> 'w') ? 'contact' and coalesce(platform.see() -> resident_id::text ->> 'u', '') = '');
grant select, insert, update, delete on pathways.preference to omzien_app, omzien_worker;

alter table platform.message add column large boolean not null default false;
comment on column platform.message.large is 'A letter in large print (18 points) and short sentences, as its reader asked.';
