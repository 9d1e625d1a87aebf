-- Of a workbook with several sheets, somebody may choose which is read.
alter table indicator_import_draft add column sheet text;
comment on column indicator_import_draft.sheet is 'The sheet that somebody chose to have read; null where the one with the most figures is';
