-- A partnership keeps a coordinator, whoever takes whose role away at the same moment. The rule is the database's: a command that
-- reads first and writes afterwards cannot see what another is about to write.

create function keep_a_coordinator() returns trigger
  language plpgsql
  as $$
begin
  -- One at a time for each partnership; the next sees what the one before it has done.
  perform pg_advisory_xact_lock(hashtextextended('coordinators of ' || old.partnership_id, 0));
  if not exists (
    select from membership m
     where m.partnership_id = old.partnership_id and m.role = 'coordinator' and m.person_id <> old.person_id
  ) then
    raise exception 'a partnership needs a coordinator' using errcode = 'CR001';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;

create trigger keep_a_coordinator_changed before update of role on membership
  for each row when (old.role = 'coordinator' and new.role <> 'coordinator')
  execute function keep_a_coordinator();
create trigger keep_a_coordinator_removed before delete on membership
  for each row when (old.role = 'coordinator')
  execute function keep_a_coordinator();
