-- What was kept from a resident, and what stood with the wrong one, listed for the privacy officer: by which
-- organisation, and in which case. Never what it said.
alter table record.withheld add column organisation text not null default '';
comment on column record.withheld.organisation is 'For which organisation somebody kept this from the resident; empty where a system did.';
alter table record.misplaced add column organisation text not null default '';
comment on column record.misplaced.organisation is 'For which organisation somebody undid this; empty where a system did.';
update record.withheld w set organisation = coalesce((select min(organisation) from platform.role r where r.person = w.by_person), '');
update record.misplaced m set organisation = coalesce((select min(organisation) from platform.role r where r.person = m.by_person), '');
create index withheld_lifted on record.withheld (lifted_at) where lifted_at is not null;

create function pathways.numbers_of_case(p_resident uuid, p_case text)
returns text language plpgsql stable security definer set search_path = pathways, platform, pg_temp as $$
-- What people call a case, for the privacy officer only; without a case, every number of that resident.
begin
  if platform.scope() is distinct from 'duty' then
    raise exception 'numbers of cases are for the privacy officer' using errcode = '42501';
  end if;
  return (select string_agg(number, ', ' order by number) from pathways."case"
    where resident_id = p_resident and (p_case is null or id = p_case));
end $$;
comment on function pathways.numbers_of_case is 'The number of one case, or of all of one resident, in the scope of the privacy officer''s duty.';
revoke execute on function pathways.numbers_of_case from public;
grant execute on function pathways.numbers_of_case to omzien_app;
