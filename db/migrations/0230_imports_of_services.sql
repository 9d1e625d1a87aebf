-- How the columns of files were matched, for the next file with the same headings: for every import whose fields are its own.
create table remembered_matching (
  partnership_id uuid not null references partnership,
  purpose text not null,
  id text not null,
  matching jsonb not null,
  updated_at timestamptz not null,
  updated_by uuid not null references person,
  primary key (partnership_id, purpose, id)
);
comment on column remembered_matching.purpose is 'What was imported, such as services';
comment on column remembered_matching.id is 'A fingerprint of the headings; they stand in the matching';
select belongs_to_partnership('remembered_matching', recorded => false);

-- What waits has another form now; it waits for two days at most and can be sent again.
truncate service_import;
