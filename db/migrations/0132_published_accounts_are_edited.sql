-- What was taken from a publication can be changed, by two people who must not overwrite each other.

alter table published_measure add column version integer not null default 1;
alter table published_test add column version integer not null default 1;
