-- A row of a file on its way in goes with its file, and the file with its partnership: what each row says of it is held by the policy, and is not
-- looked up a hundred thousand times for one file.
alter table indicator_import_row drop constraint indicator_import_row_partnership_id_fkey;

-- A file is kept as it came, so that a part of it can be read without the rest.
alter table indicator_import_draft alter column bytes set storage external;
