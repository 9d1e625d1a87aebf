-- Outlines of areas for small maps, projected and simplified when the content is loaded. They belong to everybody.

create table open_boundary (
  layer text not null,
  area text not null,
  name text not null check (name <> ''),
  rings jsonb not null,
  touches text[] not null default '{}',
  primary key (layer, area)
);
comment on table open_boundary is 'Outlines on a plane of metres (transverse Mercator about 2° west), for drawing and not for measuring';
comment on column open_boundary.rings is 'A list of numbers for each ring: east, north, east, north, … in metres';
comment on column open_boundary.touches is 'Areas of the layer with which a stretch of border is shared';
