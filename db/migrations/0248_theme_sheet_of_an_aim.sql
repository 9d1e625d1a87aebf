-- The theme sheet belongs to an aim, whose actions are its steps: until now each step carried a copy of it.

alter table aim
  add column local_collaborators text not null default '',
  add column system_collaborators text not null default '',
  add column wider_priority text not null default '',
  add column linked_aims uuid[] not null default '{}',
  add column policy_links text not null default '',
  add column intended_outcome text not null default '',
  add column offer text check (offer in ('universal', 'targeted', 'both')),
  add column target_group text not null default '',
  add column evaluation text not null default '',
  add column questions text[] not null default '{}';
comment on column aim.linked_aims is 'Aims of other groups that it serves as well';
comment on column aim.offer is 'Whether it is for everybody, for some, or both; null while nobody has said';
