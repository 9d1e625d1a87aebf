-- The stages of support of a place, from what is there for every family to the most intensive: three to five, named by the place. A place
-- without a row has the three usual ones: universal, targeted, intensive. Every service keeps the stage it has.
create table support_model (
  partnership_id uuid primary key references partnership,
  id uuid not null,
  stages jsonb not null check (jsonb_typeof(stages) = 'array' and jsonb_array_length(stages) between 3 and 5),
  thread text not null default '',
  thread_about text not null default '',
  version integer not null default 1
);
comment on column support_model.stages is 'From the most general to the most intensive; a service names its stage by the id that stands here';
comment on column support_model.thread is 'What runs beneath all stages, such as a relational approach; empty where nothing is named';

select belongs_to_partnership('support_model');

alter table service drop constraint service_stage_check;
alter table service add constraint service_stage_check check (stage <> '');
comment on column service.stage is 'One of the place''s stages of support, by its id';
