import * as v from 'valibot';
import { fieldSentences } from './sentences.ts';

const reason = v.pipe(
  v.string(fieldSentences.reason),
  v.trim(),
  v.nonEmpty(fieldSentences.reason),
  v.maxLength(4000, fieldSentences.tooLong)
);
const version = v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.integer());
const id = v.pipe(v.string(), v.uuid());
const word = (sentence: string) => v.pipe(v.string(sentence), v.nonEmpty(sentence));

/** A field of tick boxes: nothing, one text or several. */
const ticked = v.pipe(
  v.optional(v.union([v.string(), v.array(v.string())]), []),
  v.transform((value) => [value].flat().filter((one) => one !== ''))
);

export const chosenOutcomeInput = v.object({
  outcome: word(fieldSentences.outcome),
  ages: ticked,
  reason
});

export const changedOutcomeInput = v.object({ id, ages: ticked, reason, version });

export const chosenFactorInput = v.object({
  factor: word(fieldSentences.factor),
  outcomes: ticked,
  reason,
  /** Insights about the factor to quote in the reason. */
  insights: ticked
});

export const factorChoiceInput = v.object({ factor: v.optional(v.string(), '') });

export const changedPriorityInput = v.object({ id, outcomes: ticked, reason, version });

export const oneInput = v.object({ id });

const step = v.object({ question: v.string(), answer: v.string(), reason: v.string() });

export const decisionInput = v.object({
  priorityId: id,
  path: v.array(step),
  actionKind: word(fieldSentences.actionKind),
  reason
});
