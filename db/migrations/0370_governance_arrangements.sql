-- Governance beyond the groups: functions and features, the legal form, what partners commit to, and the policies that each needs.
create table governance_part (
  partnership_id uuid not null references partnership,
  id uuid not null,
  part text not null check (part in (
    'planning', 'commitment', 'protection', 'risk', 'monitoring',
    'accountability', 'diversity', 'equity', 'transparency')),
  done_by text not null default '',
  group_ids uuid[] not null default '{}',
  how text not null default '',
  gap text not null default '',
  next_step text not null default '',
  owner_role text not null default '',
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  unique (partnership_id, part)
);
comment on column governance_part.part is 'The first five are functions of governance, the other four features';
comment on column governance_part.gap is 'Empty where nobody has named one';
select belongs_to_partnership('governance_part');

create table governance_form (
  partnership_id uuid not null references partnership,
  id uuid not null,
  activities jsonb not null default '[]',
  form text not null check (form in ('informal', 'memorandum', 'hosted', 'joint-committee', 'charity-or-company', 'other')),
  why text not null default '',
  lead_body text not null default '',
  backbone text not null default '',
  agreed_on date,
  agreed_by text not null default '',
  reference text not null default '',
  owner_role text not null default '',
  reviewed_on date,
  review text not null default '',
  review_by date,
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  -- There is one for each partnership.
  unique (partnership_id)
);
comment on column governance_form.activities is 'Headline activities, each with the arrangement that fits it';
comment on column governance_form.review_by is 'By when all arrangements are looked at again, not the form alone';
select belongs_to_partnership('governance_form');

create table partner_commitment (
  partnership_id uuid not null references partnership,
  id uuid not null,
  body_id uuid not null,
  commitment text not null check (commitment <> ''),
  aim_ids uuid[] not null default '{}',
  agreed_on date,
  agreed_by text not null default '',
  reference text not null default '',
  standing text check (standing in ('kept', 'partly', 'not-kept')),
  note text not null default '',
  reviewed_on date,
  review_by date,
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, body_id) references plan_body
);
create index partner_commitment_body on partner_commitment (partnership_id, body_id);
comment on column partner_commitment.standing is 'Null while nobody has said whether it is kept';
select belongs_to_partnership('partner_commitment');

create table partner_policy (
  partnership_id uuid not null references partnership,
  id uuid not null,
  body_id uuid not null,
  policy text not null check (policy in ('safeguarding', 'data-protection', 'insurance', 'complaints', 'equality')),
  standing text not null check (standing in ('seen', 'asked-for', 'not-needed')),
  seen_on date,
  valid_until date,
  seen_by text not null default '',
  note text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, body_id) references plan_body,
  unique (partnership_id, body_id, policy),
  check ((standing = 'seen') = (seen_on is not null)),
  check (valid_until is null or seen_on is not null)
);
comment on table partner_policy is 'Policies and protections that a partner needs to take part, one a row';
select belongs_to_partnership('partner_policy');
