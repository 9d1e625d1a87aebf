-- What each setting of a place does already, asked once a round by a link of its own, without an account. See decision 0059.

create table benchmark (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  asked_by text not null check (asked_by <> ''),
  why text not null check (why <> ''),
  what_next text not null default '',
  contact text not null check (contact <> ''),
  setting_kinds text[] not null default '{}',
  approaches text[] not null check (cardinality(approaches) > 0),
  how_well text[] not null check (cardinality(how_well) > 1),
  transitions text[] not null default '{}',
  made_up boolean not null default false,
  version integer not null default 1,
  primary key (partnership_id, id)
);
comment on table benchmark is 'A survey of settings; its questions stay as they are once a round was opened';
comment on column benchmark.setting_kinds is 'Kinds of setting that are asked; empty: every kind';
comment on column benchmark.how_well is 'How well an approach works, in words, least first';
select belongs_to_partnership('benchmark');

create table benchmark_round (
  partnership_id uuid not null references partnership,
  id uuid not null,
  benchmark_id uuid not null,
  title text not null check (title <> ''),
  opened_on date not null,
  closes_on date not null,
  closed_on date,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, benchmark_id) references benchmark,
  check (closes_on >= opened_on)
);
create index benchmark_round_benchmark on benchmark_round (partnership_id, benchmark_id, opened_on);
select belongs_to_partnership('benchmark_round');

-- The settings that a round asks, as it was opened, each with a link of its own.
create table benchmark_asked (
  partnership_id uuid not null references partnership,
  id uuid not null,
  round_id uuid not null,
  setting_id uuid not null,
  setting_name text not null,
  token text not null,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, round_id) references benchmark_round,
  foreign key (partnership_id, setting_id) references setting
);
create unique index benchmark_asked_setting on benchmark_asked (partnership_id, round_id, setting_id);
create unique index benchmark_asked_token on benchmark_asked (token);
comment on column benchmark_asked.setting_name is 'As the setting was called when it was asked: a visitor by link may not read settings';
comment on column benchmark_asked.token is 'The unguessable part of its link. Kept as it is because the link is made to be given away';
select belongs_to_partnership('benchmark_asked');

-- One answer a setting in a round; sent again it replaces, and the history keeps what it replaced.
create table benchmark_answer (
  partnership_id uuid not null references partnership,
  id uuid not null,
  round_id uuid not null,
  setting_id uuid not null,
  answered_on date not null,
  way text not null check (way in ('link', 'noted')),
  said_by text not null check (said_by <> ''),
  uses jsonb not null,
  hinders text not null default '',
  wants_support boolean not null,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, round_id) references benchmark_round,
  foreign key (partnership_id, round_id, setting_id) references benchmark_asked (partnership_id, round_id, setting_id)
);
create unique index benchmark_answer_setting on benchmark_answer (partnership_id, round_id, setting_id);
comment on column benchmark_answer.way is 'By the link of the setting, or noted by a member, from paper or a telephone call';
comment on column benchmark_answer.said_by is 'A role, not a person';
comment on column benchmark_answer.uses is 'The approaches that are used, each with since when, for whom, how often, reach, how well, evidence and transitions; empty: none';
select belongs_to_partnership('benchmark_answer');

-- A visitor by link reads the setting that the link is of, its round and its questions, and what this setting said so far; and may
-- answer for it while the round is open. They see no other setting.
create policy read_by_link on benchmark_asked for select using (token = current_survey_token());
create policy read_by_link on benchmark_round for select
  using (exists (
    select from benchmark_asked a
    where a.partnership_id = benchmark_round.partnership_id and a.round_id = benchmark_round.id
      and a.token = current_survey_token()));
create policy read_by_link on benchmark for select
  using (exists (
    select from benchmark_round r join benchmark_asked a on a.partnership_id = r.partnership_id and a.round_id = r.id
    where r.partnership_id = benchmark.partnership_id and r.benchmark_id = benchmark.id
      and a.token = current_survey_token()));
create policy read_by_link on benchmark_answer for select
  using (exists (
    select from benchmark_asked a
    where a.partnership_id = benchmark_answer.partnership_id and a.round_id = benchmark_answer.round_id
      and a.setting_id = benchmark_answer.setting_id and a.token = current_survey_token()));
create policy answer_by_link on benchmark_answer for insert
  with check (way = 'link' and answered_on = current_day() and exists (
    select from benchmark_asked a join benchmark_round r on r.partnership_id = a.partnership_id and r.id = a.round_id
    where a.partnership_id = benchmark_answer.partnership_id and a.round_id = benchmark_answer.round_id
      and a.setting_id = benchmark_answer.setting_id and a.token = current_survey_token()
      and r.closed_on is null and r.closes_on >= current_day()));
create policy answer_again_by_link on benchmark_answer for update
  using (exists (
    select from benchmark_asked a join benchmark_round r on r.partnership_id = a.partnership_id and r.id = a.round_id
    where a.partnership_id = benchmark_answer.partnership_id and a.round_id = benchmark_answer.round_id
      and a.setting_id = benchmark_answer.setting_id and a.token = current_survey_token()
      and r.closed_on is null and r.closes_on >= current_day()))
  with check (way = 'link' and answered_on = current_day() and exists (
    select from benchmark_asked a
    where a.partnership_id = benchmark_answer.partnership_id and a.round_id = benchmark_answer.round_id
      and a.setting_id = benchmark_answer.setting_id and a.token = current_survey_token()));

-- What a visitor by link says is recorded like every other change: of the setting of the link alone.
create policy recorded_by_link on change for insert
  with check (table_name = 'benchmark_answer' and exists (
    select from benchmark_asked a
    where a.partnership_id = change.partnership_id and a.token = current_survey_token()
      and a.round_id = (change.after ->> 'round_id')::uuid and a.setting_id = (change.after ->> 'setting_id')::uuid));
