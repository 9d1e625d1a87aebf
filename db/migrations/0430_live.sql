-- What changes tells every server of Cairn at the moment of saving, so that open pages ask again. It says what changed and never to what:
-- the kind of thing, which one, and whether it has ended. Whoever hears it asks for what they may see. See decision 0063.

-- Arguments: the kind of thing, the column that names it, and 'ended' where nothing follows any more.
create function tell_live() returns trigger
  language plpgsql
  as $$
declare
  changed jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
begin
  perform pg_notify('cairn_live', tg_argv[0] || ' ' || (changed ->> tg_argv[1]) || coalesce(' ' || tg_argv[2], ''));
  return null;
end
$$;
comment on function tell_live() is 'PostgreSQL sends the same words once a transaction, when it is saved, and not at all when it is not';

-- A workshop of rings: its step, who takes part, its sheet. Lists and dots tell nobody: before they are shown they change no other screen,
-- and how often somebody writes is theirs.
create trigger tell_live after update on ring_workshop for each row
  when (new.step not in ('frozen', 'stopped')) execute function tell_live('rings', 'id');
create trigger tell_live_end after update on ring_workshop for each row
  when (new.step in ('frozen', 'stopped')) execute function tell_live('rings', 'id', 'ended');
create trigger tell_live after insert or update or delete on ring_person for each row execute function tell_live('rings', 'workshop_id');
create trigger tell_live after insert or update or delete on ring_item for each row execute function tell_live('rings', 'workshop_id');
