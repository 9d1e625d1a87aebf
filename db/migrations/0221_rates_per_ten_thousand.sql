-- Publishers give rates out of ten thousand and a hundred thousand too: kept as they are, nothing has to be divided.
alter table indicator
  drop constraint indicator_unit_check,
  add constraint indicator_unit_check check (unit in (
    'percent', 'per-1000', 'per-10000', 'per-100000', 'count', 'score'));
