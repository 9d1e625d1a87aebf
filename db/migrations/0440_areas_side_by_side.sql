-- The areas of a collaborative side by side: an area shows one agreed level of one element to one collaborative, or does not. See
-- decision 0064.

-- What is shown was agreed, in that round, by that instrument: both are held by the keys below.
create unique index assessment_round_instrument on assessment_round (partnership_id, id, instrument_id);
create unique index assessment_agreement_level on assessment_agreement (partnership_id, round_id, element, level);

create table assessment_share (
  partnership_id uuid not null references partnership,
  id uuid not null,
  collaborative_id uuid not null,
  round_id uuid not null,
  instrument_id uuid not null,
  pack text not null check (pack <> ''),
  element text not null,
  level text not null,
  agreed_on date not null,
  may_be_visited boolean not null default false,
  area text not null default '',
  made_up boolean not null default false,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (collaborative_id, partnership_id) references collaborative_member,
  foreign key (partnership_id, round_id, instrument_id)
    references assessment_round (partnership_id, id, instrument_id),
  foreign key (partnership_id, instrument_id) references assessment_instrument,
  foreign key (partnership_id, round_id, element, level)
    references assessment_agreement (partnership_id, round_id, element, level)
);
create unique index assessment_share_element on assessment_share (partnership_id, collaborative_id, pack, element);
create index assessment_share_round on assessment_share (partnership_id, round_id);
create index assessment_share_collaborative on assessment_share (collaborative_id);
comment on table assessment_share is 'The consent of an area that a collaborative and its members see one agreed level; gone once it is withdrawn. It holds no words of the area but its name';
comment on column assessment_share.partnership_id is 'The area, whose consent it is';
comment on column assessment_share.may_be_visited is 'Whether others may come and see how the area does it';
comment on column assessment_share.area is 'The name of the area, which the other members cannot read elsewhere';
select belongs_to_partnership('assessment_share');

-- The collaborative sees it, and so does each of its members; nobody but the area writes it or takes it back.
create policy shown_in_collaborative on assessment_share for select
  using (
    collaborative_id = current_partnership_id()
    or exists (
      select from collaborative_member c
      where c.partnership_id = assessment_share.collaborative_id and c.member_id = current_partnership_id()));

-- Whoever sees a level sees the words of the scale that it stands on: published ones, of an instrument.
create policy seen_with_a_share on assessment_instrument for select
  using (exists (
    select from assessment_share s
    where s.partnership_id = assessment_instrument.partnership_id and s.instrument_id = assessment_instrument.id));

-- An area is shown under the name that it has.
create function name_shared_area() returns trigger
  language plpgsql
  as $$
begin
  select p.name, p.made_up into new.area, new.made_up from partnership p where p.id = new.partnership_id;
  return new;
end
$$;
create trigger name_shared_area before insert or update on assessment_share
  for each row execute function name_shared_area();

create function rename_shared_area() returns trigger
  language plpgsql
  as $$
begin
  update assessment_share set version = version + 1 where partnership_id = new.id;
  return null;
end
$$;
create trigger rename_shared_area after update of name on partnership
  for each row when (old.name <> new.name) execute function rename_shared_area();

-- Consent was given to what was agreed then: another level is not shown until the area says so again.
create function withdraw_other_level() returns trigger
  language plpgsql
  as $$
begin
  if old.level <> new.level then
    delete from assessment_share
    where partnership_id = old.partnership_id and round_id = old.round_id and element = old.element;
  elsif old.agreed_on <> new.agreed_on then
    update assessment_share set agreed_on = new.agreed_on, version = version + 1
    where partnership_id = old.partnership_id and round_id = old.round_id and element = old.element;
  end if;
  return new;
end
$$;
create trigger withdraw_other_level before update on assessment_agreement
  for each row execute function withdraw_other_level();
