-- What directories say of a service besides: who may come, when, at what cost, and how. In words, as they were given.
alter table service
  add column who_for text not null default '',
  add column times text not null default '',
  add column costs text not null default '',
  add column access text not null default '';
comment on column service.who_for is 'Who may come, in words: ages as they were given, who is entitled';
comment on column service.times is 'When it can be had, in words; one line for each time';
comment on column service.costs is 'What it costs families, in words';
comment on column service.access is 'How to come by it, and what helps those who find coming hard, in words';
