-- Learning sessions: who went, what was taken back, what the home team then tested; and the storyboards shown there.

create table learning_session (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  theme text not null default '',
  starts_on date not null,
  ends_on date,
  held text not null default 'in-person' check (held in ('in-person', 'online', 'both')),
  venue text not null default '',
  host text not null default 'here' check (host in ('here', 'collaborative', 'elsewhere')),
  host_name text not null default '',
  about text not null default '',
  programme jsonb not null default '[]',
  away_team jsonb not null default '[]',
  created_at timestamptz not null default current_moment(),
  version integer not null default 1,
  primary key (partnership_id, id),
  check (ends_on is null or ends_on >= starts_on)
);
create index learning_session_day on learning_session (partnership_id, starts_on);
comment on column learning_session.programme is '[{"time", "title", "kind", "lead"}] in order; who leads is a role';
comment on column learning_session.away_team is 'Roles, not persons: [{"role", "organisation", "speaksFor"}]';
comment on column learning_session.host_name is 'The collaborative or other place that holds it; empty when this place does';

create table session_takeaway (
  partnership_id uuid not null references partnership,
  id uuid not null,
  session_id uuid not null,
  noticed text not null check (noticed <> ''),
  from_place text not null default '',
  noticed_by text not null default '',
  factor_ids text[] not null default '{}',
  idea text not null default '',
  change_idea_id uuid,
  owner_role text not null default '',
  status text not null default 'open' check (status in ('open', 'set-aside')),
  set_aside_why text not null default '',
  created_at timestamptz not null default current_moment(),
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, session_id) references learning_session (partnership_id, id),
  foreign key (partnership_id, change_idea_id) references change_idea (partnership_id, id),
  check (status = 'open' or set_aside_why <> '')
);
create index session_takeaway_session on session_takeaway (partnership_id, session_id);
comment on table session_takeaway is 'Something noticed at a session and brought home';
comment on column session_takeaway.noticed_by is 'A role, not a person';

create table takeaway_test (
  partnership_id uuid not null references partnership,
  id uuid not null,
  takeaway_id uuid not null,
  test_id uuid not null,
  created_at timestamptz not null default current_moment(),
  primary key (partnership_id, id),
  unique (partnership_id, takeaway_id, test_id),
  foreign key (partnership_id, takeaway_id) references session_takeaway (partnership_id, id),
  foreign key (partnership_id, test_id) references test_of_change (partnership_id, id)
);
create index takeaway_test_test on takeaway_test (partnership_id, test_id);
comment on table takeaway_test is 'Which tests of change followed from what was taken back';

create table storyboard (
  partnership_id uuid not null references partnership,
  id uuid not null,
  session_id uuid,
  project_id uuid,
  title text not null check (title <> ''),
  paper text not null default 'a4' check (paper in ('a4', 'a3')),
  -- Empty: every test that has come to an answer, and the leading measure.
  test_ids uuid[] not null default '{}',
  measure_ids uuid[] not null default '{}',
  driver text not null default '',
  learnt text not null default '',
  next_step text not null default '',
  created_at timestamptz not null default current_moment(),
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, session_id) references learning_session (partnership_id, id),
  foreign key (partnership_id, project_id) references improvement_project (partnership_id, id)
);
comment on column storyboard.project_id is 'Null: the storyboard is of the whole place';

create table storyboard_version (
  partnership_id uuid not null references partnership,
  id uuid not null,
  storyboard_id uuid not null,
  number integer not null check (number >= 1),
  content jsonb not null,
  frozen_at timestamptz not null,
  frozen_by uuid not null references person,
  primary key (partnership_id, id),
  unique (partnership_id, storyboard_id, number),
  foreign key (partnership_id, storyboard_id) references storyboard (partnership_id, id)
);
comment on table storyboard_version is 'A storyboard as it was shown: whole in itself, whatever the records say later';

select belongs_to_partnership('learning_session');
select belongs_to_partnership('session_takeaway');
select belongs_to_partnership('takeaway_test');
select belongs_to_partnership('storyboard');
select belongs_to_partnership('storyboard_version');
