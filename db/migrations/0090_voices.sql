-- What people said, the themes in it, and the quotes that may be shown. Their words never enter the history.

create table voice (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  method text not null check (method in ('survey', 'listening-session', 'interview', 'ethnography', 'other')),
  heard_on date not null,
  setting_kind text not null,
  said_by text not null check (said_by in ('parent', 'child', 'practitioner', 'other')),
  people_count integer check (people_count > 0),
  words text not null,
  consent text not null check (consent in ('spoken', 'written', 'survey')),
  may_quote boolean not null,
  keep_until date,
  needs_question_id uuid,
  response_id uuid,
  survey_question_id uuid,
  survey_id uuid,
  coding_done boolean not null default false,
  withdrawn_on date,
  erased_on date,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, survey_id) references survey,
  check ((erased_on is null) = (words <> '')),
  check ((response_id is null) = (survey_id is null) and (response_id is null) = (survey_question_id is null))
);
create unique index voice_answer on voice (partnership_id, response_id, survey_question_id) where response_id is not null;
comment on column voice.title is 'What the note is of, in a few words of whoever wrote it; never a name';
comment on column voice.people_count is 'How many people spoke; null where nobody counted';
comment on column voice.words is 'What was said. Empty once it was erased';
comment on column voice.response_id is 'The answer to a survey from which it comes; no key, because the answer may be removed before it';
comment on column voice.withdrawn_on is 'The day on which consent was taken back';

create table theme (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null check (name <> ''),
  definition text not null default '',
  factors text[] not null default '{}',
  version integer not null default 1,
  primary key (partnership_id, id)
);
create unique index theme_name on theme (partnership_id, lower(name));

create table passage (
  partnership_id uuid not null references partnership,
  id uuid not null,
  voice_id uuid not null,
  theme_id uuid not null,
  first_sentence integer not null check (first_sentence >= 0),
  last_sentence integer not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, voice_id) references voice,
  foreign key (partnership_id, theme_id) references theme,
  check (last_sentence >= first_sentence)
);
create unique index passage_once on passage (partnership_id, voice_id, theme_id, first_sentence, last_sentence);
create index passage_theme on passage (partnership_id, theme_id);
comment on column passage.first_sentence is 'Sentences of a voice are counted from zero; its words do not change while they are coded';

create table quote (
  partnership_id uuid not null references partnership,
  id uuid not null,
  voice_id uuid not null,
  theme_id uuid not null,
  words text not null check (words <> ''),
  made_by uuid not null references person,
  made_on date not null,
  checked_by uuid references person,
  checked_on date,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, voice_id) references voice,
  foreign key (partnership_id, theme_id) references theme,
  check ((checked_by is null) = (checked_on is null)),
  check (checked_by <> made_by)
);
create index quote_theme on quote (partnership_id, theme_id);
comment on table quote is 'Words made ready to be shown. Ready only once somebody else has looked (checked_by)';

select belongs_to_partnership_without('voice', 'words', 'title');
select belongs_to_partnership('theme');
select belongs_to_partnership('passage');
select belongs_to_partnership_without('quote', 'words');
