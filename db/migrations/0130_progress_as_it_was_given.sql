-- Mends what 0094 did not carry over when it moved a project's team and score. The record of changes still holds all of it:
--   * a score was dated on the day its project began, by nobody: it has the day, the moment and the person again that gave it;
--   * the order of a team was lost: its members stand in the order again in which they were written;
--   * a reason written without a score had nowhere to go: it is kept as a note beside the charter.
-- A member whose role was reworded since keeps its place. Where the record of changes says nothing, nothing is altered.

alter table project_charter add column progress_note text not null default '';
comment on column project_charter.progress_note is
  'What was said of the project''s progress without a score, before scores had a table of their own';

-- The owner is bound by row-level security too: it is lifted while the rows are mended.
alter table change no force row level security;
alter table improvement_project no force row level security;
alter table project_charter no force row level security;
alter table project_member no force row level security;
alter table progress_score no force row level security;

-- Each project as it stood last while it still held these columns.
create temporary table project_as_it_stood on commit drop as
  select distinct on (c.partnership_id, c.record_id)
    c.partnership_id, p.id as project_id, c.after ->> 'progress_reason' as reason,
    c.after ->> 'progress_score' as score, c.after -> 'team_roles' as team_roles
  from change c
  join improvement_project p on p.partnership_id = c.partnership_id and p.id::text = c.record_id
  where c.table_name = 'improvement_project' and c.after ? 'team_roles'
  order by c.partnership_id, c.record_id, c.id desc;

-- What 0094 moved was never recorded as added, for the tables were not watched yet.
create function pg_temp.is_recorded(of_partnership uuid, of_table text, of_id uuid) returns boolean
  language sql stable
  as $$
  select exists (
    select from public.change
    where partnership_id = of_partnership and table_name = of_table and record_id = of_id::text and action = 'added')
$$;

with given as (
  select distinct on (c.partnership_id, c.record_id)
    c.partnership_id, c.record_id, c.at, (c.after ->> 'progress_score')::numeric as score, person.id as person_id
  from change c
  left join person on person.id = c.person_id
  where c.table_name = 'improvement_project'
    and c.after ->> 'progress_score' is not null
    and c.after -> 'progress_score' is distinct from c.before -> 'progress_score'
  order by c.partnership_id, c.record_id, c.id desc
)
update progress_score s
set scored_on = (given.at at time zone 'Europe/London')::date, scored_at = given.at, scored_by = given.person_id
from given
where s.partnership_id = given.partnership_id and s.project_id::text = given.record_id
  and s.number = 1 and s.scored_by is null and s.score = given.score
  and not pg_temp.is_recorded(s.partnership_id, 'progress_score', s.id);

with written as (
  select s.partnership_id, s.project_id, t.role, t.place,
    row_number() over (partition by s.partnership_id, s.project_id, t.role order by t.place) as nth
  from project_as_it_stood s, jsonb_array_elements_text(s.team_roles) with ordinality as t (role, place)
), moved as (
  select m.partnership_id, m.id, m.project_id, m.role,
    row_number() over (partition by m.partnership_id, m.project_id, m.role order by m.id) as nth
  from project_member m
  where m.part = 'member' and not pg_temp.is_recorded(m.partnership_id, 'project_member', m.id)
)
update project_member m
set created_at = m.created_at + written.place * interval '1 microsecond'
from moved
join written using (partnership_id, project_id, role, nth)
where m.partnership_id = moved.partnership_id and m.id = moved.id;

insert into project_charter (partnership_id, id, progress_note)
  select partnership_id, project_id, reason from project_as_it_stood where score is null and reason <> ''
on conflict (partnership_id, id) do update set progress_note = excluded.progress_note;

drop function pg_temp.is_recorded(uuid, text, uuid);
alter table change force row level security;
alter table improvement_project force row level security;
alter table project_charter force row level security;
alter table project_member force row level security;
alter table progress_score force row level security;
