-- The strategy: what the partnership itself says in each of its sections, and the versions it made of the whole.

create table strategy_section (
  partnership_id uuid not null references partnership,
  id text not null,
  text text not null default '',
  updated_at timestamptz not null,
  updated_by uuid not null references person,
  version integer not null default 1,
  primary key (partnership_id, id)
);
comment on column strategy_section.id is 'The id of a section in the pack plans/strategy-sections';
comment on column strategy_section.text is 'Plain text; an empty line begins a new paragraph';

create table strategy_version (
  partnership_id uuid not null references partnership,
  id uuid not null,
  number integer not null check (number >= 1),
  title text not null check (title <> ''),
  note text not null default '',
  status text not null default 'draft' check (status in ('draft', 'approved', 'published')),
  approved_by text not null default '',
  approved_on date,
  content jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null references person,
  published_at timestamptz,
  primary key (partnership_id, id),
  unique (partnership_id, number),
  check (status = 'draft' or (approved_by <> '' and approved_on is not null)),
  check (status <> 'published' or published_at is not null)
);
create unique index strategy_version_published on strategy_version (partnership_id) where status = 'published';
comment on column strategy_version.content is 'The whole document as it stood: own text, and what the records said';
comment on column strategy_version.approved_by is 'A group or body, never a named person';
comment on column strategy_version.published_at is 'When it was last made public; kept when another takes its place';

select belongs_to_partnership('strategy_section');
select belongs_to_partnership('strategy_version');
