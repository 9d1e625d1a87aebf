-- Tests of change collated: ideas of several projects joined in a family, and the words of each test, for searching.

create table idea_family (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null check (name <> ''),
  why text not null default '',
  created_at timestamptz not null default current_moment(),
  version integer not null default 1,
  primary key (partnership_id, id)
);
comment on table idea_family is 'Change ideas that a person has said are the same, so that their tests are counted together';

-- The rows that are there are checked, which row-level security would keep from the owner too.
alter table change_idea no force row level security;
alter table change_idea add column family_id uuid;
alter table change_idea add foreign key (partnership_id, family_id) references idea_family (partnership_id, id);
alter table change_idea force row level security;
select belongs_to_partnership('idea_family');
create index change_idea_family on change_idea (partnership_id, family_id) where family_id is not null;

-- The list of tests, latest first, page by page.
create index test_of_change_latest on test_of_change
  (partnership_id, (coalesce(done_on, planned_for)) desc, number desc, id);
create index test_of_change_result on test_of_change (partnership_id, was_improvement);

create table test_words (
  partnership_id uuid not null references partnership,
  test_id uuid not null,
  words tsvector not null,
  primary key (partnership_id, test_id),
  foreign key (partnership_id, test_id) references test_of_change (partnership_id, id) on delete cascade
);
comment on table test_words is 'Read off the test, its idea and its project by triggers, for searching; A what was tried, B what was learnt, C how it went, D where and by whom';
select belongs_to_partnership('test_words', recorded => false);

-- The owner is bound by row-level security too: it is lifted while the functions are checked and the words are read off.
alter table test_of_change no force row level security;
alter table change_idea no force row level security;
alter table improvement_project no force row level security;
alter table prediction no force row level security;
alter table test_words no force row level security;

create function words_of_test(of_partnership uuid, of_test uuid) returns tsvector
  language sql stable
  as $$
  select
    setweight(to_tsvector('english', t.change_tried || ' ' || i.text), 'A')
    || setweight(to_tsvector('english', t.learnt || ' ' || t.surprises || ' ' || t.next_step), 'B')
    || setweight(to_tsvector('english', t.objective || ' ' || t.observations || ' ' || t.problems || ' ' || coalesce(
      (select string_agg(p.question || ' ' || p.prediction || ' ' || coalesce(p.result, ''), ' ')
       from prediction p where p.partnership_id = t.partnership_id and p.test_id = t.id), '')), 'C')
    || setweight(to_tsvector('english', t.place || ' ' || t.conditions || ' ' || t.who || ' ' || j.title), 'D')
  from test_of_change t
  join change_idea i on i.partnership_id = t.partnership_id and i.id = t.change_idea_id
  join improvement_project j on j.partnership_id = t.partnership_id and j.id = t.project_id
  where t.partnership_id = of_partnership and t.id = of_test
$$;

create function keep_words_of(of_partnership uuid, of_test uuid) returns void
  language sql
  as $$
  insert into test_words (partnership_id, test_id, words)
  select of_partnership, of_test, found.words from (select words_of_test(of_partnership, of_test) as words) found where found.words is not null
  on conflict (partnership_id, test_id) do update set words = excluded.words
$$;

create function test_has_words() returns trigger
  language plpgsql
  as $$
begin
  if tg_table_name = 'test_of_change' then
    perform keep_words_of(new.partnership_id, new.id);
  elsif tg_table_name = 'prediction' then
    if tg_op = 'DELETE' then
      perform keep_words_of(old.partnership_id, old.test_id);
    else
      perform keep_words_of(new.partnership_id, new.test_id);
    end if;
  elsif tg_table_name = 'change_idea' then
    perform keep_words_of(t.partnership_id, t.id) from test_of_change t
      where t.partnership_id = new.partnership_id and t.change_idea_id = new.id;
  else
    perform keep_words_of(t.partnership_id, t.id) from test_of_change t
      where t.partnership_id = new.partnership_id and t.project_id = new.id;
  end if;
  return null;
end
$$;

create trigger has_words after insert or update on test_of_change
  for each row execute function test_has_words();
create trigger has_words after insert or update or delete on prediction
  for each row execute function test_has_words();
create trigger has_words after update of text on change_idea
  for each row when (old.text is distinct from new.text) execute function test_has_words();
create trigger has_words after update of title on improvement_project
  for each row when (old.title is distinct from new.title) execute function test_has_words();

-- Tests that were there before.
select keep_words_of(partnership_id, id) from test_of_change;
alter table test_of_change force row level security;
alter table change_idea force row level security;
alter table improvement_project force row level security;
alter table prediction force row level security;
alter table test_words force row level security;
