-- What groups decide, on which papers; what is disputed; who was consulted; what is asked of others.

create table paper (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  kind text not null check (kind in (
    'starter-paper', 'framework-proposal', 'core-script', 'short-paper', 'insight-brief', 'report', 'minutes', 'other')),
  group_id uuid,
  meeting_on date,
  author_role text not null default '',
  dated_on date,
  about text not null default '',
  link text not null default '',
  status text not null default 'draft' check (status in ('draft', 'final')),
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references working_group
);
comment on column paper.meeting_on is 'The meeting of the group that it was written for';
select belongs_to_partnership('paper');

create table consultation (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  way text not null check (way in ('told', 'asked')),
  people text[] not null default '{}' check (people <@ array[
    'children', 'parents', 'practitioners', 'partners', 'trade-unions', 'community', 'elected-members', 'others']),
  held_on date not null,
  how text not null default '',
  how_many integer check (how_many >= 0),
  told_first text not null default '',
  said text not null default '',
  changed text not null default '',
  owner_role text not null default '',
  tell_back_by date,
  told_back_on date,
  told_back_how text not null default '',
  plan_priority_ids uuid[] not null default '{}',
  factors text[] not null default '{}',
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id)
);
comment on table consultation is 'Who was told or asked what, what they said, what changed because of it, and when they were told that';
select belongs_to_partnership('consultation');

create table decision (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  question text not null default '',
  decided text not null check (decided <> ''),
  kind text not null check (kind in ('noted', 'agreed', 'approved', 'approved-subject-to', 'referred', 'declined')),
  group_id uuid,
  body text not null default '',
  decided_on date,
  basis text not null default '',
  paper_ids uuid[] not null default '{}',
  consultation_ids uuid[] not null default '{}',
  options text not null default '',
  present text[] not null default '{}',
  conditions text not null default '',
  conditions_due_on date,
  conditions_met_on date,
  plan_priority_ids uuid[] not null default '{}',
  aim_ids uuid[] not null default '{}',
  supersedes_id uuid,
  confirmed_at timestamptz,
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references working_group,
  foreign key (partnership_id, supersedes_id) references decision
);
create unique index decision_supersedes on decision (partnership_id, supersedes_id);
comment on column decision.decided_on is 'Null where only the decision is known and not its day';
comment on column decision.present is 'Roles, not persons';
comment on column decision.supersedes_id is 'The confirmed decision that this one corrects';
comment on column decision.confirmed_at is 'From then on it stays as it is';
select belongs_to_partnership('decision');

-- A confirmed decision stays as it is; only the day on which its conditions were met is still to come.
create function keep_confirmed_decisions() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'DELETE'
    or to_jsonb(new) - array['conditions_met_on', 'version'] is distinct from to_jsonb(old) - array['conditions_met_on', 'version']
  then
    raise exception 'a confirmed decision stays as it is' using errcode = 'CR002';
  end if;
  return new;
end
$$;

create trigger keep_confirmed_decisions before update or delete on decision
  for each row when (old.confirmed_at is not null)
  execute function keep_confirmed_decisions();

create table decision_agreement (
  partnership_id uuid not null references partnership,
  id uuid not null,
  decision_id uuid not null,
  body text not null check (body <> ''),
  stance text not null check (stance in ('agreed', 'with-conditions', 'not-yet', 'declined')),
  stated_on date,
  by_role text not null default '',
  conditions text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, decision_id) references decision
);
create unique index decision_agreement_body on decision_agreement (partnership_id, decision_id, body);
comment on table decision_agreement is 'What each partner body says of a decision';
select belongs_to_partnership('decision_agreement');

create table declared_interest (
  partnership_id uuid not null references partnership,
  id uuid not null,
  decision_id uuid not null,
  who_role text not null check (who_role <> ''),
  kind text not null check (kind in ('financial', 'strategic', 'other')),
  interest text not null check (interest <> ''),
  declared_on date,
  done text not null check (done in ('noted', 'no-vote', 'left-the-room')),
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, decision_id) references decision
);
create index declared_interest_decision on declared_interest (partnership_id, decision_id);
select belongs_to_partnership('declared_interest');

create table dispute (
  partnership_id uuid not null references partnership,
  id uuid not null,
  subject text not null check (subject <> ''),
  parties text[] not null,
  group_id uuid,
  raised_on date not null,
  raised_by text not null default '',
  about text not null default '',
  settled_on date,
  settled_how text not null default '',
  decision_id uuid,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references working_group,
  foreign key (partnership_id, decision_id) references decision
);
comment on column dispute.group_id is 'The group in which it arose: where its ladder begins';
select belongs_to_partnership('dispute');

create table dispute_step (
  partnership_id uuid not null references partnership,
  id uuid not null,
  dispute_id uuid not null,
  group_id uuid not null,
  level text not null default 'group' check (level in ('group', 'sponsor')),
  since date not null,
  tried text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, dispute_id) references dispute,
  foreign key (partnership_id, group_id) references working_group
);
create index dispute_step_dispute on dispute_step (partnership_id, dispute_id);
comment on column dispute_step.level is 'Whether the group itself deals with it, or its senior sponsor with its lead official';
select belongs_to_partnership('dispute_step');

create table ask (
  partnership_id uuid not null references partnership,
  id uuid not null,
  kind text not null check (kind in ('ask', 'obstacle', 'opportunity')),
  title text not null check (title <> ''),
  why text not null default '',
  from_group_id uuid,
  to_group_id uuid,
  to_body text not null default '',
  aim_ids uuid[] not null default '{}',
  sent_on date,
  answer_by date,
  answer text not null default 'none' check (answer in ('none', 'yes', 'partly', 'no')),
  answered_on date,
  answer_text text not null default '',
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, from_group_id) references working_group,
  foreign key (partnership_id, to_group_id) references working_group,
  check ((answer = 'none') = (answered_on is null))
);
comment on table ask is 'What one group asks of another, or of a body outside; an obstacle that somebody else can remove; an opportunity passed on';
select belongs_to_partnership('ask');
