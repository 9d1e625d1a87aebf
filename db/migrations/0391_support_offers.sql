-- How one comes to an offer at a stage of support, and where one moves from there. A service that is listed stands at its stage without a
-- row here; a row adds what is known of it there, or a further stage, or an approach or a programme that is no listed service.
create table support_offer (
  partnership_id uuid not null references partnership,
  id uuid not null,
  kind text not null check (kind in ('service', 'approach', 'programme')),
  service_id uuid,
  title text not null default '',
  stage text not null check (stage <> ''),
  entry_decided_by text not null default '',
  threshold text not null default '',
  capacity text not null default '',
  waiting text not null default '',
  moves_up_to text not null default '',
  moves_down_to text not null default '',
  ages text[] not null default '{}',
  factors text[] not null default '{}',
  setting_kinds text[] not null default '{}',
  note text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, service_id) references service on delete cascade,
  check (service_id is not null or title <> '')
);
comment on column support_offer.stage is 'One of the place''s stages of support, by its id';

select belongs_to_partnership('support_offer');
