import { lookedThrough } from '#modules/disclosure';
import * as v from 'valibot';
import { decisionFieldName, factorLabels, outcomeLabels } from './labels.ts';
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

export const chosenOutcomeInput = lookedThrough(
  {
    outcome: word(fieldSentences.outcome),
    ages: ticked,
    reason
  },
  { names: outcomeLabels }
);

export const changedOutcomeInput = lookedThrough(
  { id, ages: ticked, reason, version },
  { names: outcomeLabels }
);

export const chosenFactorInput = lookedThrough(
  {
    factor: word(fieldSentences.factor),
    outcomes: ticked,
    reason,
    /** Insights about the factor to quote in the reason. */
    insights: ticked
  },
  { names: factorLabels }
);

export const factorChoiceInput = v.object({ factor: v.optional(v.string(), '') });

export const changedPriorityInput = lookedThrough(
  { id, outcomes: ticked, reason, version },
  { names: factorLabels }
);

export const oneInput = v.object({ id });

const step = v.object({ question: v.string(), answer: v.string(), reason: v.string() });

/** The answers on the way are carried along by the form of the last one. */
export const decisionInput = lookedThrough(
  {
    priorityId: id,
    path: v.array(step),
    actionKind: word(fieldSentences.actionKind),
    reason
  },
  { names: decisionFieldName, withoutField: ['path'] }
);
