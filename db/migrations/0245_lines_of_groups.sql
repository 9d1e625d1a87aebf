-- Whom a group supports, in which group its sponsor sits, when it meets and when it ends: until now sentences in its remit.

-- The new key is checked against rows of every partnership.
alter table working_group no force row level security;

alter table working_group
  add column supports uuid[] not null default '{}',
  add column sponsor_group_id uuid,
  add column meets text not null default '',
  add column next_meeting_on date,
  add column ends_on date,
  add foreign key (partnership_id, sponsor_group_id) references working_group;
comment on column working_group.supports is 'Groups that it helps without reporting to them';
comment on column working_group.sponsor_group_id is 'The group whose member sponsors this one, such as a directors'' group';
comment on column working_group.members is 'Roles, not persons: [{"role", "organisation", "people", "takesPart"}]';

alter table working_group force row level security;
