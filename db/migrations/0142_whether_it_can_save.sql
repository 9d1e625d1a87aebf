-- One row that is written to find out whether anything can be. Holds nothing of anybody.

create table saving_probe (
  only_one boolean primary key default true check (only_one),
  at timestamptz not null,
  filler bytea not null
);
