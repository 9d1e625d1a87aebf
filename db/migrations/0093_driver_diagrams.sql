-- Driver diagrams: what a project must move to reach its aim, and which change ideas serve it. A graph, not a tree.

create table driver_diagram (
  partnership_id uuid not null references partnership,
  id uuid not null,
  based_on text not null default '',
  created_at timestamptz not null default current_moment(),
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, id) references improvement_project (partnership_id, id)
);
comment on table driver_diagram is 'One a project, under its identifier. Its version counts every change of what hangs where';
comment on column driver_diagram.based_on is 'The project or publication that the diagram was begun from';

create table driver (
  partnership_id uuid not null references partnership,
  id uuid not null,
  diagram_id uuid not null,
  level text not null check (level in ('primary', 'secondary')),
  title text not null check (title <> ''),
  why text not null default '',
  factor_id text,
  position integer not null,
  archived_at timestamptz,
  archived_with uuid,
  created_at timestamptz not null default current_moment(),
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, diagram_id) references driver_diagram (partnership_id, id),
  check ((archived_at is null) = (archived_with is null))
);
create index driver_diagram_drivers on driver (partnership_id, diagram_id, position);
comment on column driver.position is 'Order among the primary drivers; among the secondary ones, where they hang under none';
comment on column driver.archived_with is 'The driver whose archiving took this one along: itself, for the one that was archived';

create table driver_link (
  partnership_id uuid not null references partnership,
  id uuid not null,
  diagram_id uuid not null,
  upper_id uuid not null,
  driver_id uuid,
  change_idea_id uuid,
  position integer not null,
  primary key (partnership_id, id),
  unique nulls not distinct (partnership_id, upper_id, driver_id, change_idea_id),
  foreign key (partnership_id, diagram_id) references driver_diagram (partnership_id, id),
  foreign key (partnership_id, upper_id) references driver (partnership_id, id),
  foreign key (partnership_id, driver_id) references driver (partnership_id, id),
  foreign key (partnership_id, change_idea_id) references change_idea (partnership_id, id),
  check (num_nonnulls(driver_id, change_idea_id) = 1)
);
create index driver_link_diagram on driver_link (partnership_id, diagram_id, position);
comment on table driver_link is 'What hangs under a driver: a secondary driver or a change idea, at its place in the order';

create table driver_measure (
  partnership_id uuid not null references partnership,
  id uuid not null,
  driver_id uuid not null,
  measure_id uuid not null,
  primary key (partnership_id, id),
  unique (partnership_id, driver_id, measure_id),
  foreign key (partnership_id, driver_id) references driver (partnership_id, id),
  foreign key (partnership_id, measure_id) references measure (partnership_id, id)
);
comment on table driver_measure is 'A measure that watches whether a driver moves';

create table driver_diagram_version (
  partnership_id uuid not null references partnership,
  id uuid not null,
  diagram_id uuid not null,
  number integer not null check (number >= 1),
  name text not null check (name <> ''),
  note text not null default '',
  content jsonb not null,
  saved_at timestamptz not null default current_moment(),
  saved_by uuid references person,
  primary key (partnership_id, id),
  unique (partnership_id, diagram_id, number),
  foreign key (partnership_id, diagram_id) references driver_diagram (partnership_id, id)
);
comment on table driver_diagram_version is 'The diagram as it stood when somebody named it; never changed afterwards';

select belongs_to_partnership('driver_diagram');
select belongs_to_partnership('driver');
select belongs_to_partnership('driver_link');
select belongs_to_partnership('driver_measure');
select belongs_to_partnership('driver_diagram_version');
