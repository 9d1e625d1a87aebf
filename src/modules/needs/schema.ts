import { isDate } from '#core/dates';
import { lookedThrough, type FieldNames } from '#modules/disclosure';
import { ticked as box } from '#platform/fields';
import * as v from 'valibot';
import { findingLabels, itemLabels, questionLabels, sourceLabels } from './labels.ts';
import { fieldSentences } from './sentences.ts';
import { assessments, methods, questionStatuses, subjects } from './types.ts';

const required = (sentence: string, longest = 300) =>
  v.pipe(
    v.string(sentence),
    v.trim(),
    v.nonEmpty(sentence),
    v.maxLength(longest, fieldSentences.tooLong)
  );
/** One of a few. A form sends nothing for radio buttons left alone, which is an answer that is missing, and is said as such. */
const oneOf = <const Options extends readonly string[]>(options: Options, sentence: string) =>
  v.pipe(v.optional(v.string(), ''), v.picklist(options, sentence));
const text = v.optional(
  v.pipe(v.string(), v.trim(), v.maxLength(4000, fieldSentences.tooLong)),
  ''
);
const ticked = v.pipe(
  v.optional(v.union([v.string(), v.array(v.string())]), []),
  v.transform((value) => [value].flat().filter((one) => one !== ''))
);
const version = v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.integer());
const id = v.pipe(v.string(), v.uuid());
const emptyIsNull = v.pipe(
  v.optional(v.nullable(v.string()), ''),
  v.transform((value) => (value === '' ? null : value))
);
const optionalId = v.pipe(emptyIsNull, v.nullable(v.pipe(v.string(), v.uuid())));
const optionalDate = v.pipe(
  emptyIsNull,
  v.nullable(v.pipe(v.string(), v.check(isDate, fieldSentences.date)))
);
const link = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(500, fieldSentences.tooLong),
    v.check((value) => value === '' || isWebAddress(value), fieldSentences.link)
  ),
  ''
);

function isWebAddress(value: string): boolean {
  return /^https?:\/\/\S+$/i.test(value) && URL.canParse(value);
}

/** Addresses are copied and not written: nobody looks through them. */
const looked = <const Entries extends v.ObjectEntries>(entries: Entries, names: FieldNames) =>
  lookedThrough(entries, { names, except: ['link'] });

const why = { why: text, forWhom: text, usedBy: text, workCost: text, cameOfIt: text };

const source = {
  title: required(fieldSentences.sourceTitle),
  publisher: text,
  coverage: text,
  strengths: text,
  limitations: text,
  licence: text,
  link,
  factors: ticked,
  indicatorIds: ticked,
  freshOn: optionalDate,
  ...why
};
export const newSourceInput = looked(source, sourceLabels);
export const sourceInput = looked({ ...source, id, version }, sourceLabels);

const question = {
  question: required(fieldSentences.question, 1000),
  gap: text,
  method: v.picklist(methods, fieldSentences.method),
  resource: text,
  ownerRole: text,
  dueOn: optionalDate,
  factor: emptyIsNull,
  dataSourceId: optionalId,
  status: v.optional(v.picklist(questionStatuses, fieldSentences.status), 'open')
};
export const newQuestionInput = looked(question, questionLabels);
export const questionInput = looked({ ...question, id, version }, questionLabels);

export const findingInput = looked(
  {
    id,
    finding: required(fieldSentences.finding, 4000),
    foundOn: v.pipe(
      v.string(fieldSentences.foundOn),
      v.nonEmpty(fieldSentences.foundOn),
      v.check(isDate, fieldSentences.date)
    ),
    version
  },
  findingLabels
);

const item = {
  title: required(fieldSentences.itemTitle),
  heldWhere: text,
  subject: oneOf(subjects, fieldSentences.subject),
  specialCategory: box
};
export const newItemInput = looked(item, itemLabels);

const head = { id, version };
/** A yes or no that has to be given. */
const yesOrNo = v.pipe(
  oneOf(['yes', 'no'], fieldSentences.shared),
  v.transform((value) => value === 'yes')
);

/** The answer to one step of the register. */
export const stepInput = v.variant('step', [
  looked({ step: v.literal('what'), ...item, ...head }, itemLabels),
  looked(
    {
      step: v.literal('basis'),
      ...head,
      lawfulBasis: v.optional(required(fieldSentences.basis), '')
    },
    itemLabels
  ),
  looked(
    {
      step: v.literal('condition'),
      ...head,
      specialCondition: v.optional(required(fieldSentences.condition), '')
    },
    itemLabels
  ),
  looked(
    {
      step: v.literal('sharing'),
      ...head,
      shared: yesOrNo,
      sharedWith: text,
      agreementReference: text,
      agreementOn: optionalDate
    },
    itemLabels
  ),
  looked(
    {
      step: v.literal('assessment'),
      ...head,
      assessment: oneOf(assessments, fieldSentences.assessment),
      assessedOn: optionalDate
    },
    itemLabels
  ),
  looked(
    {
      step: v.literal('keeping'),
      ...head,
      retention: text,
      ownerRole: text,
      reviewOn: optionalDate
    },
    itemLabels
  ),
  looked({ step: v.literal('purpose'), ...head, ...why }, itemLabels)
]);

export const oneInput = v.object({ id });
