-- Framework indicators: a setting judges itself, a judgement rests on evidence, and somebody from outside looks at it.

-- The rows that are there are checked, which row-level security would keep from the owner too.
alter table assessment_round no force row level security;
alter table setting no force row level security;
alter table assessment_round
  add column setting_id uuid,
  add foreign key (partnership_id, setting_id) references setting,
  add check (group_id is null or setting_id is null);
alter table setting force row level security;
alter table assessment_round force row level security;
comment on column assessment_round.setting_id is 'The setting that looks at itself; null where the round is about a group or the whole partnership';

alter table assessment_agreement
  add column strengths text not null default '',
  add column validated_by text check (validated_by in ('peer', 'visiting-officer')),
  add column validated_on date,
  add check ((validated_by is null) = (validated_on is null));
comment on column assessment_agreement.validated_by is 'Who looked at it from outside; null while nobody did';

create table assessment_evidence (
  partnership_id uuid not null references partnership,
  id uuid not null,
  round_id uuid not null,
  element text not null,
  kind text not null check (kind in ('figure', 'test', 'voice', 'finding', 'document')),
  shows text not null check (shows <> ''),
  indicator_id uuid,
  test_id uuid,
  theme_id uuid,
  address text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, round_id) references assessment_round,
  foreign key (partnership_id, indicator_id) references indicator on delete set null (indicator_id),
  foreign key (partnership_id, test_id) references test_of_change on delete set null (test_id),
  foreign key (partnership_id, theme_id) references theme on delete set null (theme_id)
);
create index assessment_evidence_round on assessment_evidence (partnership_id, round_id, element);
comment on table assessment_evidence is 'What an agreed level rests on: what it shows, and the record it comes from where there is one';
select belongs_to_partnership('assessment_evidence');
