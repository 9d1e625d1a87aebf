-- A file with values of the partnership's own indicators: read, matched, looked at, then merged as one.

-- What was imported. One file may hold several indicators.
alter table indicator_import alter column indicator_id drop not null;
alter table indicator_import add column refused integer not null default 0;
alter table indicator_import add column command_run_id uuid;
alter table indicator_import add column undone_at timestamptz;
alter table indicator_import add column undone_by uuid references person;
alter table indicator_import add column kept integer not null default 0;
create index indicator_import_recent on indicator_import (partnership_id, imported_at desc);
comment on column indicator_import.indicator_id is 'Where the file was about one indicator alone';
comment on column indicator_import.command_run_id is 'The run that merged it: its changes are what undoing goes by';
comment on column indicator_import.kept is 'Values that undoing left, because somebody had changed them since';

-- How the columns of files with the same headings were matched the last time, for the next.
create table indicator_import_matching (
  partnership_id uuid not null references partnership,
  id text not null,
  matching jsonb not null,
  updated_at timestamptz not null,
  updated_by uuid not null references person,
  primary key (partnership_id, id)
);
comment on column indicator_import_matching.id is 'A fingerprint of the headings';
select belongs_to_partnership('indicator_import_matching');

-- A file that waits: to be read, to be matched, to be confirmed.
create table indicator_import_draft (
  partnership_id uuid not null references partnership,
  id uuid not null,
  indicator_id uuid,
  file_name text not null,
  checksum text not null,
  bytes bytea,
  state text not null
    check (state in ('reading', 'to-match', 'checking', 'to-confirm', 'saving', 'done', 'failed')),
  problem jsonb,
  heading_row integer,
  overview jsonb,
  matching jsonb,
  remembered_at timestamptz,
  remembered_by uuid references person,
  seen_indicators jsonb,
  rows_done integer not null default 0,
  rows_in_all integer not null default 0,
  take_the_rest boolean not null default false,
  changed_since integer not null default 0,
  made_at timestamptz not null,
  made_by uuid not null references person,
  touched_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, indicator_id) references indicator
);
comment on column indicator_import_draft.bytes is 'The file as it came, until it is merged';
comment on column indicator_import_draft.remembered_at is 'When these headings were matched before, if they were';
comment on column indicator_import_draft.seen_indicators is 'Version of each indicator that the rows were checked against';
comment on column indicator_import_draft.changed_since is 'Values that somebody changed between preview and confirmation';
select belongs_to_partnership('indicator_import_draft', recorded => false);

-- Its values, one by one, each with what it would do. Those that cannot be taken stay after the merge, to be put right.
create table indicator_import_row (
  partnership_id uuid not null references partnership,
  import_id uuid not null,
  row integer not null,
  position integer not null,
  what text not null check (what in ('added', 'changed', 'unchanged', 'refused', 'passed-over')),
  indicator_id uuid,
  area text not null default '',
  breakdown text not null default '',
  period text not null default '',
  starts date,
  value numeric,
  numerator numeric,
  denominator numeric,
  counts_given boolean not null default false,
  status text,
  note text,
  value_id uuid,
  seen_version integer,
  is_changed_since boolean not null default false,
  problems jsonb,
  cells text[],
  primary key (partnership_id, import_id, row, position)
);
comment on table indicator_import_row is
  'Goes with its indicator_import_draft. No link says so: it would be looked up a hundred thousand times for one file';
comment on column indicator_import_row.position is 'Column of the file where one row holds several values; 0 otherwise';
comment on column indicator_import_row.status is 'Null where the file does not say: what is there stays';
comment on column indicator_import_row.note is 'Null where the file has no notes: what is there stays';
comment on column indicator_import_row.seen_version is 'Version of the value that the preview compared with';
comment on column indicator_import_row.cells is 'The row as it stands in the file, where it cannot be taken';
select belongs_to_partnership('indicator_import_row', recorded => false);
