-- A phone keeps what is recorded on it until there is a connection, and gives it an identifier of its own. Where the answer
-- was lost, the phone sends again: the identifier is known by then, and nothing is saved twice.

create table test_sending (
  partnership_id uuid not null references partnership,
  id uuid not null,
  sent_by uuid not null references person,
  sent_at timestamptz not null default current_moment(),
  content_hash bytea not null,
  test_id uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, test_id) references test_of_change (partnership_id, id)
);
create index test_sending_test on test_sending (partnership_id, test_id);
comment on table test_sending is 'What was sent under an identifier that the sender made, so that sending it again saves nothing twice';
comment on column test_sending.content_hash is 'SHA-256 of what was sent, so that other words under the same identifier are noticed';

select belongs_to_partnership('test_sending');
