-- Tokens with which other programs read a partnership's records and add values, under row-level security like everybody.

create table api_token (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null check (name <> ''),
  purpose text not null default '',
  may_record boolean not null default false,
  shows_counts boolean not null default false,
  token_hash bytea not null,
  person_id uuid not null references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  version integer not null default 1,
  primary key (partnership_id, id),
  check (expires_at > created_at)
);
create unique index api_token_hash on api_token (token_hash);
comment on column api_token.token_hash is 'SHA-256 of the secret, which was shown once and is not stored';
comment on column api_token.person_id is 'Whoever made it: it acts for them, with less, and ends with their membership';
comment on column api_token.shows_counts is 'Small numbers are shown as they are recorded; otherwise the rule of the output "api" hides them';
select belongs_to_partnership('api_token');
-- Whoever holds the secret finds the token it belongs to.
create policy own_token on api_token for select
  using (token_hash = decode(nullif(current_setting('cairn.api_token_hash', true), ''), 'hex'));

create table api_token_use (
  partnership_id uuid not null references partnership,
  token_id uuid not null,
  last_used_at timestamptz not null,
  minute timestamptz not null,
  requests integer not null,
  primary key (partnership_id, token_id)
);
comment on table api_token_use is 'When a token was used last, and how often within the present minute';
select belongs_to_partnership('api_token_use', recorded => false);

alter table command_run add column api_token_id uuid;
comment on column command_run.api_token_id is 'The token through which the person acted, if it was one';
