-- A group of areas that a partnership chose itself, to lay its figures beside. Their figures are open data; the choice is its own.

create table comparator_group (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null check (name <> ''),
  reason text not null default '',
  source text not null default '',
  areas text[] not null check (cardinality(areas) >= 5),
  version integer not null default 1,
  primary key (partnership_id, id)
);
comment on table comparator_group is 'A removed group is in the record of changes';
comment on column comparator_group.reason is 'Why these areas are like this one';
comment on column comparator_group.source is 'Who put the group together, and where that is written';
comment on column comparator_group.areas is 'Codes of open_area, of the nation and level of the partnership''s own; its own is not among them';
select belongs_to_partnership('comparator_group');
