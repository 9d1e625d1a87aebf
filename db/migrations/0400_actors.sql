-- Who is in the system: actors in rings and sectors, and what links them. See decision 0061.

-- One row at most: what the map is about, and who keeps it.
create table actor_map (
  partnership_id uuid not null references partnership,
  id uuid not null,
  focus text not null check (focus <> ''),
  keeper_role text not null default '',
  contributors text[] not null default '{}',
  review_on date,
  version integer not null default 1,
  primary key (partnership_id, id)
);
create unique index actor_map_one on actor_map (partnership_id);
comment on column actor_map.keeper_role is 'A role, not a person';
select belongs_to_partnership('actor_map');

create table actor_sector (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null check (name <> ''),
  position integer not null default 0,
  version integer not null default 1,
  primary key (partnership_id, id)
);
create unique index actor_sector_name on actor_sector (partnership_id, name);
select belongs_to_partnership('actor_sector');

create table actor (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null check (name <> ''),
  kind text check (kind in ('primary', 'secondary', 'key')),
  sector_id uuid,
  ring integer not null check (ring between 1 and 4),
  engagement text check (engagement in ('strong', 'moderate', 'weak', 'none')),
  organisation text not null default '',
  represented_by text[] not null default '{}',
  marker text check (marker in ('momentum', 'blockage', 'opportunity')),
  marker_note text not null default '',
  part_of_id uuid,
  note text not null default '',
  source text not null default '',
  dots integer not null default 0 check (dots >= 0),
  taken_off_on date,
  taken_off_reason text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, sector_id) references actor_sector,
  foreign key (partnership_id, part_of_id) references actor,
  check (part_of_id <> id),
  check ((taken_off_on is null) = (taken_off_reason = ''))
);
create unique index actor_name on actor (partnership_id, name);
comment on column actor.kind is 'Null where nobody has said it';
comment on column actor.engagement is 'Null where nobody has said it, which is not none';
comment on column actor.represented_by is 'Roles through whom the partnership has a relationship with it';
comment on column actor.dots is 'How many people put a dot on it in the last workshop that was carried over';
select belongs_to_partnership('actor');

create table actor_link (
  partnership_id uuid not null references partnership,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  strength text not null check (strength in ('strong', 'weak')),
  type text not null default '',
  direction text not null check (direction in ('one-way', 'both-ways', 'none')),
  note text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, from_id) references actor on delete cascade,
  foreign key (partnership_id, to_id) references actor on delete cascade,
  check (from_id <> to_id)
);
create unique index actor_link_ends on actor_link (partnership_id, from_id, to_id, type);
create index actor_link_to on actor_link (partnership_id, to_id);
select belongs_to_partnership('actor_link');
