-- What was told at home of a test; what of a question was adjusted to the time and money there are; how a programme is judged.

alter table test_of_change add column told_at_home text not null default '';
comment on column test_of_change.told_at_home is 'What colleagues at home were told of it: whom, when and what';

alter table needs_question
  add column means text check (means in ('there', 'partly', 'missing')),
  add column adjusted text not null default '';
comment on column needs_question.means is 'Whether the time and money it needs are there; null while nobody has looked';
comment on column needs_question.adjusted is 'What was left out or made simpler, so that it fits';

create table programme_look (
  partnership_id uuid not null references partnership,
  id uuid not null,
  programme_id uuid not null,
  looked_on date not null,
  who text not null default '',
  acceptable text not null check (acceptable in ('yes', 'partly', 'no', 'cannot-tell')),
  acceptable_why text not null default '',
  feasible text not null check (feasible in ('yes', 'partly', 'no', 'cannot-tell')),
  feasible_why text not null default '',
  moves_outcomes text not null check (moves_outcomes in ('yes', 'partly', 'no', 'cannot-tell')),
  moves_outcomes_why text not null default '',
  barriers text not null default '',
  changes text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, programme_id) references programme (partnership_id, id)
);
create index programme_look_programme on programme_look (partnership_id, programme_id, looked_on);
select belongs_to_partnership('programme_look');
