-- What an aim has reached by a day on the way, and the day on which work on it begins.
alter table aim add column starts_on date;
comment on column aim.starts_on is 'When work on it begins; no milestone lies before';

create table aim_milestone (
  partnership_id uuid not null references partnership,
  id uuid not null,
  aim_id uuid not null,
  title text not null check (title <> ''),
  due_on date not null,
  done_on date,
  note text not null default '',
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, aim_id) references aim
);
create index aim_milestone_aim on aim_milestone (partnership_id, aim_id);
comment on column aim_milestone.done_on is 'The day on which it was reached; null while it is not';
select belongs_to_partnership('aim_milestone');
