-- Nurseries and other settings: the places where children and families are, which a change may spread to.

create table setting (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null check (name <> ''),
  kind text not null
    check (kind in ('nursery', 'early-learning-centre', 'school', 'childrens-centre', 'health-clinic', 'other')),
  organisation text not null default '',
  area text not null default '',
  places integer check (places >= 0),
  rooms integer check (rooms >= 0),
  longitude numeric check (longitude between -180 and 180),
  latitude numeric check (latitude between -90 and 90),
  opened_on date,
  closed_on date,
  external_id text check (external_id <> ''),
  source text not null default '',
  updated_at timestamptz not null default current_moment(),
  version integer not null default 1,
  primary key (partnership_id, id),
  check ((longitude is null) = (latitude is null)),
  check (closed_on >= opened_on)
);
create unique index setting_external_id on setting (partnership_id, external_id) where external_id is not null;
create index setting_by_name on setting (partnership_id, name collate "und-x-icu", id);
comment on column setting.area is 'The ward or locality, in the words of the place';
comment on column setting.places is 'How many children it can take at one time';
comment on column setting.closed_on is 'The first day on which it is no longer there';
comment on column setting.external_id is 'The ID of the list it came from, such as a register';

-- One outline for each place, to draw settings on.
create table place_outline (
  partnership_id uuid not null references partnership,
  id uuid generated always as (partnership_id) stored,
  rings jsonb not null,
  source text not null check (source <> ''),
  primary key (partnership_id)
);
comment on table place_outline is 'The boundary of the place, for drawing alone; never for counting who lives inside';
comment on column place_outline.rings is 'Rings of [longitude, latitude], WGS 84; holes stand among the outer rings';

select belongs_to_partnership('setting');
select belongs_to_partnership('place_outline');
