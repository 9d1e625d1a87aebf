-- A partnership looks at itself: each person answers alone, then all of them see the spread and agree. See decision 0053.

-- The words of an instrument as they were when a round of it began, so that an older round keeps its own.
create table assessment_instrument (
  partnership_id uuid not null references partnership,
  id uuid not null,
  pack text not null check (pack <> ''),
  pack_version text not null check (pack_version <> ''),
  attribution text not null default '',
  body jsonb not null,
  version integer not null default 1,
  primary key (partnership_id, id)
);
create unique index assessment_instrument_pack on assessment_instrument (partnership_id, pack, pack_version);
select belongs_to_partnership('assessment_instrument');

create table assessment_round (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  group_id uuid,
  instrument_id uuid not null,
  opens_on date not null,
  closes_on date not null,
  facilitator text not null check (facilitator <> ''),
  status text not null default 'open' check (status in ('open', 'revealed', 'agreed', 'closed')),
  revealed_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references working_group,
  foreign key (partnership_id, instrument_id) references assessment_instrument,
  check (opens_on <= closes_on),
  check ((status = 'open') = (revealed_at is null))
);
comment on column assessment_round.group_id is 'Null where the round is about the whole partnership';
comment on column assessment_round.facilitator is 'A role, not a person';
select belongs_to_partnership('assessment_round');

-- What was revealed stays so: nobody can hide it again and take an answer back.
create function keep_revealed() returns trigger
  language plpgsql
  as $$
begin
  if old.status <> 'open' and new.status = 'open' then
    raise exception 'what was revealed stays so' using errcode = 'CR002';
  end if;
  return new;
end
$$;
create trigger keep_revealed before update on assessment_round for each row execute function keep_revealed();

-- Who is asked, for which sector they stand, and whether they have answered; never what.
create table assessment_asked (
  partnership_id uuid not null references partnership,
  id uuid not null,
  round_id uuid not null,
  person_id uuid not null references person,
  sector text not null check (sector in (
    'council', 'health', 'early-education', 'schools', 'voluntary', 'families', 'other')),
  standing text not null default 'none' check (standing in ('none', 'begun', 'done')),
  on_paper boolean not null default false,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, round_id) references assessment_round
);
create unique index assessment_asked_person on assessment_asked (partnership_id, round_id, person_id);
comment on column assessment_asked.standing is 'Whether every element, some or none have an answer';
comment on column assessment_asked.on_paper is 'Somebody else typed the answer from paper';
select belongs_to_partnership('assessment_asked');

-- The answers. Nothing of them is ever in the record of changes.
create table assessment_answer (
  partnership_id uuid not null references partnership,
  round_id uuid not null,
  person_id uuid not null,
  element text not null,
  level text not null check (level <> ''),
  reason text not null default '',
  evidence text not null default '',
  on_paper boolean not null default false,
  entered_by uuid not null default current_person_id(),
  primary key (partnership_id, round_id, person_id, element),
  foreign key (partnership_id, round_id) references assessment_round,
  foreign key (partnership_id, round_id, person_id)
    references assessment_asked (partnership_id, round_id, person_id),
  check (on_paper or entered_by = person_id)
);
comment on column assessment_answer.level is 'A level of the instrument, or cannot-say';
select belongs_to_partnership('assessment_answer', recorded => false);

-- Until the reveal a person sees and writes their own answers alone, or those that they typed from paper; afterwards nobody writes any.
create policy own_until_revealed on assessment_answer as restrictive for select
  using (
    person_id = current_person_id()
    or (on_paper and entered_by = current_person_id())
    or exists (
      select from assessment_round r
      where r.partnership_id = assessment_answer.partnership_id and r.id = assessment_answer.round_id and r.status <> 'open'));
create policy add_while_open on assessment_answer as restrictive for insert
  with check (
    (person_id = current_person_id() or on_paper) and entered_by = current_person_id()
    and exists (
      select from assessment_round r
      where r.partnership_id = assessment_answer.partnership_id and r.id = assessment_answer.round_id and r.status = 'open'));
create policy change_while_open on assessment_answer as restrictive for update
  using (
    (person_id = current_person_id() or (on_paper and entered_by = current_person_id()))
    and exists (
      select from assessment_round r
      where r.partnership_id = assessment_answer.partnership_id and r.id = assessment_answer.round_id and r.status = 'open'))
  with check ((person_id = current_person_id() or on_paper) and entered_by = current_person_id());
create policy remove_while_open on assessment_answer as restrictive for delete
  using (
    (person_id = current_person_id() or (on_paper and entered_by = current_person_id()))
    and exists (
      select from assessment_round r
      where r.partnership_id = assessment_answer.partnership_id and r.id = assessment_answer.round_id and r.status = 'open'));

-- What the group agreed on an element, after it saw the spread.
create table assessment_agreement (
  partnership_id uuid not null references partnership,
  id uuid not null,
  round_id uuid not null,
  element text not null,
  level text not null check (level <> ''),
  reason text not null check (reason <> ''),
  dissent text not null default '',
  agreed_on date not null,
  present text[] not null check (cardinality(present) > 0),
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, round_id) references assessment_round
);
create unique index assessment_agreement_element on assessment_agreement (partnership_id, round_id, element);
comment on column assessment_agreement.present is 'Roles, not persons';
select belongs_to_partnership('assessment_agreement');

create table assessment_barrier (
  partnership_id uuid not null references partnership,
  id uuid not null,
  round_id uuid not null,
  element text not null,
  kind text not null check (kind in (
    'money', 'time', 'skills', 'information', 'agreement', 'law', 'other')),
  barrier text not null check (barrier <> ''),
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, round_id) references assessment_round
);
create index assessment_barrier_round on assessment_barrier (partnership_id, round_id);
select belongs_to_partnership('assessment_barrier');

create table assessment_action (
  partnership_id uuid not null references partnership,
  id uuid not null,
  round_id uuid not null,
  place integer not null check (place between 1 and 3),
  element text not null,
  what text not null check (what <> ''),
  who text not null default '',
  due_on date,
  action_id uuid,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, round_id) references assessment_round,
  foreign key (partnership_id, action_id) references action on delete set null (action_id)
);
create unique index assessment_action_place on assessment_action (partnership_id, round_id, place);
create unique index assessment_action_action on assessment_action (partnership_id, action_id);
comment on table assessment_action is 'What matters most after a round: three at most';
comment on column assessment_action.action_id is 'The action of the plan that it became';
select belongs_to_partnership('assessment_action');
