-- How many have put all their dots, so that whoever leads knows when to freeze: a count for all, of no person and of no place in the rings.
alter table ring_person add column has_put_all boolean not null default false;
comment on column ring_person.has_put_all is 'Whether they have no dot left; where their dots are stays theirs';
create policy own_guest_update on ring_person for update
  using (key_hash = current_guest_hash()) with check (key_hash = current_guest_hash() and person_id is null);
