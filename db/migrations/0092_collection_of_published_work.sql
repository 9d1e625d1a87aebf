-- A partnership may be no place at all but a collection: records entered from publications. Every page of it says so.

alter table partnership add column collection_note text not null default '';
comment on column partnership.collection_note is
  'What was collected here and from where, said on every page; empty for an ordinary partnership';
