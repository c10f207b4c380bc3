-- After a bulk load: the application owns nothing and may not ANALYZE, so the owner offers it.

create function platform.refresh_statistics() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t record;
begin
  for t in select schemaname, tablename from pg_tables
           where schemaname in ('platform', 'record', 'directory', 'pathways') and tableowner = current_user loop
    execute format('analyze %I.%I', t.schemaname, t.tablename);
  end loop;
end $$;
comment on function platform.refresh_statistics is 'Counts the tables anew for the planner of queries, after many rows were loaded at once.';
revoke execute on function platform.refresh_statistics from public;
grant execute on function platform.refresh_statistics to omzien_app, omzien_worker;
