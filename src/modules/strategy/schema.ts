import { isDate } from '#core/dates';
import * as v from 'valibot';
import { fieldSentences } from './sentences.ts';

const id = v.pipe(v.string(), v.uuid());

/** The version that was read; 0 when nothing was there yet. */
const version = v.pipe(
  v.optional(v.union([v.string(), v.number()]), 0),
  v.transform(Number),
  v.integer(),
  v.minValue(0)
);

/** Whether somebody said that the free text was checked for personal details. */
const checked = v.pipe(
  v.optional(v.union([v.string(), v.boolean(), v.array(v.string())]), ''),
  v.transform((value) => value === true || [value].flat().includes('yes'))
);

const sectionName = v.pipe(v.string(fieldSentences.section), v.nonEmpty(fieldSentences.section));
const longText = v.pipe(
  v.string(),
  v.transform((text) => text.replaceAll('\r\n', '\n').trim()),
  v.maxLength(20_000, fieldSentences.tooLong)
);

export const sectionInput = v.object({ section: sectionName, text: longText, version, checked });

export const sectionsInput = v.object({
  sections: v.array(v.object({ section: sectionName, text: longText, version })),
  checked
});

const shortText = v.pipe(v.string(), v.trim(), v.maxLength(200, fieldSentences.shortTooLong));

export const date = v.pipe(
  v.optional(v.nullable(v.string()), ''),
  v.check((text) => text === null || text === '' || isDate(text), fieldSentences.approvedOn),
  v.transform((text) => (text === '' ? null : text))
);

/** Approval may be given with the version or recorded later. */
export const newVersionInput = v.object({
  title: v.pipe(
    v.string(fieldSentences.title),
    v.trim(),
    v.nonEmpty(fieldSentences.title),
    v.maxLength(200, fieldSentences.shortTooLong)
  ),
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2000, fieldSentences.noteTooLong)), ''),
  approvedBy: v.optional(shortText, ''),
  approvedOn: date,
  checked
});

export const approvalInput = v.object({
  id,
  approvedBy: v.optional(shortText, ''),
  approvedOn: date
});

export const oneInput = v.object({ id });
export const oneSectionInput = v.object({ section: sectionName });
