-- What was noticed may be archived: it leaves the lists and stays readable, and can be brought back.

alter table insight add column archived_at timestamptz;
comment on column insight.archived_at is 'When it was taken off the lists, for it no longer holds or was said elsewhere; null while it stands';
