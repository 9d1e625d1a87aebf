-- The hosts that this installation's server may ask for feeds. Whoever administers the installation allows them, one by one.

create table feed_host (
  host text primary key check (host = lower(host) and host ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$' and host ~ '[a-z]'),
  allowed_by uuid not null references person,
  allowed_at timestamptz not null,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
comment on table feed_host is 'Of the installation and of no partnership. A host that was withdrawn keeps its row';

alter table feed_host enable row level security;
alter table feed_host force row level security;
create policy known_to_all on feed_host for select using (true);
create policy allowed_by_administrators on feed_host for insert with check (
  exists (select from person where id = current_person_id() and site_administrator and disabled_at is null));
create policy changed_by_administrators on feed_host for update using (
  exists (select from person where id = current_person_id() and site_administrator and disabled_at is null));
