-- Local need. Open data belong to everybody and are changed only by loading content; what a partnership counts itself,
-- and which open figures it follows, is its own.

create table open_area (
  code text primary key,
  name text not null check (name <> ''),
  kind text not null,
  country text not null,
  region_code text,
  is_upper_tier boolean not null,
  end_year integer,
  successors text[] not null default '{}',
  other_names text[] not null default '{}',
  health_board_code text
);
comment on table open_area is 'Places with a code of the Office for National Statistics, codes that ended included';
comment on column open_area.successors is 'One code: the same ground or a merger; several: a split';

create table open_neighbour (
  area text not null,
  rank integer not null check (rank between 1 and 10),
  neighbour text not null,
  closeness text not null,
  primary key (area, rank)
);
comment on table open_neighbour is 'Statistical neighbours as their publisher names them; it goes one way';

create table open_indicator (
  id text primary key,
  position integer not null,
  pack text not null,
  attribution text not null,
  licence_url text,
  countries text[] not null default '{}',
  body jsonb not null,
  loaded_at timestamptz not null default current_moment()
);
comment on column open_indicator.body is 'The entry of the catalogue, as checked when it was loaded';
comment on column open_indicator.countries is 'Names of the nations that have a figure';

create table open_breakdown (
  id text primary key,
  title text not null,
  kind text not null
);

create table open_value (
  indicator text not null references open_indicator on delete cascade,
  area text not null,
  breakdown text not null,
  period text not null,
  starts date not null,
  value numeric,
  numerator numeric,
  denominator numeric,
  status text not null check (status in ('published', 'provisional', 'not-available', 'not-published', 'not-collected')),
  primary key (indicator, area, breakdown, period),
  check ((value is not null) = (status in ('published', 'provisional')))
);
comment on column open_value.starts is 'First day of the period: order rests on it';
create index open_value_period on open_value (indicator, breakdown, period);

create table open_data_load (
  part text primary key,
  checksum text not null,
  row_count integer not null,
  loaded_at timestamptz not null default current_moment()
);
comment on table open_data_load is 'Which files were loaded as they are; the same file again changes nothing';

-- An indicator of the partnership's own.
create table indicator (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  definition text not null default '',
  numerator text not null default '',
  denominator text not null default '',
  unit text not null check (unit in ('percent', 'per-1000', 'count', 'score')),
  decimals integer not null default 1 check (decimals between 0 and 2),
  better_when text not null check (better_when in ('high', 'low', 'none')),
  source text not null default '',
  why text not null default '',
  frequency text not null
    check (frequency in ('academic-year', 'financial-year', 'calendar-year', 'financial-quarter', 'month', 'day')),
  owner_role text not null default '',
  baseline numeric,
  baseline_period text not null default '',
  target numeric,
  target_by date,
  next_due date,
  factors text[] not null default '{}',
  outcomes text[] not null default '{}',
  tie_reason text not null default '',
  retired_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default current_moment(),
  created_by uuid not null references person,
  updated_at timestamptz not null default current_moment(),
  updated_by uuid not null references person,
  primary key (partnership_id, id)
);
comment on column indicator.why is 'Why it is collected, and what came of it';
comment on column indicator.tie_reason is 'Why it bears on these factors and outcomes';
comment on column indicator.owner_role is 'Who looks after it: a role, never a name';
select belongs_to_partnership('indicator');

-- The groups an indicator is broken down by. The better off and the poorer group of its gap are marked.
create table indicator_breakdown (
  partnership_id uuid not null references partnership,
  indicator_id uuid not null,
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and id <> 'all'),
  title text not null check (title <> ''),
  position integer not null,
  in_gap text check (in_gap in ('better-off', 'poorer')),
  primary key (partnership_id, indicator_id, id),
  foreign key (partnership_id, indicator_id) references indicator
);
select belongs_to_partnership('indicator_breakdown');

create table indicator_import (
  partnership_id uuid not null references partnership,
  id uuid not null,
  indicator_id uuid not null,
  file_name text not null,
  checksum text not null,
  added integer not null,
  changed integer not null,
  unchanged integer not null,
  imported_at timestamptz not null default current_moment(),
  imported_by uuid not null references person,
  primary key (partnership_id, id),
  foreign key (partnership_id, indicator_id) references indicator
);
select belongs_to_partnership('indicator_import');

create table indicator_value (
  partnership_id uuid not null references partnership,
  id uuid not null,
  indicator_id uuid not null,
  period text not null check (period <> ''),
  starts date not null,
  breakdown text not null default 'all',
  value numeric,
  numerator numeric check (numerator >= 0),
  denominator numeric check (denominator > 0),
  status text not null check (status in ('final', 'provisional', 'suppressed', 'not-collected')),
  note text not null default '',
  import_id uuid,
  removed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default current_moment(),
  created_by uuid not null references person,
  updated_at timestamptz not null default current_moment(),
  updated_by uuid not null references person,
  primary key (partnership_id, id),
  foreign key (partnership_id, indicator_id) references indicator,
  foreign key (partnership_id, import_id) references indicator_import,
  check ((value is not null) = (status in ('final', 'provisional')))
);
comment on column indicator_value.value is 'In the unit of the indicator; null with the reason in status, never zero';
comment on column indicator_value.removed_at is 'Taken out; it can be put back';
create unique index indicator_value_period
  on indicator_value (partnership_id, indicator_id, breakdown, period) where removed_at is null;
select belongs_to_partnership('indicator_value');

-- An open indicator that the partnership follows, with what it says about it. `id` is the name in the catalogue.
create table indicator_choice (
  partnership_id uuid not null references partnership,
  id text not null,
  followed boolean not null default true,
  note text not null default '',
  owner_role text not null default '',
  target numeric,
  target_by date,
  next_due date,
  version integer not null default 1,
  created_at timestamptz not null default current_moment(),
  created_by uuid not null references person,
  updated_at timestamptz not null default current_moment(),
  updated_by uuid not null references person,
  primary key (partnership_id, id)
);
comment on column indicator_choice.followed is 'False when it was dropped again: note and target are kept';
select belongs_to_partnership('indicator_choice');
