-- Short surveys answered by link, without an account; and a way of recording changes that keeps people's own words out of history.

-- Like belongs_to_partnership, but what stands in the named columns never enters the history: only how long it was. What people
-- said in confidence can then be erased by erasing its row (docs/decisions/0013).
create function belongs_to_partnership_without(target regclass, variadic kept_out text[]) returns void
  language plpgsql
  as $$
begin
  perform belongs_to_partnership(target, recorded => false);
  execute format(
    'create trigger record_change after insert or update or delete on %s for each row execute function record_change_without(%s)',
    target,
    (select string_agg(quote_literal(name), ', ') from unnest(kept_out) as name));
end
$$;

-- A row as it may stand in the history.
create function without_words(subject jsonb, kept_out text[]) returns jsonb
  language sql immutable
  as $$
  select subject || coalesce(
    (select jsonb_object_agg(name, length(subject ->> name) || ' characters, not kept in the history')
     from unnest(kept_out) as name
     where coalesce(subject ->> name, '') <> ''),
    '{}'::jsonb)
$$;

create function record_change_without() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
declare
  row_before jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
  row_after jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
  subject jsonb := coalesce(row_after, row_before);
begin
  if tg_op = 'UPDATE' and row_before = row_after then
    return null;
  end if;
  insert into change (partnership_id, command_run_id, person_id, at, table_name, record_id, action, before, after)
  values (
    (subject ->> 'partnership_id')::uuid,
    nullif(current_setting('cairn.command_run_id', true), '')::uuid,
    current_person_id(),
    current_moment(),
    tg_table_name,
    subject ->> 'id',
    case tg_op when 'INSERT' then 'added' when 'UPDATE' then 'changed' else 'removed' end,
    without_words(row_before, tg_argv),
    without_words(row_after, tg_argv)
  );
  return null;
end
$$;

-- The link by which a visitor without an account has come; null, and so equal to nothing, for everybody else.
create function current_survey_token() returns text
  language sql stable parallel safe
  as $$ select nullif(current_setting('cairn.survey_token', true), '') $$;

create function current_day() returns date
  language sql stable parallel safe
  as $$ select (current_moment() at time zone 'Europe/London')::date $$;

create table survey (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  asked_by text not null check (asked_by <> ''),
  why text not null default '',
  what_next text not null default '',
  for_whom text not null default '',
  contact text not null default '',
  said_by text not null check (said_by in ('parent', 'child', 'practitioner', 'other')),
  closes_on date,
  keep_until date,
  consent_number integer not null default 1,
  needs_question_id uuid,
  status text not null default 'draft' check (status in ('draft', 'open', 'closed')),
  token text,
  opened_on date,
  closed_on date,
  answers_removed_on date,
  kept_tallies jsonb,
  made_up boolean not null default false,
  version integer not null default 1,
  primary key (partnership_id, id),
  check (status = 'draft' or (token is not null and closes_on is not null and keep_until is not null)),
  check ((answers_removed_on is null) = (kept_tallies is null))
);
create unique index survey_token on survey (token);
comment on column survey.asked_by is 'Who asks, as the respondent reads it: a visitor by link may not read the partnership';
comment on column survey.said_by is 'Whom it asks: in what role the answers are given';
comment on column survey.token is 'The unguessable part of its link; null until it was opened. Kept as it is because the link is made to be given away';
comment on column survey.needs_question_id is 'A question of the needs-analysis plan, by name only';
comment on column survey.kept_tallies is 'The counts that remain once the answers were removed; no text';

create table survey_question (
  partnership_id uuid not null references partnership,
  id uuid not null,
  survey_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('one', 'several', 'scale', 'people', 'short', 'long')),
  text text not null check (text <> ''),
  hint text not null default '',
  options text[] not null default '{}',
  required boolean not null default false,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, survey_id) references survey on delete cascade,
  check ((kind in ('one', 'several', 'scale')) = (cardinality(options) >= 2))
);
create index survey_question_survey on survey_question (partnership_id, survey_id, position);

-- Each wording that people agreed to, kept for as long as its survey.
create table survey_consent (
  partnership_id uuid not null references partnership,
  survey_id uuid not null,
  number integer not null,
  id uuid not null,
  words text not null check (words <> ''),
  since date not null,
  primary key (partnership_id, survey_id, number),
  foreign key (partnership_id, survey_id) references survey on delete cascade
);

create table survey_response (
  partnership_id uuid not null references partnership,
  id uuid not null,
  survey_id uuid not null,
  answered_on date not null,
  way text not null check (way in ('link', 'paper')),
  consent_number integer not null,
  may_quote boolean not null,
  form_key uuid not null,
  answers jsonb not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, survey_id) references survey,
  foreign key (partnership_id, survey_id, consent_number) references survey_consent
);
create unique index survey_response_form on survey_response (partnership_id, survey_id, form_key);
comment on table survey_response is 'Anonymous: no name, no address of the network, the day instead of the moment';
comment on column survey_response.form_key is 'Made for one showing of the form, so that pressing twice saves once';

-- How many answers have come by link in the present stretch of time: the brake against floods. One row a survey, written over.
create table survey_pace (
  partnership_id uuid not null references partnership,
  survey_id uuid not null,
  stretch timestamptz not null,
  arrivals integer not null,
  in_all integer not null,
  primary key (partnership_id, survey_id),
  foreign key (partnership_id, survey_id) references survey on delete cascade
);

select belongs_to_partnership('survey');
select belongs_to_partnership('survey_question');
select belongs_to_partnership('survey_consent');
select belongs_to_partnership('survey_response', recorded => false);
select belongs_to_partnership('survey_pace', recorded => false);

-- A visitor by link reads the survey of that link once it was opened, its questions and the consent they are asked for;
-- may add an answer while it is open; and reads no answer, not even their own.
create policy read_by_link on survey for select
  using (token = current_survey_token() and status <> 'draft');
create policy read_by_link on survey_question for select
  using (exists (
    select from survey s
    where s.partnership_id = survey_question.partnership_id and s.id = survey_question.survey_id
      and s.token = current_survey_token() and s.status = 'open'));
create policy read_by_link on survey_consent for select
  using (exists (
    select from survey s
    where s.partnership_id = survey_consent.partnership_id and s.id = survey_consent.survey_id
      and s.token = current_survey_token() and s.status = 'open' and s.consent_number = survey_consent.number));
create policy answer_by_link on survey_response for insert
  with check (way = 'link' and answered_on = current_day() and exists (
    select from survey s
    where s.partnership_id = survey_response.partnership_id and s.id = survey_response.survey_id
      and s.token = current_survey_token() and s.status = 'open' and s.closes_on >= current_day()));
create policy paced_by_link on survey_pace
  using (exists (
    select from survey s
    where s.partnership_id = survey_pace.partnership_id and s.id = survey_pace.survey_id
      and s.token = current_survey_token() and s.status = 'open'))
  with check (exists (
    select from survey s
    where s.partnership_id = survey_pace.partnership_id and s.id = survey_pace.survey_id
      and s.token = current_survey_token() and s.status = 'open'));
