-- A round may be of one part of its instrument alone, and says who leads it.

alter table assessment_round
  add column part text check (part <> ''),
  add column leader_id uuid references person;
comment on column assessment_round.part is 'A dimension of the instrument; null where the round is of all of it';
comment on column assessment_round.leader_id is 'Who may lead it besides coordinators; null where any lead may, as in rounds begun before this was asked';
