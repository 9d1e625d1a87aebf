-- People, partnerships, who belongs where, and the record of every change.
--
-- Row-level security rests on three transaction-local settings, made only by src/platform/scope.ts:
--   cairn.partnership_id  the partnership that the work is done in
--   cairn.person_id       the person who does it
--   cairn.command_run_id  the run of the command that makes a change
-- Where a setting is missing the helper answers null, and null equals nothing: no scope, no rows.

create function current_partnership_id() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('cairn.partnership_id', true), '')::uuid $$;

create function current_person_id() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('cairn.person_id', true), '')::uuid $$;

create function current_moment() returns timestamptz
  language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('cairn.now', true), '')::timestamptz, now()) $$;

create table person (
  id uuid primary key,
  email text not null check (email = lower(email) and email like '%_@_%'),
  name text not null check (name <> ''),
  password_hash text,
  site_administrator boolean not null default false,
  demonstration boolean not null default false,
  created_at timestamptz not null default current_moment(),
  disabled_at timestamptz
);
create unique index person_email on person (email);
comment on column person.password_hash is 'argon2id; null until the person has accepted an invitation';

create table session (
  token_hash bytea primary key,
  person_id uuid not null references person on delete cascade,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_person on session (person_id);

create table sign_in_attempt (
  id bigint generated always as identity primary key,
  key_hash bytea not null,
  at timestamptz not null
);
create index sign_in_attempt_key on sign_in_attempt (key_hash, at);
comment on table sign_in_attempt is 'Failed attempts by hashed e-mail or address; kept for one day, for throttling only';

create table partnership (
  id uuid primary key,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  kind text not null check (kind in ('place', 'collaborative')),
  area_code text,
  nation text not null default 'England',
  spine_pack text not null default 'spine/early-years',
  made_up boolean not null default false,
  demonstration boolean not null default false,
  about text not null default '',
  vision text not null default '',
  created_at timestamptz not null default current_moment(),
  version integer not null default 1
);
create unique index partnership_slug on partnership (slug);
comment on column partnership.made_up is 'A made-up place: every page of it says so';

create table membership (
  partnership_id uuid not null references partnership,
  person_id uuid not null references person,
  role text not null check (role in ('reader', 'contributor', 'lead', 'coordinator', 'visiting-officer')),
  organisation text not null default '',
  job_role text not null default '',
  joined_at timestamptz not null default current_moment(),
  version integer not null default 1,
  primary key (partnership_id, person_id)
);
create index membership_person on membership (person_id);

create table visit (
  partnership_id uuid not null references partnership,
  person_id uuid not null references person,
  last_at timestamptz not null,
  previous_at timestamptz,
  primary key (partnership_id, person_id)
);
comment on table visit is 'When a member was last here; "since your last visit" counts from previous_at';

create table collaborative_member (
  partnership_id uuid not null references partnership,
  member_id uuid not null references partnership,
  joined_at timestamptz not null default current_moment(),
  primary key (partnership_id, member_id),
  check (partnership_id <> member_id)
);
create index collaborative_member_member on collaborative_member (member_id);
comment on column collaborative_member.partnership_id is 'The collaborative';

create table invitation (
  partnership_id uuid not null references partnership,
  id uuid not null,
  email text not null,
  role text not null,
  organisation text not null default '',
  job_role text not null default '',
  token_hash bytea not null,
  invited_by uuid not null references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (partnership_id, id)
);
create unique index invitation_token on invitation (token_hash);

-- What was done, by whom: one row a run of a command, refusals included.
create table command_run (
  id uuid primary key,
  partnership_id uuid,
  person_id uuid,
  command text not null,
  at timestamptz not null,
  outcome text not null
);
create index command_run_place on command_run (partnership_id, at desc);
comment on column command_run.outcome is 'done, or the kind of problem that ended it';

-- What changed: one row for each row that a command wrote, with before and after.
create table change (
  partnership_id uuid not null,
  id bigint generated always as identity,
  command_run_id uuid,
  person_id uuid,
  at timestamptz not null,
  table_name text not null,
  record_id text not null,
  action text not null check (action in ('added', 'changed', 'removed')),
  before jsonb,
  after jsonb,
  primary key (partnership_id, id)
);
create index change_record on change (partnership_id, table_name, record_id, id);
create index change_recent on change (partnership_id, at desc);

-- Fired for every row of every table of a partnership. Runs as its owner: the application itself may not write history.
create function record_change() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
declare
  row_before jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
  row_after jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
  subject jsonb := coalesce(row_after, row_before);
begin
  if tg_op = 'UPDATE' and row_before = row_after then
    return null;
  end if;
  insert into change (partnership_id, command_run_id, person_id, at, table_name, record_id, action, before, after)
  values (
    coalesce(subject ->> 'partnership_id', subject ->> 'id')::uuid,
    nullif(current_setting('cairn.command_run_id', true), '')::uuid,
    current_person_id(),
    current_moment(),
    tg_table_name,
    coalesce(subject ->> 'id', subject ->> 'person_id', subject ->> 'member_id', ''),
    case tg_op when 'INSERT' then 'added' when 'UPDATE' then 'changed' else 'removed' end,
    row_before,
    row_after
  );
  return null;
end
$$;

-- One call makes a table of a partnership safe: it is seen only inside its partnership, and its changes are recorded.
-- `recorded` is false only for tables whose changes are recorded as a batch (see the test that lists them).
create function belongs_to_partnership(target regclass, recorded boolean default true) returns void
  language plpgsql
  as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_partnership on %s using (partnership_id = current_partnership_id()) with check (partnership_id = current_partnership_id())',
    target);
  if recorded then
    execute format(
      'create trigger record_change after insert or update or delete on %s for each row execute function record_change()',
      target);
  end if;
end
$$;

select belongs_to_partnership('membership');
select belongs_to_partnership('collaborative_member');
select belongs_to_partnership('invitation');
select belongs_to_partnership('change', recorded => false);
select belongs_to_partnership('visit', recorded => false);

-- A person sees in which partnerships they are.
create policy own_memberships on membership for select using (person_id = current_person_id());
-- A member sees the collaboratives it is in.
create policy own_collaboratives on collaborative_member for select using (member_id = current_partnership_id());
-- Whoever holds the link sees the invitation it opens.
create policy own_invitation on invitation for select
  using (token_hash = decode(nullif(current_setting('cairn.invitation_hash', true), ''), 'hex'));

alter table partnership enable row level security;
alter table partnership force row level security;
create policy own_partnership on partnership
  using (id = current_partnership_id()) with check (id = current_partnership_id());
create trigger record_change after insert or update or delete on partnership
  for each row execute function record_change();
create policy where_member on partnership for select
  using (exists (select from membership m where m.partnership_id = id and m.person_id = current_person_id()));
create policy together_in_collaborative on partnership for select
  using (exists (
    select from collaborative_member c
    where (c.partnership_id = partnership.id and c.member_id = current_partnership_id())
       or (c.member_id = partnership.id and c.partnership_id = current_partnership_id())));

alter table command_run enable row level security;
alter table command_run force row level security;
create policy own_partnership on command_run for select using (partnership_id = current_partnership_id());
create policy may_append on command_run for insert with check (true);
