-- A factor may call for several kinds of action, each with its reason; a walk through the decision tree can be left and taken up again.

-- The owner is bound by row-level security too: it is lifted while the rows are mended.
alter table factor_decision no force row level security;
alter table factor_decision add column kinds jsonb;
-- Nobody changes anything: what was decided is written in another form, and the record of changes keeps the old one.
alter table factor_decision disable trigger record_change;
update factor_decision
   set kinds = jsonb_build_array(jsonb_build_object('actionKind', action_kind, 'reason', reason));
alter table factor_decision
  alter column kinds set not null,
  add check (jsonb_typeof(kinds) = 'array' and jsonb_array_length(kinds) > 0),
  drop column action_kind,
  drop column reason;
alter table factor_decision enable trigger record_change;
alter table factor_decision force row level security;
comment on column factor_decision.kinds is 'The kinds of action that were kept, each with its reason';

create table factor_walk (
  partnership_id uuid not null,
  id uuid not null,
  priority_id uuid not null,
  person_id uuid not null references person,
  steps jsonb not null,
  answered integer not null check (answered >= 0),
  primary key (partnership_id, id),
  unique (partnership_id, priority_id, person_id),
  foreign key (partnership_id, priority_id) references priority on delete cascade
);
comment on table factor_walk is 'How far somebody has come through the decision tree for a factor; gone once the decision is kept';
comment on column factor_walk.answered is 'How many of the steps stand; those after it were gone back from, and are offered again';

select belongs_to_partnership('factor_walk', recorded => false);
