-- A secret address at which a person's calendar program reads what is due in a partnership, and whether they want an e-mail.

create table calendar_address (
  partnership_id uuid not null references partnership,
  id uuid not null,
  person_id uuid not null references person,
  token_hash bytea not null,
  made_at timestamptz not null default current_moment(),
  withdrawn_at timestamptz,
  primary key (partnership_id, id)
);
create unique index calendar_address_token on calendar_address (token_hash);
create unique index calendar_address_standing on calendar_address (partnership_id, person_id) where withdrawn_at is null;
comment on table calendar_address is 'Only the SHA-256 of the secret is kept; a withdrawn address answers like one that never was';

select belongs_to_partnership('calendar_address');
-- Whoever holds the secret sees the one address it opens: the same setting as for invitations, made from the link alone.
create policy own_calendar on calendar_address for select
  using (token_hash = decode(nullif(current_setting('cairn.invitation_hash', true), ''), 'hex'));

create table reminder (
  partnership_id uuid not null references partnership,
  person_id uuid not null references person,
  last_sent_on date,
  primary key (partnership_id, person_id)
);
comment on table reminder is 'Who wants an e-mail when something is owed; at most one a week';
select belongs_to_partnership('reminder');
create policy own_reminders on reminder for select using (person_id = current_person_id());
