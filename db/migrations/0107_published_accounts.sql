-- What a publication says of improvement work: measures and tests as they were reported, never as points or results of our own.

create table published_measure (
  partnership_id uuid not null references partnership,
  id uuid not null,
  project_id uuid not null,
  title text not null check (title <> ''),
  baseline text not null default '',
  result text not null default '',
  note text not null default '',
  source text not null check (source <> ''),
  created_at timestamptz not null default current_moment(),
  primary key (partnership_id, id),
  foreign key (partnership_id, project_id) references improvement_project (partnership_id, id)
);
create index published_measure_project on published_measure (partnership_id, project_id);
comment on table published_measure is 'Baseline and result in words, as reported; empty where the publication gives none';

create table published_test (
  partnership_id uuid not null references partnership,
  id uuid not null,
  project_id uuid not null,
  number integer not null check (number >= 1),
  tried text not null check (tried <> ''),
  predicted text not null default '',
  result text not null default '',
  note text not null default '',
  source text not null check (source <> ''),
  created_at timestamptz not null default current_moment(),
  primary key (partnership_id, id),
  unique (partnership_id, project_id, number),
  foreign key (partnership_id, project_id) references improvement_project (partnership_id, id)
);
comment on table published_test is 'A test of change told by a publication. It is counted nowhere: what was predicted and found is often not reported';

select belongs_to_partnership('published_measure');
select belongs_to_partnership('published_test');
