-- Where a partnership stands in the stages of the work. Stages overlap; nothing here locks anything.

create table stage_record (
  partnership_id uuid not null references partnership,
  id uuid not null,
  stage text not null check (stage <> ''),
  standing text not null check (standing in ('not-begun', 'under-way', 'resting', 'reviewed')),
  started_on date,
  ends_on date,
  lead_role text not null default '',
  time_ready text check (time_ready in ('have', 'partly', 'not')),
  resources_ready text check (resources_ready in ('have', 'partly', 'not')),
  conditions_ready text check (conditions_ready in ('have', 'partly', 'not')),
  readiness_note text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  unique (partnership_id, stage),
  check (started_on <= ends_on)
);
comment on column stage_record.time_ready is 'Whether there is what the stage needs; null while nobody has said';
select belongs_to_partnership('stage_record');

create table stage_reopening (
  partnership_id uuid not null references partnership,
  id uuid not null,
  stage text not null check (stage <> ''),
  by_stage text not null check (by_stage <> ''),
  reason text not null check (reason <> ''),
  reopened_on date not null,
  version integer not null default 1,
  primary key (partnership_id, id),
  check (stage <> by_stage)
);
create index stage_reopening_stage on stage_reopening (partnership_id, stage);
comment on table stage_reopening is 'A stage that was opened again by what another one brought up';
select belongs_to_partnership('stage_reopening');

create table stage_note (
  partnership_id uuid not null references partnership,
  id uuid not null,
  stage text not null check (stage <> ''),
  question text not null check (question <> ''),
  note text not null check (note <> ''),
  noted_on date not null,
  who text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id)
);
create index stage_note_stage on stage_note (partnership_id, stage);
comment on column stage_note.question is 'As it was worded when it was answered';
select belongs_to_partnership('stage_note');

create table stage_tick (
  partnership_id uuid not null references partnership,
  id uuid not null,
  stage text not null check (stage <> ''),
  action text not null check (action <> ''),
  done_on date not null,
  version integer not null default 1,
  primary key (partnership_id, id),
  unique (partnership_id, stage, action)
);
comment on column stage_tick.action is 'As it was worded when it was ticked: a new wording is a new thing to do';
select belongs_to_partnership('stage_tick');
