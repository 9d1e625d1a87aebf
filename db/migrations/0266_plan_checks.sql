-- What a plan is checked against: packs of criteria of a partnership's own, and what a person said of each line in a year.

create table criteria_pack (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  about text not null default '',
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id)
);
create unique index criteria_pack_title on criteria_pack (partnership_id, title);
comment on table criteria_pack is 'Criteria of a partnership’s own; those that everybody has are content';
select belongs_to_partnership('criteria_pack');

create table criterion (
  partnership_id uuid not null references partnership,
  id uuid not null,
  pack_id uuid not null,
  title text not null check (title <> ''),
  question text not null default '',
  rule text,
  position integer not null default 0,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, pack_id) references criteria_pack
);
comment on column criterion.rule is 'Which rule over the records proposes the answer; null where a person answers by hand';
select belongs_to_partnership('criterion');

create table check_answer (
  partnership_id uuid not null references partnership,
  id uuid not null,
  year integer not null check (year between 1900 and 2999),
  pack text not null check (pack <> ''),
  line text not null check (line <> ''),
  state text not null check (state in ('met', 'partly', 'not-yet', 'cannot-tell')),
  reason text not null default '',
  proposed text check (proposed in ('met', 'partly', 'not-yet', 'cannot-tell')),
  says text not null default '',
  missing text[] not null default '{}',
  answered_on date not null,
  version integer not null default 1,
  primary key (partnership_id, id)
);
create unique index check_answer_line on check_answer (partnership_id, year, pack, line);
comment on column check_answer.pack is 'The identifier of a pack of content, or of one of its own';
comment on column check_answer.proposed is 'What the rule proposed on that day; null where none is tied to the line';
comment on column check_answer.says is 'What the records said on that day';
select belongs_to_partnership('check_answer');
