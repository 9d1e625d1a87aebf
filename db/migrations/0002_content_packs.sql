-- Content packs: the spine, the evidence, stages, plans. Shared by all partnerships, changed only by loading a pack.

create table content_pack (
  id text not null,
  version text not null,
  kind text not null,
  title text not null,
  source text not null,
  licence text not null,
  licence_url text,
  attribution text not null,
  retired boolean not null default false,
  checksum text not null,
  body jsonb not null,
  loaded_at timestamptz not null default current_moment(),
  primary key (id, version)
);
comment on column content_pack.body is 'The files of the pack by name, as checked when it was loaded';
