-- What a partnership itself says beside the published evidence: its own ratings, and what it noticed locally.

create table evidence_rating (
  partnership_id uuid not null references partnership,
  id uuid not null,
  dimension text not null check (dimension in ('matters', 'works')),
  factor text not null check (factor <> ''),
  outcome text,
  age text,
  strength text not null,
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  source text not null check (source <> ''),
  dated_on date not null,
  reason text not null check (reason <> ''),
  version integer not null default 1,
  created_at timestamptz not null default current_moment(),
  created_by uuid not null references person,
  updated_at timestamptz not null default current_moment(),
  updated_by uuid not null references person,
  primary key (partnership_id, id),
  check (case dimension
    when 'matters' then outcome is not null and age is not null
      and strength in ('critical', 'strong', 'moderate', 'no-link')
    else outcome is null and age is null and strength in ('strong', 'mixed', 'none')
  end)
);
comment on table evidence_rating is 'The partnership''s own rating, which stands over that of the evidence pack';
comment on column evidence_rating.outcome is 'Null for what works: it is rated for a factor as a whole';
comment on column evidence_rating.dated_on is 'When the source was published or the rating agreed';
-- One rating of its own for each cell.
create unique index evidence_rating_cell
  on evidence_rating (partnership_id, factor, dimension, coalesce(outcome, ''), coalesce(age, ''));
select belongs_to_partnership('evidence_rating');

create table insight (
  partnership_id uuid not null references partnership,
  id uuid not null,
  factor text not null check (factor <> ''),
  outcome text,
  noticed text not null check (noticed <> ''),
  noticed_where text not null default '',
  noticed_on date not null,
  noticed_by text not null check (noticed_by <> ''),
  version integer not null default 1,
  created_at timestamptz not null default current_moment(),
  created_by uuid not null references person,
  updated_at timestamptz not null default current_moment(),
  updated_by uuid not null references person,
  primary key (partnership_id, id)
);
comment on table insight is 'Something noticed locally about a factor';
comment on column insight.noticed_by is 'A role, such as health visitor; never a name';
comment on column insight.outcome is 'Null when it bears on the factor as a whole';
create index insight_factor on insight (partnership_id, factor, noticed_on desc);
select belongs_to_partnership('insight');
