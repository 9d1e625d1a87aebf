-- What kind of body runs a setting: a change may spread in those of the council and not in funded ones.

alter table setting
  add column provider text check (provider in ('council', 'private', 'voluntary', 'health', 'other'));
comment on column setting.provider is 'Null while nobody has said';
