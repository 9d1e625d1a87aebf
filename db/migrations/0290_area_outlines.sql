-- Outlines of wards and other areas within a place, to draw settings on, beside the outline of the place itself.
create table area_outline (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null check (name <> ''),
  code text,
  rings jsonb not null,
  source text not null check (source <> ''),
  primary key (partnership_id, id),
  unique (partnership_id, name)
);
comment on table area_outline is 'The boundary of an area within the place, for drawing alone; never for counting who lives inside';
comment on column area_outline.rings is 'Rings of [longitude, latitude], WGS 84; holes stand among the outer rings';

select belongs_to_partnership('area_outline');
