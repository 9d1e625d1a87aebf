-- What a partnership reports of a year: drawn from live records, frozen as a document.
create table annual_report (
  partnership_id uuid not null references partnership,
  id uuid not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  content jsonb not null,
  frozen_at timestamptz not null,
  primary key (partnership_id, id)
);
create index annual_report_until on annual_report (partnership_id, until_on);
comment on table annual_report is 'Kept as it was frozen: nothing changes it';
select belongs_to_partnership('annual_report');
