-- A project's charter: why, scope, constraints, the team by role, the timetable; and how far it has come, as people judged it.

create table project_charter (
  partnership_id uuid not null references partnership,
  id uuid not null,
  why text not null default '',
  scope_in text not null default '',
  scope_out text not null default '',
  limits text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, id) references improvement_project (partnership_id, id)
);
comment on table project_charter is 'One a project, under its identifier';
comment on column project_charter.limits is 'Constraints: what may not change, or is not to be had';

create table project_member (
  partnership_id uuid not null references partnership,
  id uuid not null,
  project_id uuid not null,
  part text not null check (part in ('sponsor', 'lead', 'adviser', 'day-to-day', 'family', 'member')),
  role text not null check (role <> ''),
  organisation text not null default '',
  brings text not null default '',
  created_at timestamptz not null default current_moment(),
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, project_id) references improvement_project (partnership_id, id)
);
create index project_member_project on project_member (partnership_id, project_id);
comment on column project_member.role is 'A role, never a name';

create table project_milestone (
  partnership_id uuid not null references partnership,
  id uuid not null,
  project_id uuid not null,
  title text not null check (title <> ''),
  due_on date not null,
  done_on date,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, project_id) references improvement_project (partnership_id, id)
);
create index project_milestone_project on project_milestone (partnership_id, project_id, due_on);

create table progress_score (
  partnership_id uuid not null references partnership,
  id uuid not null,
  project_id uuid not null,
  number integer not null check (number >= 1),
  scored_on date not null,
  score numeric(2, 1) not null check (score between 0.5 and 5 and score * 2 = trunc(score * 2)),
  reason text not null check (reason <> ''),
  suggested numeric(2, 1),
  scored_by uuid references person,
  scored_at timestamptz not null default current_moment(),
  primary key (partnership_id, id),
  unique (partnership_id, project_id, number),
  foreign key (partnership_id, project_id) references improvement_project (partnership_id, id)
);
comment on table progress_score is 'Every judgement of how far a project has come; the latest stands, none is changed afterwards';
comment on column progress_score.suggested is 'What the records suggested on that day, whatever was chosen';

-- What projects said of these until now moves over. The owner of the tables must see every partnership's rows for it.
alter table improvement_project no force row level security;
insert into project_member (partnership_id, id, project_id, part, role)
  select partnership_id, gen_random_uuid(), id, 'lead', lead_role from improvement_project where lead_role <> '';
insert into project_member (partnership_id, id, project_id, part, role)
  select partnership_id, gen_random_uuid(), id, 'member', role from improvement_project, unnest(team_roles) as role where role <> '';
insert into progress_score (partnership_id, id, project_id, number, scored_on, score, reason)
  select partnership_id, gen_random_uuid(), id, 1, created_at::date, progress_score,
    case when progress_reason = '' then 'No reason was recorded' else progress_reason end
  from improvement_project where progress_score is not null;
alter table improvement_project drop column lead_role, drop column team_roles, drop column progress_score, drop column progress_reason;
alter table improvement_project force row level security;

select belongs_to_partnership('project_charter');
select belongs_to_partnership('project_member');
select belongs_to_partnership('project_milestone');
select belongs_to_partnership('progress_score');
