-- What the law asks of a data item since 2026: who holds it, which recognised interest it rests on, a gateway for sharing, where complaints go.

alter table data_item
  add column holder text check (holder in ('public-authority', 'another-body')),
  add column recognised_interest text,
  add column asked_by text not null default '',
  add column legal_gateway text,
  add column gateway_note text not null default '',
  add column agreement_checked_on date,
  add column complaints_contact text not null default '',
  add check (subject <> 'none' or (holder is null and recognised_interest is null and legal_gateway is null));
comment on column data_item.holder is 'Whether the body that holds it is a public authority; null while nobody has said';
comment on column data_item.asked_by is 'Who asked for it, and for what task, where it rests on somebody else''s public task';
comment on column data_item.agreement_checked_on is 'When somebody last looked whether the agreement still fits the law';
