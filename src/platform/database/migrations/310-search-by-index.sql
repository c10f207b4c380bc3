-- Row security keeps the inverted indexes from being used: array overlap is not marked leakproof, so that PostgreSQL
-- compares it only after the policy, row by row of a whole type. For who looks at the whole region the policy lets every
-- row through anyway; there, and nowhere else, the ids that a condition leads to are found by index, as the owner. The
-- rows themselves are then read by id under the policy as before.
create function record.led_to(p_type text, p_tokens jsonb, p_refs jsonb, p_most int)
returns text[] language plpgsql stable security definer set search_path = record, pg_temp as $$
declare
  asked text := format('select array(select id from record.resource where type = %L and not deleted', p_type);
  keys jsonb;
  found text[];
begin
  if platform.scope() is distinct from 'region' then
    return null;
  end if;
  for keys in select * from jsonb_array_elements(p_tokens) loop
    asked := asked || format(' and tokens && %L::text[]', array(select jsonb_array_elements_text(keys)));
  end loop;
  for keys in select * from jsonb_array_elements(p_refs) loop
    asked := asked || format(' and refs && %L::text[]', array(select jsonb_array_elements_text(keys)));
  end loop;
  execute asked || format(' limit %s)', p_most + 1) into found;
  return case when cardinality(found) > p_most then null else found end;
end
$$;
comment on function record.led_to is
  'The ids of one type that hold one of each list of keys, found by index; none but for who looks at the whole region, or where they are more than p_most (then null).';
revoke execute on function record.led_to from public;
grant execute on function record.led_to to omzien_app, omzien_worker;

-- A page of a type in the order of whose it is: the same order as that of ids, which begin with it.
create index resource_in_order on record.resource (type, resident_id, id);
drop index record.resource_by_type;

-- The history of a type, and what changed since a moment, latest first.
drop index record.resource_by_time, record.history_by_time;
create index resource_by_time on record.resource (type, last_updated desc, id collate "C" desc, version desc);
create index history_by_time on record.history (type, last_updated desc, id collate "C" desc, version desc);
