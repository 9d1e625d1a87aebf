-- What is meant by "here": boundaries of four kinds, and the mix of them that the partnership works by.
create table boundary (
  partnership_id uuid not null references partnership,
  id uuid not null,
  kind text not null check (kind in ('physical', 'administrative-or-financial', 'reach-of-provision', 'community')),
  title text not null check (title <> ''),
  description text not null default '',
  areas text[] not null default '{}',
  rings jsonb,
  rings_source text not null default '',
  held_by text not null default '',
  scope text not null default 'in' check (scope in ('in', 'partly', 'out')),
  reason text not null default '',
  standing text not null default 'draft' check (standing in ('draft', 'agreed')),
  agreed_on date,
  version integer not null default 1,
  primary key (partnership_id, id),
  unique (partnership_id, title)
);
comment on column boundary.areas is 'Codes or names of areas, as the partnership lists them';
comment on column boundary.rings is 'Rings of [longitude, latitude], WGS 84, drawn or pasted; holes stand among the outer rings';

create table working_boundary (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  boundary_ids uuid[] not null default '{}',
  note text not null default '',
  standing text not null default 'draft' check (standing in ('draft', 'agreed')),
  agreed_on date,
  families text not null default '',
  partners text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  unique (partnership_id)
);
comment on table working_boundary is 'The mix of boundaries that strategy, measures and the review of the partnership go by; one a place';

-- Whom a measure is about, where that is a boundary. The owner may look at all rows only while row-level security is not forced.
alter table measure add column boundary_id uuid;
alter table measure no force row level security;
alter table measure add foreign key (partnership_id, boundary_id) references boundary;
alter table measure force row level security;

select belongs_to_partnership('boundary');
select belongs_to_partnership('working_boundary');
