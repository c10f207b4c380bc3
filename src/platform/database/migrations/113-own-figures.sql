-- What an organisation's administrator may know in numbers: how many relations are open, and what its teams did.

create function platform.count_grants(p_parties text[], p_at timestamptz)
returns table (relations text[], purpose text, residents int)
language sql stable security definer set search_path = platform, pg_temp as $$
  -- How many residents have exactly these open relations with these parties. Raw counts: what leaves is published first.
  select relations, purpose, count(*)::int from (
    select resident_id, purpose, array_agg(distinct relation order by relation) as relations from platform."grant"
    where grantee = any (p_parties) and closed_at is null and (until is null or until > p_at)
    group by resident_id, purpose
  ) r group by relations, purpose
$$;
comment on function platform.count_grants is 'How many residents these parties have open relations with, by which; no resident is in it.';
revoke execute on function platform.count_grants from public;
grant execute on function platform.count_grants to omzien_app;

create table pathways.own_figure (
  party text not null,
  month date not null,
  figure text not null,
  value int,
  computed_at timestamptz not null,
  primary key (party, month, figure)
);
comment on table pathways.own_figure is
  'One figure of one team, service or practice over one whole month: a count of residents rounded to 5, or empty where it is hidden (under 10, or to be derived); for days, the median. Never the count itself.';
grant select, insert, update on pathways.own_figure to omzien_app, omzien_worker;
