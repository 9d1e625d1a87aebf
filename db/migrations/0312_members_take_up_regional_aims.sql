-- A member of a collaborative says itself how it takes up an aim of the collaborative: its own record, which the collaborative sees once
-- the member shows it.

create table member_uptake (
  partnership_id uuid not null references partnership,
  id uuid not null,
  aim_id uuid not null,
  uptake text not null check (uptake in ('adopted', 'varied', 'declined')),
  reason text not null default '',
  local_title text not null default '',
  differs text not null default '',
  local_lead text not null default '',
  accountable_to text not null default '',
  due_on date,
  progress text not null default '',
  local_aim_ids uuid[] not null default '{}',
  same_elements uuid[] not null default '{}',
  different_elements uuid[] not null default '{}',
  is_good_practice boolean not null default false,
  good_practice text not null default '',
  decided_on date,
  decided_by text not null default '',
  is_shared boolean not null default false,
  version integer not null default 1,
  primary key (partnership_id, id)
);
create unique index member_uptake_aim on member_uptake (partnership_id, aim_id);
comment on column member_uptake.aim_id is 'An aim of a collaborative that this partnership is a member of; passed over once it is gone';
comment on column member_uptake.local_aim_ids is 'Aims of this partnership by which it does it';
comment on column member_uptake.same_elements is 'Common elements of the aim that are done here as everywhere';
comment on column member_uptake.is_shared is 'Whether the collaborative sees it';
select belongs_to_partnership('member_uptake');

-- A collaborative sees what its members show of its own aims, and nothing else of theirs.
create policy shown_to_collaborative on member_uptake for select
  using (
    is_shared
    and exists (
      select from collaborative_member c
      where c.partnership_id = current_partnership_id() and c.member_id = member_uptake.partnership_id)
    and exists (
      select from aim a where a.partnership_id = current_partnership_id() and a.id = member_uptake.aim_id));

-- A member sees the plan of its collaborative: priorities, aims, and what is to be the same everywhere.
create policy seen_by_members on plan_priority for select
  using (exists (
    select from collaborative_member c
    where c.partnership_id = plan_priority.partnership_id and c.member_id = current_partnership_id()));
create policy seen_by_members on aim for select
  using (exists (
    select from collaborative_member c
    where c.partnership_id = aim.partnership_id and c.member_id = current_partnership_id()));
create policy seen_by_members on common_element for select
  using (exists (
    select from collaborative_member c
    where c.partnership_id = common_element.partnership_id and c.member_id = current_partnership_id()));

alter table plan_body add column member_id uuid references partnership;
comment on column plan_body.member_id is 'The partnership in this Cairn that is this body, where it is one: it then speaks for itself';
