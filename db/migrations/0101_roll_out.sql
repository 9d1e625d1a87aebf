-- Roll-out: a change that spreads from setting to setting, and what each setting said of where it stands.
--
-- project_id, change_idea_id name records of improvement without a foreign key, as projects name priorities: another module may archive
-- them without asking here. A name that no longer leads anywhere is shown as such.

create table roll_out (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  change text not null default '',
  project_id uuid,
  change_idea_id uuid,
  factor_ids text[] not null default '{}',
  started_on date not null,
  ended_on date check (ended_on >= started_on),
  goal_settings integer check (goal_settings >= 1),
  goal_by date,
  eligible_by text not null default 'rule' check (eligible_by in ('rule', 'picked')),
  eligible_kinds text[] not null default '{}',
  eligible_areas text[] not null default '{}',
  picked uuid[] not null default '{}',
  scale text[] not null default '{}',
  parts text[] not null default '{}',
  created_at timestamptz not null default current_moment(),
  version integer not null default 1,
  primary key (partnership_id, id)
);
create index roll_out_factors on roll_out using gin (factor_ids);
comment on column roll_out.eligible_kinds is 'Kinds of setting that could use the change; empty: every kind';
comment on column roll_out.eligible_areas is 'Areas whose settings could use the change; empty: every area';
comment on column roll_out.picked is 'Settings chosen one by one, where no rule fits; without a foreign key, since settings are never removed';
comment on column roll_out.scale is 'How fully it may be used, in the place''s own words, least first';
comment on column roll_out.parts is 'What belongs to doing it as it was meant';

-- One thing said of one setting: where it stands from a day on. Together they are its history; the latest says where it is now.
create table roll_out_report (
  partnership_id uuid not null references partnership,
  id uuid not null,
  roll_out_id uuid not null,
  setting_id uuid not null,
  standing text not null check (standing in ('not-started', 'preparing', 'using', 'fully', 'stopped')),
  since date not null,
  level smallint check (level >= 1),
  parts text[] not null default '{}',
  reason text not null default '',
  note text not null default '',
  said_by text not null default '',
  reported_by uuid references person,
  reported_at timestamptz not null default current_moment(),
  version integer not null default 1,
  primary key (partnership_id, id),
  unique (partnership_id, roll_out_id, setting_id, since),
  foreign key (partnership_id, roll_out_id) references roll_out (partnership_id, id),
  foreign key (partnership_id, setting_id) references setting (partnership_id, id),
  check (standing <> 'stopped' or reason <> '')
);
create index roll_out_report_setting on roll_out_report (partnership_id, setting_id, since);
comment on column roll_out_report.reason is 'Why it stopped: that is learning, and never left out';
comment on column roll_out_report.said_by is 'A role, not a person';

select belongs_to_partnership('roll_out');
select belongs_to_partnership('roll_out_report');
