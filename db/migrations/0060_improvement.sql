-- Improvement projects, change ideas, tests of change with their predictions, and measures followed over time.
--
-- priority_id and action_id name records of the plan. They carry no foreign key: the plan belongs to another module, which
-- may archive its records without asking here. A name that no longer leads anywhere is shown as such.

create table improvement_project (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  aim_change text not null default '',
  aim_amount text not null default '',
  aim_for_whom text not null default '',
  aim_by date,
  aim_baseline text not null default '',
  factor_ids text[] not null default '{}',
  outcome_ids text[] not null default '{}',
  priority_id uuid,
  action_id uuid,
  setting text not null default '',
  lead_role text not null default '',
  team_roles text[] not null default '{}',
  progress_score numeric(2, 1) check (progress_score between 0.5 and 5 and progress_score * 2 = trunc(progress_score * 2)),
  progress_reason text not null default '',
  status text not null default 'testing'
    check (status in ('planned', 'testing', 'implementing', 'spreading', 'finished', 'paused')),
  is_public boolean not null default false,
  public_summary text not null default '',
  source text not null default '',
  created_at timestamptz not null default current_moment(),
  version integer not null default 1,
  primary key (partnership_id, id)
);
create index improvement_project_factors on improvement_project using gin (factor_ids);
comment on column improvement_project.aim_change is 'What will be better: children who hear a story at home every day';
comment on column improvement_project.progress_score is '0.5 to 5 in halves; set by a person, never by the records';
comment on column improvement_project.source is 'Where the record comes from, when it was taken from a publication';

create table change_idea (
  partnership_id uuid not null references partnership,
  id uuid not null,
  project_id uuid not null,
  text text not null check (text <> ''),
  why text not null default '',
  factor_id text,
  created_at timestamptz not null default current_moment(),
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, project_id) references improvement_project (partnership_id, id)
);
create index change_idea_project on change_idea (partnership_id, project_id);

create table test_of_change (
  partnership_id uuid not null references partnership,
  id uuid not null,
  project_id uuid not null,
  change_idea_id uuid not null,
  number integer not null check (number >= 1),
  follows_id uuid,
  status text not null default 'planned' check (status in ('planned', 'done', 'studied', 'acted')),
  ramp_step text not null default '1' check (ramp_step in ('1', '5', '25', 'all')),
  size_words text not null default '',
  objective text not null default '',
  change_tried text not null check (change_tried <> ''),
  who text not null default '',
  place text not null default '',
  planned_for date not null,
  tasks text not null default '',
  data_plan text not null default '',
  conditions text not null default '',
  carried_out text check (carried_out in ('as-planned', 'with-changes', 'not-carried-out')),
  observations text not null default '',
  problems text not null default '',
  done_on date,
  was_improvement text check (was_improvement in ('yes', 'no', 'cannot-tell')),
  surprises text not null default '',
  learnt text not null default '',
  studied_on date,
  decision text check (decision in ('adopt', 'adapt', 'abandon', 'undecided')),
  next_step text not null default '',
  degree_of_belief smallint check (degree_of_belief between 1 and 5),
  decided_on date,
  created_by uuid references person,
  created_at timestamptz not null default current_moment(),
  version integer not null default 1,
  primary key (partnership_id, id),
  unique (partnership_id, project_id, number),
  foreign key (partnership_id, project_id) references improvement_project (partnership_id, id),
  foreign key (partnership_id, change_idea_id) references change_idea (partnership_id, id),
  foreign key (partnership_id, follows_id) references test_of_change (partnership_id, id),
  check ((status = 'planned') = (done_on is null)),
  check (status in ('planned', 'done') or was_improvement is not null),
  check (status <> 'acted' or decision is not null)
);
create index test_of_change_waiting on test_of_change (partnership_id, planned_for) where status = 'planned';
create index test_of_change_idea on test_of_change (partnership_id, change_idea_id);
comment on table test_of_change is 'One PDSA cycle. A test that did not help is kept like any other';
comment on column test_of_change.number is 'Counts the tests of a project from 1';
comment on column test_of_change.follows_id is 'The test whose learning this one carries on';

create table prediction (
  partnership_id uuid not null references partnership,
  id uuid not null,
  test_id uuid not null,
  position smallint not null,
  question text not null default '',
  prediction text not null check (prediction <> ''),
  first_prediction text,
  written_at timestamptz not null default current_moment(),
  result text,
  primary key (partnership_id, id),
  unique (partnership_id, test_id, position),
  foreign key (partnership_id, test_id) references test_of_change (partnership_id, id)
);
comment on column prediction.first_prediction is 'What was predicted before the result was known, when it was reworded afterwards';

create table measure (
  partnership_id uuid not null references partnership,
  id uuid not null,
  project_id uuid not null,
  title text not null check (title <> ''),
  kind text not null check (kind in ('outcome', 'process', 'balancing')),
  value_form text not null check (value_form in ('value', 'count', 'share', 'rate')),
  operational_definition text not null default '',
  numerator_words text not null default '',
  denominator_words text not null default '',
  exclusions text not null default '',
  unit text not null default '',
  rate_per integer not null default 1 check (rate_per >= 1),
  direction text not null check (direction in ('increase', 'decrease', 'neutral')),
  chart_type text not null default 'run' check (chart_type in ('run', 'i', 'p', 'pp', 'c', 'u', 'up', 't', 'g')),
  chart_reason text not null default '',
  goal numeric,
  frozen_through date,
  frozen_reason text not null default '',
  source text not null default '',
  collector_role text not null default '',
  frequency text not null default 'monthly'
    check (frequency in ('daily', 'weekly', 'fortnightly', 'monthly', 'termly', 'quarterly', 'yearly', 'irregular')),
  sample text not null default '',
  created_at timestamptz not null default current_moment(),
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, project_id) references improvement_project (partnership_id, id)
);
create index measure_project on measure (partnership_id, project_id);
comment on column measure.rate_per is 'A rate is shown per so many: 1000 for "per 1,000 visits"';
comment on column measure.frozen_through is 'Values up to this date make the baseline; null when all values do';

create table measure_value (
  partnership_id uuid not null references partnership,
  id uuid not null,
  measure_id uuid not null,
  measured_on date not null,
  value numeric,
  numerator numeric,
  denominator numeric,
  why_missing text check (why_missing in ('suppressed', 'not-collected', 'not-applicable')),
  note text not null default '',
  status text not null default 'final' check (status in ('final', 'provisional', 'left-out')),
  added_at timestamptz not null default current_moment(),
  added_by uuid references person,
  version integer not null default 1,
  primary key (partnership_id, id),
  unique (partnership_id, measure_id, measured_on),
  foreign key (partnership_id, measure_id) references measure (partnership_id, id),
  check (numerator is null = (denominator is null)),
  check (denominator is null or denominator > 0),
  check (num_nonnulls(value, numerator, why_missing) = 1)
);
comment on column measure_value.status is 'A value left out is still drawn but takes part in no calculation; its note says why';

create table measure_annotation (
  partnership_id uuid not null references partnership,
  id uuid not null,
  measure_id uuid not null,
  marked_on date not null,
  label text not null check (label <> ''),
  kind text not null default 'note' check (kind in ('note', 'change')),
  created_at timestamptz not null default current_moment(),
  primary key (partnership_id, id),
  foreign key (partnership_id, measure_id) references measure (partnership_id, id)
);
create index measure_annotation_measure on measure_annotation (partnership_id, measure_id);

create table measure_phase (
  partnership_id uuid not null references partnership,
  id uuid not null,
  measure_id uuid not null,
  starts_on date not null,
  reason text not null check (reason <> ''),
  created_at timestamptz not null default current_moment(),
  primary key (partnership_id, id),
  unique (partnership_id, measure_id, starts_on),
  foreign key (partnership_id, measure_id) references measure (partnership_id, id)
);
comment on table measure_phase is 'From starts_on the centre line is calculated anew, because a person knows why the process changed';

select belongs_to_partnership('improvement_project');
select belongs_to_partnership('change_idea');
select belongs_to_partnership('test_of_change');
select belongs_to_partnership('prediction');
select belongs_to_partnership('measure');
select belongs_to_partnership('measure_value');
select belongs_to_partnership('measure_annotation');
select belongs_to_partnership('measure_phase');
