-- What a partnership shows to everybody: snapshots, whole in themselves, and what it chose for its public page.

create table publication (
  partnership_id uuid not null references partnership,
  id uuid not null,
  slug text not null,
  kind text not null check (kind in ('page', 'strategy')),
  content jsonb not null,
  published_at timestamptz not null,
  published_by uuid not null references person,
  withdrawn_at timestamptz,
  primary key (partnership_id, id)
);
create unique index publication_standing on publication (partnership_id, kind) where withdrawn_at is null;
create index publication_address on publication (slug, kind) where withdrawn_at is null;
comment on table publication is 'Everything a public page shows is in its snapshot: reading one asks no other table';
comment on column publication.slug is 'The address of the partnership when it published';

select belongs_to_partnership('publication');

-- The one door without a scope: anybody may read what stands published, and nothing else.
create policy published_to_all on publication for select using (withdrawn_at is null);

create table public_page_choice (
  partnership_id uuid not null references partnership,
  -- There is one for each partnership.
  id text not null default 'public-page' check (id = 'public-page'),
  introduction text not null default '',
  show_hope boolean not null default true,
  aims uuid[] not null default '{}',
  indicators text[] not null default '{}',
  updated_at timestamptz not null,
  updated_by uuid not null references person,
  version integer not null default 1,
  primary key (partnership_id, id)
);
comment on column public_page_choice.aims is 'Aims of the plan to be shown; those that are gone are passed over';
comment on column public_page_choice.indicators is 'Indicators whose latest figure is shown';

select belongs_to_partnership('public_page_choice');
