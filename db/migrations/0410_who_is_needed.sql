-- Who is needed around the table and has not come yet, and the four steps by which a partnership looks at who is.
create table partner_sought (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  circle text not null check (circle in ('core', 'coalition')),
  reasons text[] not null default '{}' check (reasons <@ array['mobilise', 'bring', 'foundations', 'pool']),
  part text check (part in ('backing', 'alignment', 'reach')),
  gain text not null default '',
  takes_part_how text not null default '',
  asked_by_role text not null default '',
  standing text not null default 'thought-of' check (standing in ('thought-of', 'invited', 'takes-part', 'declined')),
  asked_on date,
  answer_by date,
  note text not null default '',
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id)
);
comment on table partner_sought is 'A body or a role that is wanted in the core partnership or in the coalition around it';
comment on column partner_sought.part is 'What it is wanted for; empty where nobody has stated it';
select belongs_to_partnership('partner_sought');

create table partnership_look (
  partnership_id uuid not null references partnership,
  id uuid not null,
  step text not null check (step in ('reach', 'gaps', 'widening', 'after-priorities')),
  looked_on date not null,
  found text not null check (found <> ''),
  follows text not null default '',
  action_id uuid,
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, action_id) references action
);
comment on table partnership_look is 'What a partnership found when it looked at who is in it, step by step';
select belongs_to_partnership('partnership_look');
