-- A record that is purged is named by the records it was merged with: that goes too, and they are records of their own.
create function oversight.purge_merged(p_resident uuid) returns bigint language plpgsql security definer
set search_path = oversight, pg_temp as $$
declare
  v_person text := 'Patient/' || p_resident::text;
  v_merged record;
  v_count bigint;
begin
  perform oversight.may_purge(p_resident);
  -- What went on in the purged record goes on by itself, as it was before.
  for v_merged in select resident_id, was_active from record.merged where survivor = p_resident and undone_at is null loop
    update record.resource set content = (case when v_merged.was_active is null then content::jsonb - 'active'
        else content::jsonb || jsonb_build_object('active', v_merged.was_active) end)::text
      where resident_id = v_merged.resident_id and type = 'Patient';
  end loop;
  update record.resource set content = oversight.without_link(content, v_person), refs = array_remove(refs, 'link=' || v_person),
      terms = null -- The index is made anew.
    where type = 'Patient' and resident_id <> p_resident and resident_id in (
      select survivor from record.merged where resident_id = p_resident
      union select resident_id from record.merged where survivor = p_resident);
  update record.history set content = oversight.without_link(content, v_person)
    where type = 'Patient' and resident_id <> p_resident and resident_id in (
      select survivor from record.merged where resident_id = p_resident
      union select resident_id from record.merged where survivor = p_resident);
  delete from platform."grant" where grantee = v_person and resident_id <> p_resident;
  delete from record.merged where survivor = p_resident;
  get diagnostics v_count = row_count;
  return v_count;
end $$;
comment on function oversight.purge_merged is
  'Takes the name of one resident out of the records that were merged with theirs; returns how many mergings went.';

create function oversight.without_link(p_content text, p_other text) returns text language sql immutable as $$
  select case when jsonb_array_length(coalesce(c -> 'link', '[]')) = 0 then p_content
    when left_over = '[]' then (c - 'link')::text else (c || jsonb_build_object('link', left_over))::text end
  from (select c, coalesce((select jsonb_agg(l order by n) from jsonb_array_elements(c -> 'link') with ordinality as t (l, n)
      where l -> 'other' ->> 'reference' is distinct from p_other), '[]') as left_over
    from (select p_content::jsonb as c) parsed) both_of
$$;
comment on function oversight.without_link is 'The text of a Patient without the links to one other.';

revoke execute on function oversight.purge_merged, oversight.without_link from public;
grant execute on function oversight.purge_merged to omzien_app, omzien_worker;
