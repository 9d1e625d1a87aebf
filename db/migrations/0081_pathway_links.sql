-- Links that a partnership adds to the published pathways: what a factor does to another, or to an outcome, by its own knowledge.

create table pathway_link (
  partnership_id uuid not null references partnership,
  id uuid not null,
  from_factor text not null check (from_factor <> ''),
  to_kind text not null check (to_kind in ('factor', 'outcome', 'every-primary-outcome')),
  to_id text,
  effect text not null check (effect in ('raises', 'lowers')),
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  reason text not null check (reason <> ''),
  source text not null check (source <> ''),
  dated_on date not null,
  version integer not null default 1,
  created_at timestamptz not null default current_moment(),
  created_by uuid not null references person,
  updated_at timestamptz not null default current_moment(),
  updated_by uuid not null references person,
  primary key (partnership_id, id),
  check ((to_kind = 'every-primary-outcome') = (to_id is null))
);
comment on table pathway_link is 'A link of the partnership''s own in the net of pathways, shown apart from the published ones';
comment on column pathway_link.effect is 'What more of the factor does to the other end, both as they are named';
comment on column pathway_link.dated_on is 'When the source was published or the link agreed';
create unique index pathway_link_ends
  on pathway_link (partnership_id, from_factor, to_kind, coalesce(to_id, ''));
select belongs_to_partnership('pathway_link');
