-- The map of actors as it stood at a step of the work, kept whole, so that two steps can be compared.
create table actor_map_version (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  note text not null default '',
  content jsonb not null,
  kept_at timestamptz not null,
  primary key (partnership_id, id)
);
comment on column actor_map_version.content is 'Focus, sectors, actors on the map and links between them, as they stood';
create index actor_map_version_by_day on actor_map_version (partnership_id, kept_at);
select belongs_to_partnership('actor_map_version');
