-- The workshop of rings: each kind of stakeholder is listed alone, shown together, placed, and given dots alone. See decision 0061.

-- Where a workshop stands, as a number that only grows.
create function ring_step(step text) returns integer
  language sql immutable parallel safe
  as $$ select array_position(array[
    'gather', 'primary', 'primary-shown', 'secondary', 'secondary-shown', 'key', 'key-shown', 'place', 'dots', 'frozen', 'stopped'
  ], step) $$;

create table ring_workshop (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  focus text not null check (focus <> ''),
  held_on date not null,
  minutes_alone integer check (minutes_alone between 1 and 60),
  dots_each integer not null default 5 check (dots_each between 1 and 20),
  step text not null default 'gather' check (step in (
    'gather', 'primary', 'primary-shown', 'secondary', 'secondary-shown', 'key', 'key-shown', 'place', 'dots', 'frozen', 'stopped')),
  step_at timestamptz not null,
  leader_id uuid not null references person,
  code text,
  people_count integer not null default 0,
  version integer not null default 1,
  primary key (partnership_id, id),
  check ((code is null) = (step in ('frozen', 'stopped')))
);
create unique index ring_workshop_code on ring_workshop (code);
comment on column ring_workshop.code is 'What guests type to come in; gone once it is frozen or stopped. Kept as it is because it is made to be read out';
comment on column ring_workshop.people_count is 'How many took part; counted when it is frozen, before guests are forgotten';
select belongs_to_partnership('ring_workshop');

create function keep_ring_step() returns trigger
  language plpgsql
  as $$
begin
  if ring_step(new.step) < ring_step(old.step) or (old.step in ('frozen', 'stopped') and new.step <> old.step) then
    raise exception 'a workshop moves one way only' using errcode = 'CR002';
  end if;
  return new;
end
$$;
create trigger keep_ring_step before update on ring_workshop for each row execute function keep_ring_step();

-- Who takes part: a member, or a guest who came by the code and is known by a key that only their browser has.
create table ring_person (
  partnership_id uuid not null references partnership,
  id uuid not null,
  workshop_id uuid not null,
  person_id uuid references person,
  called text not null default '',
  key_hash bytea,
  primary key (partnership_id, id),
  foreign key (partnership_id, workshop_id) references ring_workshop,
  check ((person_id is null) <> (key_hash is null))
);
create unique index ring_person_member on ring_person (partnership_id, workshop_id, person_id);
create unique index ring_person_key on ring_person (key_hash);
select belongs_to_partnership('ring_person', recorded => false);

-- What one person listed alone. Nothing of it is ever in the record of changes, and it goes when the workshop is frozen.
create table ring_note (
  partnership_id uuid not null references partnership,
  id uuid not null,
  workshop_id uuid not null,
  ring_person_id uuid not null,
  kind text not null check (kind in ('primary', 'secondary', 'key')),
  name text not null check (name <> ''),
  item_id uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, workshop_id) references ring_workshop,
  foreign key (partnership_id, ring_person_id) references ring_person on delete cascade
);
create index ring_note_workshop on ring_note (partnership_id, workshop_id);
select belongs_to_partnership('ring_note', recorded => false);

-- What is on the sheet that all see.
create table ring_item (
  partnership_id uuid not null references partnership,
  id uuid not null,
  workshop_id uuid not null,
  kind text not null check (kind in ('primary', 'secondary', 'key')),
  name text not null check (name <> ''),
  ring integer check (ring between 1 and 4),
  listed_by integer not null default 0,
  dots integer not null default 0,
  off_reason text not null default '',
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, workshop_id) references ring_workshop
);
create index ring_item_workshop on ring_item (partnership_id, workshop_id);
comment on column ring_item.listed_by is 'How many people had it on their own list';
comment on column ring_item.dots is 'How many people put a dot on it; counted when the workshop is frozen';
select belongs_to_partnership('ring_item');

create table ring_dot (
  partnership_id uuid not null references partnership,
  workshop_id uuid not null,
  ring_person_id uuid not null,
  item_id uuid not null,
  primary key (partnership_id, workshop_id, ring_person_id, item_id),
  foreign key (partnership_id, workshop_id) references ring_workshop,
  foreign key (partnership_id, ring_person_id) references ring_person on delete cascade,
  foreign key (partnership_id, item_id) references ring_item
);
select belongs_to_partnership('ring_dot', recorded => false);

-- What a guest’s transaction has come with; null, and so equal to nothing, for everybody else.
create function current_guest_hash() returns bytea
  language sql stable parallel safe
  as $$ select decode(nullif(current_setting('cairn.guest_hash', true), ''), 'hex') $$;
create function current_guest_code() returns text
  language sql stable parallel safe
  as $$ select nullif(current_setting('cairn.guest_code', true), '') $$;

-- Functions, and not conditions, where one table’s policy asks another whose own policy asks back.
create function guest_in(of_partnership uuid, of_workshop uuid) returns uuid
  language plpgsql stable
  as $$ begin return (select p.id from ring_person p
    where p.partnership_id = of_partnership and p.workshop_id = of_workshop and p.key_hash = current_guest_hash()); end $$;
create function me_in_rings(of_partnership uuid, of_workshop uuid) returns uuid
  language plpgsql stable
  as $$ begin return (select p.id from ring_person p
    where p.partnership_id = of_partnership and p.workshop_id = of_workshop
      and (p.person_id = current_person_id() or p.key_hash = current_guest_hash())); end $$;
create function ring_step_of(of_partnership uuid, of_workshop uuid) returns text
  language plpgsql stable
  as $$ begin return (select w.step from ring_workshop w where w.partnership_id = of_partnership and w.id = of_workshop); end $$;
create function ring_code_of(of_partnership uuid, of_workshop uuid) returns text
  language plpgsql stable
  as $$ begin return (select w.code from ring_workshop w where w.partnership_id = of_partnership and w.id = of_workshop); end $$;

-- A guest sees the workshop of their code or key, themselves, the sheet, and their own notes and dots; nothing else of the place.
create policy by_code on ring_workshop for select using (code = current_guest_code());
create policy of_guest on ring_workshop for select using (guest_in(partnership_id, id) is not null);
create policy own_guest on ring_person for select using (key_hash = current_guest_hash());
create policy guest_comes_in on ring_person for insert
  with check (person_id is null and key_hash = current_guest_hash() and ring_code_of(partnership_id, workshop_id) = current_guest_code());
create policy of_guest on ring_item for select using (guest_in(partnership_id, workshop_id) is not null);
create policy of_guest on ring_note using (ring_person_id = guest_in(partnership_id, workshop_id));
create policy of_guest on ring_dot using (ring_person_id = guest_in(partnership_id, workshop_id));

-- Alone: until its kind is shown a note is seen and written by its own person alone, and written only while its kind is listed.
create policy alone_until_shown on ring_note as restrictive for select
  using (
    ring_person_id = me_in_rings(partnership_id, workshop_id)
    or ring_step(ring_step_of(partnership_id, workshop_id)) > ring_step(kind));
create policy add_while_listed on ring_note as restrictive for insert
  with check (
    ring_person_id = me_in_rings(partnership_id, workshop_id)
    and ring_step_of(partnership_id, workshop_id) = kind);
create policy tie_once_shown on ring_note as restrictive for update
  using (ring_step(ring_step_of(partnership_id, workshop_id)) > ring_step(kind));
create policy take_back_while_listed on ring_note as restrictive for delete
  using (
    (ring_person_id = me_in_rings(partnership_id, workshop_id) and ring_step_of(partnership_id, workshop_id) = kind)
    or ring_step_of(partnership_id, workshop_id) in ('frozen', 'stopped'));

-- Dots are seen by their own person alone until the workshop is frozen, when they are counted and go.
create policy alone_until_frozen on ring_dot as restrictive for select
  using (
    ring_person_id = me_in_rings(partnership_id, workshop_id)
    or ring_step_of(partnership_id, workshop_id) in ('frozen', 'stopped'));
create policy add_while_given on ring_dot as restrictive for insert
  with check (
    ring_person_id = me_in_rings(partnership_id, workshop_id)
    and ring_step_of(partnership_id, workshop_id) = 'dots');
create policy take_back_while_given on ring_dot as restrictive for delete
  using (
    (ring_person_id = me_in_rings(partnership_id, workshop_id) and ring_step_of(partnership_id, workshop_id) = 'dots')
    or ring_step_of(partnership_id, workshop_id) in ('frozen', 'stopped'));
create policy never_changed on ring_dot as restrictive for update using (false);
