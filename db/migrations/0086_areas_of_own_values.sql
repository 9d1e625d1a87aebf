-- A value of the partnership's own may be about a part of the place: a ward, an intermediate zone, a cluster, a setting.

alter table indicator_value add column area text not null default ''
  check (area = btrim(area) and length(area) <= 200);
comment on column indicator_value.area is
  'Empty: the whole place. Otherwise the code of a small area where it has one, or its name as the partnership writes it';

drop index indicator_value_period;
create unique index indicator_value_period
  on indicator_value (partnership_id, indicator_id, area, breakdown, period) where removed_at is null;
