-- An aim has a status and progress of its own; nobody has stated those of the aims that are here.
-- The owner is bound by row-level security too: it is lifted while the rows are looked through.
alter table aim no force row level security;
alter table aim
  add column status text not null default 'not-stated'
    check (status in ('not-started', 'under-way', 'held-up', 'done', 'stopped', 'not-stated')),
  add column progress_note text not null default '',
  add column progress_on date,
  add column same_as uuid,
  add foreign key (partnership_id, same_as) references aim,
  add check (same_as <> id);
alter table aim force row level security;
create index aim_due on aim (partnership_id, due_on);
comment on column aim.same_as is 'The aim that this entry of the plan repeats under another heading; status and progress are kept there';
comment on column aim.status is 'not-stated: nobody has said how far the aim is';

-- An action may name factors that its aim does not.
alter table action add column factors text[] not null default '{}';

-- A priority keeps the number it was given first, whatever is added or removed after it.
alter table plan_priority add column number integer;
-- Nobody changes a plan here: nothing is recorded while the numbers are written down.
alter table plan_priority no force row level security;
alter table plan_priority disable trigger record_change;
update plan_priority p
set number = numbered.number
from (
  select partnership_id, id,
    row_number() over (partition by partnership_id order by position, title collate "und-x-icu", id) as number
  from plan_priority
) as numbered
where numbered.partnership_id = p.partnership_id and numbered.id = p.id;
alter table plan_priority enable trigger record_change;
alter table plan_priority force row level security;
alter table plan_priority
  alter column number set not null,
  alter column number set default 0,
  add check (number > 0),
  add constraint plan_priority_number unique (partnership_id, number),
  drop column position;
comment on column plan_priority.number is 'Given when it is added: one more than any that was ever given here';

-- Two that are added at one moment wait for each other. The number of one that was removed is not given again: it may be in print.
create function number_plan_priority() returns trigger
  language plpgsql set search_path = pg_catalog, public
  as $$
begin
  if tg_op = 'UPDATE' then
    new.number := old.number;
  elsif new.number = 0 then
    perform pg_advisory_xact_lock(hashtextextended('numbers of priorities of ' || new.partnership_id, 0));
    select 1 + greatest(
      coalesce((select max(number) from plan_priority where partnership_id = new.partnership_id), 0),
      coalesce((
        select max((before ->> 'number')::integer) from change
        where partnership_id = new.partnership_id and table_name = 'plan_priority' and action = 'removed'
      ), 0)
    ) into new.number;
  end if;
  return new;
end
$$;
create trigger number_plan_priority before insert or update on plan_priority
  for each row execute function number_plan_priority();
