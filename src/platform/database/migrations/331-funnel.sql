-- From signal to better: how many residents took each step in a month, as it may be published.

create table pathways.funnel (
  pathway text not null,
  month date not null,
  -- The id of a municipality, or of the region.
  area text not null,
  step text not null,
  -- Residents who took this step in this month, rounded to 5; empty where it is hidden. Never the count itself.
  people int,
  -- Of them, how many within the norm; empty where it is hidden or there is no norm.
  in_time int,
  -- The median of calendar days since the moment that the norm counts from; empty where `people` is.
  days int,
  published_at timestamptz not null,
  primary key (pathway, month, area, step)
);
comment on table pathways.funnel is
  'One step of one pathway in one area and one whole month, published once and never again: who compares two publications of a month would learn who came between.';
grant select, insert, update on pathways.funnel to omzien_app, omzien_worker;
