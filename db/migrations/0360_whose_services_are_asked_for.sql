-- Who is asked to list their services, until when, and how far they are.
create table service_ask (
  partnership_id uuid not null references partnership,
  id uuid not null,
  organisation text not null check (organisation <> ''),
  contributor text not null default '',
  due_on date,
  state text not null check (state in ('asked', 'some', 'whole', 'none-offered')),
  note text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id)
);
create unique index service_ask_organisation on service_ask (partnership_id, organisation);
comment on column service_ask.contributor is 'A role, not a person';
select belongs_to_partnership('service_ask');
