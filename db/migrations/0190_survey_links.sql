-- The form of a survey is signed by the server, and answers that came by link on some days can be set aside.

-- What only this installation can say of a showing of a form: a keyed hash, so that a form that the server did not show is not taken.
create function survey_form_signature(form text) returns text
  language sql stable security definer set search_path = pg_catalog, public
  as $$
  select encode(sha256(secret || sha256(secret || convert_to('form of a survey: ' || form, 'UTF8'))), 'hex')
  from public.cairn_installation
$$;

create table survey_stretch (
  partnership_id uuid not null references partnership,
  id uuid not null,
  survey_id uuid not null,
  from_on date not null,
  to_on date not null,
  reason text not null check (reason <> ''),
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, survey_id) references survey on delete cascade,
  check (from_on <= to_on)
);
create index survey_stretch_survey on survey_stretch (partnership_id, survey_id);
comment on table survey_stretch is 'Days of which the answers that came by link are set aside: they stay, are not counted, and count again once the row is gone';

select belongs_to_partnership('survey_stretch');
