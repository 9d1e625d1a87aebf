-- The groups of an indicator were rows of a table of their own, though nothing points to one and a form saves them all at once. They are
-- a part of their indicator now, as the form has them: names in their order, and which two of them the gap lies between (decision 0033).
-- A value names a group by the identifier that is made from its name, as before.
alter table indicator
  add column groups jsonb not null default '[]',
  add column better_off_group text not null default '',
  add column poorer_group text not null default '';
comment on column indicator.groups is 'Names of the groups of children it is counted for, beside all of them together';
comment on column indicator.better_off_group is 'One of its groups, by name: the better-off end of the gap; empty where no gap is looked at';
comment on column indicator.poorer_group is 'One of its groups, by name: the poorer end of the gap; empty where no gap is looked at';

-- The owner is bound by row-level security too: it is lifted while the rows are moved. What is moved is no change to an indicator.
alter table indicator no force row level security;
alter table indicator_breakdown no force row level security;
alter table indicator disable trigger record_change;

update indicator i
set groups = g.titles, better_off_group = coalesce(g.better_off, ''), poorer_group = coalesce(g.poorer, '')
from (
  select partnership_id, indicator_id, jsonb_agg(title order by position) as titles,
    max(title) filter (where in_gap = 'better-off') as better_off,
    max(title) filter (where in_gap = 'poorer') as poorer
  from indicator_breakdown
  group by partnership_id, indicator_id
) g
where g.partnership_id = i.partnership_id and g.indicator_id = i.id;

alter table indicator enable trigger record_change;
alter table indicator force row level security;
drop table indicator_breakdown;

-- Who added and changed them, and when, is in the record of changes; nothing has read these.
alter table indicator drop column created_at, drop column created_by, drop column updated_at, drop column updated_by;
alter table indicator_choice drop column created_at, drop column created_by, drop column updated_at, drop column updated_by;
