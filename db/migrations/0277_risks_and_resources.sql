-- What might go wrong, and what the plan needs, who gives it, and what there is. Pounds and hours are whole numbers and never added together.
create table risk (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  kind text not null check (kind in ('practice', 'support', 'reputation', 'partnership', 'data', 'external')),
  likelihood text not null check (likelihood in ('unlikely', 'possible', 'likely')),
  impact text not null check (impact in ('slight', 'serious', 'severe')),
  response text not null default '',
  owner_role text not null default '',
  review_on date,
  status text not null default 'open' check (status in ('open', 'happened', 'closed')),
  outcome text not null default '',
  aim_ids uuid[] not null default '{}',
  assumption text not null default '',
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id)
);
comment on column risk.assumption is 'What the theory of change assumes that it would overturn, in words';
select belongs_to_partnership('risk');

create table resource_line (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  kind text not null check (kind in ('money', 'time', 'goods', 'goodwill')),
  year_start integer check (year_start between 2000 and 2100),
  plan_priority_id uuid,
  aim_id uuid,
  action_id uuid,
  role text not null default '',
  needed integer check (needed >= 0),
  committed integer check (committed >= 0),
  hours_cost integer check (hours_cost >= 0),
  partner text not null default '',
  confirmed_on date,
  found_from text not null default 'not-stated' check (found_from in ('existing', 'moved', 'new', 'grant', 'government', 'not-stated')),
  note text not null default '',
  source text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_priority_id) references plan_priority,
  foreign key (partnership_id, aim_id) references aim,
  foreign key (partnership_id, action_id) references action
);
comment on column resource_line.year_start is 'The year in which the financial year begins: 2026 is April 2026 to March 2027; null is every year';
comment on column resource_line.needed is 'Whole pounds; whole hours where the kind is time';
comment on column resource_line.committed is 'Of what is needed, what the partner gives; in the same unit';
comment on column resource_line.hours_cost is 'What those hours cost, in whole pounds; never added to money';
select belongs_to_partnership('resource_line');

create table resource_limit (
  partnership_id uuid not null references partnership,
  id uuid not null,
  partner text not null check (partner <> ''),
  year_start integer not null check (year_start between 2000 and 2100),
  unit text not null check (unit in ('pounds', 'hours')),
  amount integer not null check (amount >= 0),
  stated_on date,
  note text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id)
);
create unique index resource_limit_of_partner on resource_limit (partnership_id, lower(partner), year_start, unit);
comment on table resource_limit is 'What a partner has for the plan in a financial year';
select belongs_to_partnership('resource_limit');
