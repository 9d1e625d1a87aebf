-- When a partnership's next report of a year is due.
create table annual_report_due (
  partnership_id uuid not null references partnership,
  -- There is one for each partnership.
  id text not null default 'annual-report' check (id = 'annual-report'),
  due_on date,
  primary key (partnership_id, id)
);
comment on column annual_report_due.due_on is 'Null while nobody has said, or the one that was due is frozen and no next day is named';
select belongs_to_partnership('annual_report_due');
