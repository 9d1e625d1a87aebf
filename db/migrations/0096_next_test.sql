-- What a test that carries on an earlier one keeps of it, and what is different this time.

alter table test_of_change
  add column stays_same text not null default '',
  add column changes_now text not null default '';
comment on column test_of_change.stays_same is 'What is kept from the test that this one carries on';
comment on column test_of_change.changes_now is 'What is different from the test that this one carries on';
comment on column test_of_change.conditions is 'Under which conditions it is tried, one a line';
