-- The services of a place as a feed for everybody: a snapshot like the public page, of the services that were chosen for it.

alter table publication drop constraint publication_kind_check;
alter table publication add constraint publication_kind_check check (kind in ('page', 'strategy', 'services'));

create table services_feed_choice (
  partnership_id uuid not null references partnership,
  -- There is one for each partnership.
  id text not null default 'services-feed' check (id = 'services-feed'),
  services uuid[] not null default '{}',
  without_place uuid[] not null default '{}',
  updated_at timestamptz not null,
  updated_by uuid not null references person,
  version integer not null default 1,
  primary key (partnership_id, id)
);
comment on table services_feed_choice is 'Nothing is in the feed that nobody chose: some services must not be found by everybody';
comment on column services_feed_choice.services is 'Services that the feed holds; those that ended or are gone are passed over';
comment on column services_feed_choice.without_place is 'Those whose address and point are kept back';

select belongs_to_partnership('services_feed_choice');
