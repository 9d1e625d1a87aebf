-- Rows of a file that are about other councils, regions and nations: never parts of this place, kept to compare with where wanted.

-- The number by which the Department for Education knows an authority.
alter table open_area add column la_number text;

alter table indicator_import_row drop constraint indicator_import_row_what_check;
alter table indicator_import_row add constraint indicator_import_row_what_check
  check (what in ('added', 'changed', 'unchanged', 'refused', 'passed-over', 'compared'));
alter table indicator_import_row add column elsewhere boolean not null default false;
comment on column indicator_import_row.elsewhere is 'Whether area is the code of a council, region or nation to compare with';

alter table indicator_import add column compared integer not null default 0;
comment on column indicator_import.compared is 'Figures of other areas that were kept to compare with';

-- Figures of other areas, as a publisher gives them, for an indicator of the partnership's own. Each import keeps its own, and the
-- newest stands: undoing an import takes away what it kept, and what was there before stands again.
create table indicator_comparator_value (
  partnership_id uuid not null references partnership,
  id uuid not null,
  indicator_id uuid not null,
  import_id uuid not null,
  area_code text not null check (area_code <> ''),
  breakdown text not null,
  period text not null,
  starts date not null,
  value numeric,
  status text not null check (status in (
    'final', 'revised', 'provisional', 'suppressed', 'low', 'not-collected', 'not-available', 'not-applicable')),
  created_at timestamptz not null,
  created_by uuid not null references person,
  primary key (partnership_id, id),
  foreign key (partnership_id, indicator_id) references indicator
);
create unique index indicator_comparator_value_once
  on indicator_comparator_value (partnership_id, indicator_id, area_code, breakdown, period, import_id);
create index indicator_comparator_value_of_import on indicator_comparator_value (partnership_id, import_id);
comment on column indicator_comparator_value.area_code is 'As in open_area, or a code that a publisher uses';
comment on column indicator_comparator_value.value is 'In the unit of the indicator; null with the reason in status, never zero';
select belongs_to_partnership('indicator_comparator_value');
select records_by_statement('indicator_comparator_value');
