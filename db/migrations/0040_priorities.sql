-- What a partnership chose to work on: outcomes, factors, and the kind of action for each factor.

create table priority_outcome (
  partnership_id uuid not null references partnership,
  id uuid not null,
  outcome text not null,
  ages text[] not null default '{}',
  reason text not null,
  version integer not null default 1,
  primary key (partnership_id, id)
);
create unique index priority_outcome_once on priority_outcome (partnership_id, outcome);

create table priority (
  partnership_id uuid not null references partnership,
  id uuid not null,
  factor text not null,
  outcomes text[] not null default '{}',
  reason text not null,
  chosen_at timestamptz not null default current_moment(),
  version integer not null default 1,
  primary key (partnership_id, id)
);
create unique index priority_once on priority (partnership_id, factor);

-- The way taken through the decision tree, as it stood when it was taken: answers with reasons, in order.
create table factor_decision (
  partnership_id uuid not null,
  id uuid not null,
  priority_id uuid not null,
  path jsonb not null,
  result text not null,
  action_kind text not null,
  reason text not null,
  decided_at timestamptz not null,
  decided_by uuid not null references person,
  primary key (partnership_id, id),
  foreign key (partnership_id, priority_id) references priority on delete cascade
);
create index factor_decision_priority on factor_decision (partnership_id, priority_id, decided_at desc);
comment on table factor_decision is 'Kept one after another: the newest holds, the earlier ones tell how the view changed';

select belongs_to_partnership('priority_outcome');
select belongs_to_partnership('priority');
select belongs_to_partnership('factor_decision');
