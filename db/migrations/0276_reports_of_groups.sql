-- What a group reported to the one above it: drawn from live records, frozen when it was sent.
create table group_report (
  partnership_id uuid not null references partnership,
  id uuid not null,
  group_id uuid not null,
  to_group_id uuid not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  content jsonb not null,
  sent_at timestamptz not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references working_group,
  foreign key (partnership_id, to_group_id) references working_group
);
create index group_report_group on group_report (partnership_id, group_id, sent_at);
comment on table group_report is 'Kept as it was sent: nothing changes it';
select belongs_to_partnership('group_report');
