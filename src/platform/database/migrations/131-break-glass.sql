-- Break-glass: treating care in need (LAW 6). The right itself is a grant like any other, to one way of looking.

create table oversight.break_glass (
  resident_id uuid not null,
  id text not null,
  at timestamptz not null,
  person text not null,
  person_name text not null,
  role text not null,
  organisation text not null,
  reason text not null,
  said bytea not null,
  until timestamptz not null,
  closed_at timestamptz,
  review_by date not null,
  reviewed_at timestamptz,
  reviewed_by text,
  outcome text check (outcome in ('rightful', 'asked', 'wrong')),
  note bytea,
  primary key (resident_id, id)
);
comment on table oversight.break_glass is
  'One time that somebody who treats opened what they need of one resident in an emergency: why (said is encrypted), until when, and what the privacy officer found of it.';
create index break_glass_review on oversight.break_glass (review_by, id) where reviewed_at is null;
create index break_glass_open on oversight.break_glass (until) where closed_at is null;
create index break_glass_person on oversight.break_glass (person, at);

alter table oversight.break_glass enable row level security;
alter table oversight.break_glass force row level security;
create policy break_glass_gate on oversight.break_glass to omzien_owner using (true) with check (true);
create policy break_glass_duty on oversight.break_glass for all to omzien_app, omzien_worker
  using (platform.scope() in ('duty', 'region')) with check (platform.scope() in ('duty', 'region'));
create policy break_glass_own on oversight.break_glass for select to omzien_app, omzien_worker
  using ((platform.see() -> resident_id::text -> 'w') ? 'trail');
create policy break_glass_break on oversight.break_glass for insert to omzien_app, omzien_worker
  with check (platform.scope() = 'act' and platform.see() ? resident_id::text);
grant select, insert, update on oversight.break_glass to omzien_app, omzien_worker;

create function oversight.glass_broken(p_person text, p_since timestamptz)
returns int language sql stable security definer set search_path = oversight, pg_temp as $$
  -- How often one person did so since; a count, so that it can be limited. The caller decides and audits.
  select count(*)::int from oversight.break_glass where person = p_person and at >= p_since
$$;
revoke execute on function oversight.glass_broken from public;
grant execute on function oversight.glass_broken to omzien_app, omzien_worker;

create function oversight.present_glass(p_resident uuid, p_person text, p_at timestamptz)
returns table (until timestamptz, reason text) language sql stable security definer set search_path = oversight, pg_temp as $$
  -- Until when, and why, this person has emergency access now; nothing where they have none.
  select b.until, b.reason from oversight.break_glass b
  join platform."grant" g on g.resident_id = b.resident_id and g.source = b.id and g.relation = 'emergency'
  where b.resident_id = p_resident and b.person = p_person and g.grantee = p_person || '#emergency'
    and g.closed_at is null and g.until > p_at order by b.until desc limit 1
$$;
revoke execute on function oversight.present_glass from public;
grant execute on function oversight.present_glass to omzien_app, omzien_worker;

create index grant_ends_by_itself on platform."grant" (until) where relation in ('emergency', 'request') and closed_at is null;
