-- When a setting, a service or a cycle was last saved is known to the database: nobody who saves has to say so.
create function saved_now() returns trigger
  language plpgsql
  as $$
    begin
      new.updated_at := current_moment();
      return new;
    end;
  $$;

create trigger setting_saved_now before update on setting for each row execute function saved_now();
create trigger service_saved_now before update on service for each row execute function saved_now();

create function recorded_now() returns trigger
  language plpgsql
  as $$
    begin
      new.recorded_at := current_moment();
      return new;
    end;
  $$;

create trigger reach_cycle_recorded_now before update on reach_cycle
  for each row execute function recorded_now();

-- The same rule as before, without a condition: an identifier that is null is like no other.
drop index setting_external_id;
create unique index setting_external_id on setting (partnership_id, external_id);
drop index service_external_id;
create unique index service_external_id on service (partnership_id, external_id);
