-- The record of changes, written once a statement instead of once a row: the same rows with the same before and after, for tables
-- that are filled a hundred thousand rows at a time. See decision 0012.

create function record_changes() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
declare
  run uuid := nullif(current_setting('cairn.command_run_id', true), '')::uuid;
  person uuid := current_person_id();
  moment timestamptz := current_moment();
begin
  if tg_op = 'INSERT' then
    insert into change (partnership_id, command_run_id, person_id, at, table_name, record_id, action, before, after)
    select n.partnership_id, run, person, moment, tg_table_name, n.id::text, 'added', null, to_jsonb(n)
    from new_rows n;
  elsif tg_op = 'DELETE' then
    insert into change (partnership_id, command_run_id, person_id, at, table_name, record_id, action, before, after)
    select o.partnership_id, run, person, moment, tg_table_name, o.id::text, 'removed', to_jsonb(o), null
    from old_rows o;
  else
    -- A row whose key was changed is one that went and one that came.
    insert into change (partnership_id, command_run_id, person_id, at, table_name, record_id, action, before, after)
    select coalesce(n.partnership_id, o.partnership_id), run, person, moment, tg_table_name,
      coalesce(n.id, o.id)::text,
      case when o.id is null then 'added' when n.id is null then 'removed' else 'changed' end,
      case when o.id is null then null else to_jsonb(o) end,
      case when n.id is null then null else to_jsonb(n) end
    from old_rows o
    full join new_rows n on n.partnership_id = o.partnership_id and n.id = o.id
    where o is distinct from n;
  end if;
  return null;
end
$$;

-- For a table whose key is partnership_id and id, and which belongs_to_partnership() has made safe.
create function records_by_statement(target regclass) returns void
  language plpgsql
  as $$
begin
  execute format('drop trigger record_change on %s', target);
  execute format(
    'create trigger record_change after insert on %s referencing new table as new_rows for each statement execute function record_changes()',
    target);
  execute format(
    'create trigger record_change_update after update on %s referencing old table as old_rows new table as new_rows for each statement execute function record_changes()',
    target);
  execute format(
    'create trigger record_change_delete after delete on %s referencing old table as old_rows for each statement execute function record_changes()',
    target);
end
$$;

select records_by_statement('indicator_value');
