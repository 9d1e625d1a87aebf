-- What the support of a group for another's aim consists of, and what that group answered. Which groups are named stands at the aim.

create table aim_support (
  partnership_id uuid not null references partnership,
  id uuid not null,
  aim_id uuid not null,
  group_id uuid not null,
  what text not null check (what <> ''),
  asked_on date,
  answer text not null default 'asked' check (answer in ('asked', 'accepted', 'declined')),
  answered_on date,
  answered_by text not null default '',
  answer_reason text not null default '',
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  unique (partnership_id, aim_id, group_id),
  foreign key (partnership_id, aim_id) references aim,
  foreign key (partnership_id, group_id) references working_group,
  check ((answer = 'asked') = (answered_on is null))
);
comment on table aim_support is 'What a group gives to an aim that another leads, and whether it accepted';
comment on column aim_support.answered_by is 'A role of the supporting group, never a name';
select belongs_to_partnership('aim_support');
