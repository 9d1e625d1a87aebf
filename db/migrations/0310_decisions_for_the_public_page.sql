-- Which confirmed decisions a partnership shows to everybody.
alter table public_page_choice add column decisions uuid[] not null default '{}';
comment on column public_page_choice.decisions is 'Confirmed decisions to be shown; those that are corrected since are passed over';
