-- Boundaries that an operator imports, for a map with real shapes beside the tiles.

create table region.boundary (
  municipality text primary key,
  -- As SVG draws it, on one grid for the whole region, so that neighbours stay neighbours.
  path text not null,
  label_x int not null,
  label_y int not null,
  width int not null,
  height int not null,
  imported_at timestamptz not null
);
comment on table region.boundary is 'The shape of one municipality on the map of the region, from the last file that was imported; empty where there is a map of tiles only. Open data: no row is about a person.';
grant select, insert, delete on region.boundary to omzien_app;
grant select on region.boundary to omzien_worker;
