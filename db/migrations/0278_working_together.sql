-- How the partners work together: since when the vision stands, principles, proposals tested against them, how far work joins up, what was learnt.
alter table partnership
  add column vision_agreed_on date,
  add column vision_agreed_by text not null default '',
  add column vision_owner text not null default '';
comment on column partnership.vision_owner is 'A role: who looks after its words';

alter table plan_priority
  add column commitment text not null default '',
  add column national_policies text not null default '',
  add column horizon text check (horizon in ('existing-services', 'begins-with-a-strategy')),
  add column agreed_on date,
  add column agreed_by text not null default '',
  add column owner_role text not null default '';
comment on column plan_priority.horizon is 'Whether it uses services that are there, or begins with a strategy';

create table principle (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  meaning text not null default '',
  question text not null check (question <> ''),
  in_practice text not null default '',
  group_id uuid,
  position integer not null default 0,
  adopted_on date,
  adopted_by text not null default '',
  retired_on date,
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references working_group
);
comment on column principle.question is 'What a proposal is asked by it';
comment on column principle.group_id is 'The group whose own it is; null is the whole partnership';
select belongs_to_partnership('principle');

create table proposal (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  kind text not null check (kind in ('programme', 'service-collaboration', 'other')),
  about text not null check (about <> ''),
  group_id uuid,
  plan_priority_id uuid,
  target_group text not null default '',
  areas text not null default '',
  approach text check (approach in ('partnership', 'common', 'unified')),
  resources text not null default '',
  proposed_on date not null,
  outcome text not null default 'none' check (outcome in ('none', 'go-ahead', 'with-changes', 'not-now', 'no')),
  outcome_group_id uuid,
  outcome_reason text not null default '',
  outcome_conditions text not null default '',
  outcome_on date,
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references working_group,
  foreign key (partnership_id, outcome_group_id) references working_group,
  foreign key (partnership_id, plan_priority_id) references plan_priority,
  check ((outcome = 'none') = (outcome_on is null))
);
select belongs_to_partnership('proposal');

create table proposal_round (
  partnership_id uuid not null references partnership,
  id uuid not null,
  proposal_id uuid not null,
  number integer not null,
  held_on date not null,
  rationale text not null,
  feasibility text not null,
  by_roles text not null default '',
  answers jsonb not null,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, proposal_id) references proposal
);
create unique index proposal_round_number on proposal_round (partnership_id, proposal_id, number);
comment on table proposal_round is 'A proposal tested against the principles as they stood on that day';
select belongs_to_partnership('proposal_round');

create table proposal_partner (
  partnership_id uuid not null references partnership,
  id uuid not null,
  proposal_id uuid not null,
  body text not null check (body <> ''),
  stance text not null check (stance in ('agreed', 'with-conditions', 'not-yet', 'declined')),
  conditions text not null default '',
  stated_on date,
  by_role text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, proposal_id) references proposal
);
create unique index proposal_partner_body on proposal_partner (partnership_id, proposal_id, body);
comment on table proposal_partner is 'What each partner body says of a proposal';
select belongs_to_partnership('proposal_partner');

-- The owner is bound by row-level security too, and a foreign key looks at every row: it is lifted meanwhile.
alter table aim no force row level security;
alter table action no force row level security;
alter table proposal no force row level security;
alter table aim add column proposal_id uuid, add foreign key (partnership_id, proposal_id) references proposal;
alter table action add column proposal_id uuid, add foreign key (partnership_id, proposal_id) references proposal;
alter table aim force row level security;
alter table action force row level security;
alter table proposal force row level security;
comment on column aim.proposal_id is 'The proposal that became this aim';
comment on column action.proposal_id is 'The proposal that became this action';

create table workstream (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  about text not null default '',
  group_id uuid,
  aim_ids uuid[] not null default '{}',
  now text[] not null default '{}' check (now <@ array['partnership', 'common', 'unified']),
  heading_to text[] not null default '{}' check (heading_to <@ array['partnership', 'common', 'unified']),
  by_when date,
  why text not null default '',
  unified_form text check (unified_form in ('lead-authority', 'consortium', 'commissioned')),
  lead_body text not null default '',
  host_body text not null default '',
  pooled text not null default '',
  shared_systems text[] not null default '{}',
  stays_local text not null default '',
  next_step text not null default '',
  owner_role text not null default '',
  reviewed_on date,
  review_by date,
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references working_group
);
comment on table workstream is 'How far a piece of work joins up over the partners, now and where it is heading';
comment on column workstream.now is 'Empty where nobody has stated it';
select belongs_to_partnership('workstream');

create table cooperation_lesson (
  partnership_id uuid not null references partnership,
  id uuid not null,
  lesson text not null check (lesson <> ''),
  about text not null check (about in (
    'starting-point', 'purpose', 'trust', 'leaders-time', 'leadership', 'teams', 'evidence', 'persistence', 'other')),
  learnt_on date,
  learnt_where text not null default '',
  evidence text not null default '',
  differently text not null default '',
  owner_role text not null default '',
  group_id uuid,
  aim_ids uuid[] not null default '{}',
  helped_by text not null default '',
  hindered_by text not null default '',
  discussion text not null default '',
  review_by date,
  holds text check (holds in ('yes', 'partly', 'no')),
  reviewed_on date,
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references working_group
);
comment on table cooperation_lesson is 'What was learnt about working together, and whether it still holds';
select belongs_to_partnership('cooperation_lesson');
