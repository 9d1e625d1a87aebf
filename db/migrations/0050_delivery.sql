-- The delivery plan: priority → aim → action, the measures it is judged by, and how each action is getting on.

create table plan_priority (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  statement text not null default '',
  factors text[] not null default '{}',
  outcomes text[] not null default '{}',
  group_id uuid,
  position integer not null default 0,
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references working_group
);

create table aim (
  partnership_id uuid not null,
  id uuid not null,
  plan_priority_id uuid not null,
  number integer,
  title text not null check (title <> ''),
  detail text not null default '',
  factors text[] not null default '{}',
  due_on date,
  due_as_written text not null default '',
  lead_group_id uuid,
  lead text not null default '',
  supported_by uuid[] not null default '{}',
  links text not null default '',
  source text not null default '',
  position integer not null default 0,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_priority_id) references plan_priority,
  foreign key (partnership_id, lead_group_id) references working_group
);
create index aim_of_priority on aim (partnership_id, plan_priority_id, position);
comment on column aim.due_as_written is 'The timescale in the words of the plan, where it says more than a date';

create table action (
  partnership_id uuid not null,
  id uuid not null,
  aim_id uuid not null,
  title text not null check (title <> ''),
  lead text not null default '',
  collaborators text not null default '',
  policy_links text not null default '',
  intended_outcome text not null default '',
  target_group text not null default '',
  evaluation text not null default '',
  resource text not null default '',
  starts_on date,
  due_on date,
  status text not null default 'not-started' check (status in ('not-started', 'under-way', 'held-up', 'done', 'stopped', 'not-stated')),
  progress_note text not null default '',
  progress_on date,
  position integer not null default 0,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, aim_id) references aim
);
create index action_of_aim on action (partnership_id, aim_id, position);
create index action_due on action (partnership_id, due_on);
comment on column action.status is 'not-stated: the source names the action and says nothing of its progress';

create table plan_measure (
  partnership_id uuid not null,
  id uuid not null,
  plan_priority_id uuid not null,
  title text not null check (title <> ''),
  wanted text not null default 'not-stated' check (wanted in ('up', 'down', 'not-stated')),
  indicator_id text,
  source text not null default '',
  position integer not null default 0,
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_priority_id) references plan_priority
);

select belongs_to_partnership('plan_priority');
select belongs_to_partnership('aim');
select belongs_to_partnership('action');
select belongs_to_partnership('plan_measure');
