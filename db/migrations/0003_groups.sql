-- The groups through which a partnership works, and to whom they report.

create table working_group (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null check (name <> ''),
  kind text not null check (kind in ('oversight', 'leadership', 'priority', 'reform', 'support', 'other')),
  purpose text not null default '',
  remit text not null default '',
  members jsonb not null default '[]',
  senior_sponsor text not null default '',
  lead_official text not null default '',
  reports_to uuid[] not null default '{}',
  duration text not null default '',
  source text not null default '',
  position integer not null default 0,
  version integer not null default 1,
  primary key (partnership_id, id)
);
create unique index working_group_name on working_group (partnership_id, name);
comment on column working_group.members is 'Roles, not persons: [{"role", "organisation", "people"}]';

select belongs_to_partnership('working_group');
