-- Hidden, low, not collected, not available, not applicable and revised are different things and stay different. Values of before keep
-- their status and the note that says how their file marked them.
alter table indicator_value
  drop constraint indicator_value_status_check,
  drop constraint indicator_value_check,
  add constraint indicator_value_status_check check (status in (
    'final', 'revised', 'provisional', 'suppressed', 'low', 'not-collected', 'not-available', 'not-applicable')),
  add constraint indicator_value_check check (
    (value is not null) = (status in ('final', 'revised', 'provisional')));

alter table indicator_import_row
  add constraint indicator_import_row_status_check check (status in (
    'final', 'revised', 'provisional', 'suppressed', 'low', 'not-collected', 'not-available', 'not-applicable'));

alter table measure_value
  drop constraint measure_value_why_missing_check,
  add constraint measure_value_why_missing_check check (
    why_missing in ('suppressed', 'low', 'not-collected', 'not-available', 'not-applicable'));
