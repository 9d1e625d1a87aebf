-- What a question of need is for, and what a source tells of its factors.

alter table needs_question
  add column outcomes text[] not null default '{}',
  add column ages text[] not null default '{}',
  add column answer_form text check (answer_form in ('figures', 'words', 'both')),
  add column expertise text not null default '',
  add column adds_value text not null default '';
comment on column needs_question.answer_form is 'Whether figures, people''s words or both are wanted; null while nobody has said';
comment on column needs_question.adds_value is 'Which decision the answer will help with';

alter table data_source add column key_insight text not null default '';
comment on column data_source.key_insight is 'What it tells of the factors it is about';
