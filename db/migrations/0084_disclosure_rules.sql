-- How a partnership makes its counts safe before they leave it, for each way out. Where there is no row, the default holds.

create table disclosure_rule (
  partnership_id uuid not null references partnership,
  id text not null check (id in ('public-page', 'collaborative', 'export', 'api')),
  hide_from integer not null check (hide_from in (0, 1)),
  hide_to integer not null check (hide_to between 5 and 1000),
  round_to integer not null check (round_to between 5 and 1000),
  reason text not null check (reason <> ''),
  version integer not null default 1,
  updated_at timestamptz not null,
  updated_by uuid not null references person,
  primary key (partnership_id, id)
);
comment on table disclosure_rule is 'Never weaker than the floor: 1 to 5 hidden, others to the nearest 5 (decision 0010)';
comment on column disclosure_rule.id is 'The way out: public page, shared with a collaborative, files, or the interface for programs';
comment on column disclosure_rule.reason is 'Why this rule, for whoever asks later';
select belongs_to_partnership('disclosure_rule');
