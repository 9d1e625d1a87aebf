-- What we know and do not know of local need: the data library, the needs-analysis plan, and the register of data items.

create table data_source (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  publisher text not null default '',
  coverage text not null default '',
  strengths text not null default '',
  limitations text not null default '',
  licence text not null default '',
  link text not null default '',
  factors text[] not null default '{}',
  indicator_ids text[] not null default '{}',
  fresh_on date,
  why text not null default '',
  for_whom text not null default '',
  used_by text not null default '',
  work_cost text not null default '',
  came_of_it text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id)
);
comment on column data_source.indicator_ids is 'Indicators whose figures come from it: names of open ones, identifiers of own ones';
comment on column data_source.fresh_on is 'The day to which its newest figures belong';

create table needs_question (
  partnership_id uuid not null references partnership,
  id uuid not null,
  gap text not null default '',
  question text not null check (question <> ''),
  method text not null check (method in ('existing-data', 'survey', 'listening-session', 'interview', 'ethnography', 'other')),
  resource text not null default '',
  owner_role text not null default '',
  due_on date,
  factor text,
  data_source_id uuid,
  finding text not null default '',
  found_on date,
  status text not null default 'open' check (status in ('open', 'under-way', 'answered', 'dropped')),
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, data_source_id) references data_source,
  check (status <> 'answered' or (finding <> '' and found_on is not null))
);
create index needs_question_due on needs_question (partnership_id, due_on);

create table data_item (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  held_where text not null default '',
  subject text not null check (subject in ('identifiable', 'pseudonymous', 'none')),
  special_category boolean not null default false,
  lawful_basis text,
  special_condition text,
  shared boolean,
  shared_with text not null default '',
  agreement_reference text not null default '',
  agreement_on date,
  assessment text check (assessment in ('needed', 'not-needed', 'done')),
  assessed_on date,
  retention text not null default '',
  owner_role text not null default '',
  review_on date,
  why text not null default '',
  for_whom text not null default '',
  used_by text not null default '',
  work_cost text not null default '',
  came_of_it text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  check (subject <> 'none' or (not special_category and lawful_basis is null and assessment is null)),
  check (special_category or special_condition is null)
);
comment on column data_item.shared is 'Null while nobody has answered';
comment on column data_item.assessment is 'The data protection impact assessment; null while nobody has answered';
create index data_item_review on data_item (partnership_id, review_on);

select belongs_to_partnership('data_source');
select belongs_to_partnership('needs_question');
select belongs_to_partnership('data_item');
