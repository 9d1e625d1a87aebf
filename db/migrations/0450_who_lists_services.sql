-- Who of the members lists the services of an organisation that is asked: it is due for them.
alter table service_ask add column person_id uuid references person;
comment on column service_ask.person_id is 'A member; whoever is none any more is treated as nobody';
