-- By whom and when a rating, an insight or a link of a partnership's own was saved is known to the database: nobody who saves has to say so.
create function saved_by() returns trigger
  language plpgsql
  as $$
    begin
      new.updated_at := current_moment();
      new.updated_by := current_person_id();
      return new;
    end;
  $$;

do $$
declare
  target text;
begin
  foreach target in array array['evidence_rating', 'insight', 'pathway_link'] loop
    execute format(
      'alter table %I
         alter created_at set default current_moment(), alter created_by set default current_person_id(),
         alter updated_at set default current_moment(), alter updated_by set default current_person_id()',
      target);
    execute format('create trigger saved_by before update on %I for each row execute function saved_by()', target);
  end loop;
end
$$;
