import { isDate } from '#core/dates';
import { lookedThrough } from '#modules/disclosure';
import * as v from 'valibot';
import { fieldLabels, fieldSentences } from './sentences.ts';

const id = v.pipe(v.string(), v.uuid());

/** The version that was read; 0 when nothing was there yet. */
const version = v.pipe(
  v.optional(v.union([v.string(), v.number()]), 0),
  v.transform(Number),
  v.integer(),
  v.minValue(0)
);

const looked = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  lookedThrough(entries, { names: fieldLabels });

const sectionName = v.pipe(v.string(fieldSentences.section), v.nonEmpty(fieldSentences.section));
const longText = v.pipe(
  v.string(),
  v.transform((text) => text.replaceAll('\r\n', '\n').trim()),
  v.maxLength(20_000, fieldSentences.tooLong)
);

export const sectionInput = looked({ section: sectionName, text: longText, version });

export const sectionsInput = looked({
  sections: v.array(v.object({ section: sectionName, text: longText, version }))
});

const shortText = v.pipe(v.string(), v.trim(), v.maxLength(200, fieldSentences.shortTooLong));

export const date = v.pipe(
  v.optional(v.nullable(v.string()), ''),
  v.check((text) => text === null || text === '' || isDate(text), fieldSentences.approvedOn),
  v.transform((text) => (text === '' ? null : text))
);

/** Approval may be given with the version or recorded later. */
export const newVersionInput = looked({
  title: v.pipe(
    v.string(fieldSentences.title),
    v.trim(),
    v.nonEmpty(fieldSentences.title),
    v.maxLength(200, fieldSentences.shortTooLong)
  ),
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2000, fieldSentences.noteTooLong)), ''),
  approvedBy: v.optional(shortText, ''),
  approvedOn: date
});

export const approvalInput = looked({
  id,
  approvedBy: v.optional(shortText, ''),
  approvedOn: date
});

export const oneInput = v.object({ id });
export const oneSectionInput = v.object({ section: sectionName });
