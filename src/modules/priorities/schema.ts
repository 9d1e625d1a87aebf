import { lookedThrough } from '#modules/disclosure';
import { fieldNamer } from '#modules/records';
import * as fields from '#platform/fields';
import * as v from 'valibot';
import { chosenFactorKind } from './kinds.ts';
import { decisionFieldName, fieldSentences } from './sentences.ts';

export const chosenFactorInput = lookedThrough(
  {
    ...chosenFactorKind.entries,
    /** Insights about the factor to quote in the reason. */
    insights: fields.list()
  },
  { names: fieldNamer(chosenFactorKind) }
);

export const factorChoiceInput = v.object({ factor: v.optional(v.string(), '') });

const step = v.object({ question: v.string(), answer: v.string(), reason: v.string() });

/** The answers on the way are carried along by the form of the last one. */
export const decisionInput = lookedThrough(
  {
    priorityId: v.pipe(v.string(), v.uuid()),
    path: v.array(step),
    actionKind: fields.neededText(fieldSentences.actionKind),
    reason: fields.neededText(fieldSentences.reason, 4000)
  },
  { names: decisionFieldName, withoutField: ['path'] }
);
