-- A value of a measure may come from a phone that sends again, as a test of change may: its identifier is known likewise.

-- The rows that are there are checked, which row-level security would keep from the owner too.
alter table test_sending no force row level security;
alter table measure_value no force row level security;
alter table test_sending add column value_id uuid;
alter table test_sending add foreign key (partnership_id, value_id)
  references measure_value (partnership_id, id) on delete set null (value_id);
alter table test_sending add check (num_nonnulls(test_id, value_id) <= 1);
alter table test_sending force row level security;
alter table measure_value force row level security;
alter table test_sending rename to sending;
alter index test_sending_test rename to sending_test;
create index sending_value on sending (partnership_id, value_id) where value_id is not null;
comment on column sending.value_id is 'The value that it made, while that value is there';
