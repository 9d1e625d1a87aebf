-- A visit is one moment, last_at, moved on at most every five minutes and kept beside the record, not in it. Until now every page
-- that a member opened left a run of a command: a record of who looked when, which nobody needs and which grew for ever. Those runs
-- are removed, and so is the visit of whoever is no member any more. See decision 0026.

-- The owner is bound by row-level security too: it is lifted while the rows are looked through.
alter table command_run no force row level security;
alter table membership no force row level security;
alter table visit no force row level security;

delete from command_run where command = 'partnerships.note-visit';

delete from visit v
where not exists (
  select from membership m where m.partnership_id = v.partnership_id and m.person_id = v.person_id);

-- When a membership ends, so does what is known of its visits.
alter table visit add constraint visit_membership
  foreign key (partnership_id, person_id) references membership on delete cascade;

alter table visit force row level security;
alter table membership force row level security;
alter table command_run force row level security;

-- A person's own visits are read together with the place at an address, before the partnership of the transaction is known.
create policy own_visits on visit for select using (person_id = current_person_id());

comment on table visit is
  'When a member was last here, to within five minutes; "since your last visit" counts from the end of the visit before this one';
comment on column visit.previous_at is
  'When the visit before this one was last noted: a new visit begins after eight hours without a page';
