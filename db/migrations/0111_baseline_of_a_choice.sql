-- From which figure a partnership counts its progress on an open indicator: the published figure of a period that it names.

alter table indicator_choice add column baseline_period text not null default '';
comment on column indicator_choice.baseline_period is
  'The figure of this period is the baseline; empty: none. The figure itself is never copied, so that it stays as published';
