-- An address that is kept secret (LAW 14): the few facts that lists, look-up and proposals read no longer hold it, and
-- a context says so, so that old versions are read without it too.
alter table record.person add column secret boolean not null default false;
comment on column record.person.secret is 'The address is kept secret: postcode and municipality are empty here, and a look-up by postcode confirms nothing.';

create or replace function record.find_person(p_family_key text, p_birth date, p_postcode text)
returns table (found int, resident_id uuid) language sql stable security definer set search_path = record, pg_temp as $$
  -- How many fit, and who where it is one: never a list (LAW 5). A secret address fits any postcode: it confirms none.
  select count(*)::int, case when count(*) = 1 then (array_agg(p.resident_id))[1] end
  from record.person p
  where p.birth_date = p_birth and p.family_key = p_family_key
    and (p_postcode is null or p.secret or p.postcode like p_postcode || '%') and not p.deceased
$$;

create or replace function platform.hush(p_see jsonb) returns jsonb
language sql stable security definer set search_path = platform, pg_temp as $$
  -- To what is seen of each resident by themselves or by a mandate: `h`, the ids that are withheld from them.
  -- `s`: the address of this resident is secret, also in what was written before it was.
  select coalesce(jsonb_object_agg(key, value
    || case when (value -> 'r') ?| array['self', 'mandate'] then jsonb_build_object('h', (
        select coalesce(jsonb_agg(w.resource_id), '[]') from record.withheld w
        where w.resident_id = key::uuid and w.lifted_at is null))
      else '{}' end
    || case when exists (select 1 from record.person p where p.resident_id = key::uuid and p.secret)
      then '{"s": true}'::jsonb else '{}' end), '{}')
  from jsonb_each(p_see)
  -- Who signed in as somebody who died, or for them, reads nothing more: they are no organisation that keeps what it had.
  where not (value ->> 'u' is not null and (value -> 'r') <@ '["self", "mandate"]')
$$;
