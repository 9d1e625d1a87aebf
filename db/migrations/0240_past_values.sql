-- Whatever leaves of an indicator is decided beside how its values stood before (decision 0043), which the record of changes knows.
create index change_indicator_value on change (partnership_id, (coalesce(after, before) ->> 'indicator_id'), id)
  where table_name = 'indicator_value';
