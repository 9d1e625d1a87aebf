-- How a chosen factor acts, what was asked of it, and which factors were looked at and set aside.

alter table priority_outcome add column foundations text[] not null default '{}';
comment on column priority_outcome.foundations is 'Foundations by way of which the outcome is to be reached';

alter table priority
  add column acts text check (acts in ('directly', 'through-another')),
  add column serves text[] not null default '{}',
  add column follows_evidence text check (follows_evidence in ('yes', 'no', 'cannot-tell')),
  add column matters_here text check (matters_here in ('yes', 'no', 'cannot-tell')),
  add column within_reach text check (within_reach in ('yes', 'no', 'cannot-tell')),
  add check (acts = 'through-another' or serves = '{}');
comment on column priority.acts is 'How it acts on the outcome; null while nobody has said';
comment on column priority.serves is 'The factors through which it acts';

create table considered_factor (
  partnership_id uuid not null references partnership,
  id uuid not null,
  factor text not null,
  reason text not null check (reason <> ''),
  considered_on date,
  look_again_on date,
  version integer not null default 1,
  primary key (partnership_id, id),
  unique (partnership_id, factor)
);
comment on table considered_factor is 'Factors that were looked at and not chosen, each with the reason';

select belongs_to_partnership('considered_factor');
