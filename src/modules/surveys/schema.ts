import { lookedThrough } from '#modules/disclosure';
import { changedInput } from '#modules/records';
import { id, ticked, version } from '#platform/fields';
import * as v from 'valibot';
import { begunSurveyKind, quoteKind } from './kinds.ts';
import { fieldSentences as say } from './sentences.ts';

export const surveyInput = changedInput(begunSurveyKind);
export const quoteInput = changedInput(quoteKind);

export const newQuoteInput = lookedThrough(
  { ...quoteKind.entries, passageId: id() },
  { names: quoteKind.labels }
);

export const moveInput = v.object({ id: id(), way: v.picklist(['up', 'down']) });

/** A form that came on paper. The answers are read by the survey's own questions, so any field may come. */
export const paperInput = v.object({
  id: id(),
  formKey: v.pipe(v.string(), v.uuid()),
  agreed: ticked,
  mayQuote: ticked,
  fields: v.record(v.string(), v.union([v.string(), v.array(v.string())]))
});

/** Boxes of a group: one, several, or none. */
const chosen = v.pipe(
  v.optional(v.union([v.string(), v.array(v.string())]), []),
  v.transform((value) => [value].flat().filter((one) => one !== ''))
);
export const codeInput = v.object({
  id: id(),
  sentences: v.pipe(
    chosen,
    v.minLength(1, say.sentences),
    v.transform((places) => places.map(Number)),
    v.array(v.pipe(v.number(), v.integer(), v.minValue(0)))
  ),
  themes: v.pipe(chosen, v.minLength(1, say.themes), v.array(v.pipe(v.string(), v.uuid())))
});
export const codingDoneInput = v.object({ id: id(), done: ticked });
export const withdrawInput = v.object({ id: id(), what: v.picklist(['quoting', 'everything']) });

export const checkQuoteInput = v.object({
  id: id(),
  version,
  unrecognisable: v.pipe(
    ticked,
    v.check((value) => value, say.unrecognisable)
  )
});
