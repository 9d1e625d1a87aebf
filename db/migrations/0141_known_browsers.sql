-- Browsers that somebody has signed in with before. Guesses that a script sends from the same address of the network, or at the same
-- e-mail address, do not hold up whoever comes with one. It opens nothing by itself.

create table known_browser (
  token_hash bytea primary key,
  person_id uuid not null references person on delete cascade,
  seen_at timestamptz not null
);
create index known_browser_person on known_browser (person_id);
comment on table known_browser is 'Hash of a cookie by which a browser is known to have been signed in with; not a session';
