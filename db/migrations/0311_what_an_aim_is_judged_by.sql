-- What an aim is judged by, as references to measures and figures of the partnership beside the words of its evaluation.
alter table aim
  add column measure_ids uuid[] not null default '{}',
  add column indicator_ids text[] not null default '{}';
comment on column aim.measure_ids is 'Measures of improvement projects by which it is judged; those that are gone are passed over';
comment on column aim.indicator_ids is 'Figures that are followed, open ones and the partnership’s own; those that are dropped are passed over';
