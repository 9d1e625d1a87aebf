-- The bodies of one plan, the versions they were asked to approve, what each said, and how each takes up an aim.

create table plan_body (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null check (name <> ''),
  kind text not null check (kind in (
    'council', 'health-board', 'joint-board', 'school', 'nursery', 'voluntary', 'police', 'chief-officers', 'group', 'other')),
  must_approve boolean not null default true,
  takes_up_aims boolean not null default false,
  source text not null default '',
  position integer not null default 0,
  version integer not null default 1,
  primary key (partnership_id, id)
);
create unique index plan_body_name on plan_body (partnership_id, name);
comment on table plan_body is 'A body whose plan this is: it is asked to approve versions, or takes up the aims in its own area';
select belongs_to_partnership('plan_body');

create table plan_version (
  partnership_id uuid not null references partnership,
  id uuid not null,
  number integer not null,
  title text not null check (title <> ''),
  period text not null default '',
  reasons text[] not null default '{}' check (reasons <@ array[
    'first', 'data', 'other-plans', 'staff', 'partners', 'guidance', 'detail']),
  note text not null default '',
  content jsonb not null,
  made_on date not null,
  made_at timestamptz not null,
  made_by uuid not null references person,
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id)
);
create unique index plan_version_number on plan_version (partnership_id, number);
comment on column plan_version.content is 'The plan as it stood (PlanOutline of delivery); never changed';
comment on column plan_version.reasons is 'Why it was made; the first, or what changed the one before';
select belongs_to_partnership('plan_version');

-- A version stays as it was made.
create function keep_plan_versions() returns trigger
  language plpgsql
  as $$
begin
  raise exception 'a version of the plan stays as it was made' using errcode = 'CR002';
end
$$;

create trigger keep_plan_versions before update or delete on plan_version
  for each row execute function keep_plan_versions();

create table plan_approval (
  partnership_id uuid not null references partnership,
  id uuid not null,
  version_id uuid not null,
  body_id uuid not null,
  asked text not null default 'approve' check (asked in ('approve', 'note')),
  state text not null default 'waiting' check (state in ('waiting', 'noted', 'approved', 'approved-subject-to', 'declined')),
  stated_on date,
  reference text not null default '',
  conditions text not null default '',
  conditions_met_on date,
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, version_id) references plan_version,
  foreign key (partnership_id, body_id) references plan_body
);
create unique index plan_approval_body on plan_approval (partnership_id, version_id, body_id);
comment on column plan_approval.stated_on is 'Null while it waits, or where only the answer is known and not its day';
select belongs_to_partnership('plan_approval');

create table aim_uptake (
  partnership_id uuid not null references partnership,
  id uuid not null,
  aim_id uuid not null,
  body_id uuid not null,
  uptake text not null check (uptake in ('adopted', 'varied', 'declined', 'not-stated')),
  reason text not null default '',
  local_title text not null default '',
  differs text not null default '',
  local_lead text not null default '',
  accountable_to text not null default '',
  due_on date,
  progress text not null default '',
  is_good_practice boolean not null default false,
  good_practice text not null default '',
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, aim_id) references aim,
  foreign key (partnership_id, body_id) references plan_body
);
create unique index aim_uptake_body on aim_uptake (partnership_id, aim_id, body_id);
comment on table aim_uptake is 'How a body takes up an aim of the whole plan in its own area';
select belongs_to_partnership('aim_uptake');

create table common_element (
  partnership_id uuid not null references partnership,
  id uuid not null,
  aim_id uuid not null,
  title text not null check (title <> ''),
  same_by date,
  same_in uuid[] not null default '{}',
  different_in uuid[] not null default '{}',
  note text not null default '',
  source text not null default '',
  position integer not null default 0,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, aim_id) references aim
);
comment on table common_element is 'What is to be the same wherever an aim is taken up; bodies in neither list have not said';
select belongs_to_partnership('common_element');
