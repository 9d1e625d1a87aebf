-- What organisations offer families here, which factors each service addresses, and how services and organisations connect.

create table service (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null check (name <> ''),
  organisation text not null default '',
  description text not null default '',
  type text not null default '',
  tags text[] not null default '{}',
  url text not null default '',
  ages text[] not null default '{}',
  address text not null default '',
  longitude numeric check (longitude between -180 and 180),
  latitude numeric check (latitude between -90 and 90),
  stage text check (stage in ('universal', 'targeted', 'intensive')),
  external_id text check (external_id <> ''),
  source text not null default '',
  source_date text not null default '' check (source_date ~ '^(\d{4}(-\d{2}(-\d{2})?)?)?$'),
  status text not null default 'active' check (status in ('active', 'ended')),
  updated_at timestamptz not null default current_moment(),
  version integer not null default 1,
  primary key (partnership_id, id),
  check ((longitude is null) = (latitude is null))
);
create unique index service_external_id on service (partnership_id, external_id) where external_id is not null;
create index service_by_name on service (partnership_id, status, name collate "und-x-icu", id);
create index service_by_organisation on service (partnership_id, organisation);
comment on column service.address is 'Where families go, as made public; never a family''s address';
comment on column service.external_id is 'The ID of the spreadsheet it came from';
comment on column service.source_date is 'When the source says so: a year, a month or a day';

create table service_factor (
  partnership_id uuid not null,
  service_id uuid not null,
  factor text not null,
  reason text not null default '',
  id uuid generated always as (service_id) stored,
  primary key (partnership_id, service_id, factor),
  foreign key (partnership_id, service_id) references service on delete cascade
);
create index service_factor_by_factor on service_factor (partnership_id, factor);
comment on column service_factor.id is 'The service again: the history of its ties is found under its name';

-- An end of a connection is a service, or else only a name: an organisation, a group, a place.
create table service_connection (
  partnership_id uuid not null references partnership,
  id uuid not null,
  from_service uuid,
  from_label text not null default '',
  to_service uuid,
  to_label text not null default '',
  kind text not null default '',
  direction text not null default 'directed' check (direction in ('directed', 'undirected', 'mutual')),
  established boolean not null default true,
  primary key (partnership_id, id),
  foreign key (partnership_id, from_service) references service on delete cascade,
  foreign key (partnership_id, to_service) references service on delete cascade,
  check ((from_service is null) = (from_label <> '')),
  check ((to_service is null) = (to_label <> ''))
);
create index service_connection_from on service_connection (partnership_id, from_service);
create index service_connection_to on service_connection (partnership_id, to_service);
comment on column service_connection.established is 'False while a connection is only emerging';

-- A spreadsheet that was read and waits for somebody to confirm what it would change.
create table service_import (
  partnership_id uuid not null references partnership,
  id uuid not null,
  file_name text not null,
  content jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null references person,
  expires_at timestamptz not null,
  primary key (partnership_id, id)
);

select belongs_to_partnership('service');
select belongs_to_partnership('service_factor');
select belongs_to_partnership('service_connection');
select belongs_to_partnership('service_import', recorded => false);
