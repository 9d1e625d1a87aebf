-- What the application may do, all of it, in one place. Run by the owner after every change of structure; see
-- src/platform/migrations.ts. The roles the application signs in as are members of cairn_application and have nothing of their own.

revoke create on schema public from public;
grant usage on schema public to cairn_application;

revoke all on all tables in schema public from cairn_application;
grant select, insert, update, delete on all tables in schema public to cairn_application;
grant usage, select on all sequences in schema public to cairn_application;

alter default privileges in schema public grant select, insert, update, delete on tables to cairn_application;
alter default privileges in schema public grant usage, select on sequences to cairn_application;

-- What was done stays on record. A run of a command is added and read; what changed is written by the trigger alone.
do $$
begin
  if to_regclass('command_run') is not null then
    revoke update, delete on command_run from cairn_application;
  end if;
  if to_regclass('change') is not null then
    revoke insert, update, delete on change from cairn_application;
  end if;
  if to_regclass('content_pack') is not null then
    revoke insert, update, delete on content_pack from cairn_application;
  end if;
  if to_regclass('open_value') is not null then
    revoke insert, update, delete
      on open_area, open_neighbour, open_indicator, open_breakdown, open_value, open_data_load
      from cairn_application;
  end if;
end
$$;

-- The installation's own bookkeeping is the owner's alone.
revoke all on cairn_migration, cairn_installation from cairn_application;
