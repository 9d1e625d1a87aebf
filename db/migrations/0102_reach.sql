-- Rapid-cycle data: whom a programme reaches, what they receive, what changes. Counts alone; no record of a child or family.
--
-- service_id and project_id name records of other modules without a foreign key, as projects name priorities.

create table programme (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  about text not null default '',
  service_id uuid,
  project_id uuid,
  factor_ids text[] not null default '{}',
  who text not null default 'families',
  rhythm text not null check (rhythm in ('weekly', 'fortnightly', 'monthly', 'termly', 'quarterly')),
  stages text[] not null check (cardinality(stages) >= 2),
  served_stage smallint not null check (served_stage >= 0 and served_stage < cardinality(stages)),
  retention_sessions smallint check (retention_sessions >= 0),
  bands text[] not null default '{}',
  engagement_scale text[] not null default '{}',
  groups text[] not null default '{}',
  outcome text not null default '',
  created_at timestamptz not null default current_moment(),
  version integer not null default 1,
  primary key (partnership_id, id)
);
create index programme_factors on programme using gin (factor_ids);
comment on column programme.stages is 'The funnel, from all who could come to those who stayed; each is part of the one before';
comment on column programme.served_stage is 'From 0: the first stage that received anything';

create table reach_cycle (
  partnership_id uuid not null references partnership,
  id uuid not null,
  programme_id uuid not null,
  starts_on date not null,
  lists jsonb not null,
  sessions_offered integer check (sessions_offered >= 0),
  sessions_attended integer check (sessions_attended >= 0),
  retained integer check (retained >= 0),
  before_yes integer check (before_yes >= 0),
  before_asked integer check (before_asked >= before_yes),
  after_yes integer check (after_yes >= 0),
  after_asked integer check (after_asked >= after_yes),
  note text not null default '',
  recorded_at timestamptz not null default current_moment(),
  version integer not null default 1,
  primary key (partnership_id, id),
  unique (partnership_id, programme_id, starts_on),
  foreign key (partnership_id, programme_id) references programme (partnership_id, id)
);
comment on column reach_cycle.lists is 'counts, bands, engagement, groupEligible, groupServed: numbers or null (not counted) in the order of the programme''s own lists';

select belongs_to_partnership('programme');
select belongs_to_partnership('reach_cycle');
