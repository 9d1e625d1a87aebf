-- A long list before the short one: factors that are considered or chosen for the time being stand beside those that were set aside.

alter table considered_factor
  add column standing text not null default 'set-aside' check (standing in ('considered', 'provisional', 'set-aside'));
comment on column considered_factor.standing is 'What is confirmed is a priority and leaves this list';
