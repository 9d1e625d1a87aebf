import { lookedThrough } from '#modules/disclosure';
import { fieldNamer, oneInput } from '#modules/records';
import { aspectReplies } from '#modules/vocabulary';
import * as fields from '#platform/fields';
import * as v from 'valibot';
import { chosenFactorKind } from './kinds.ts';
import { decisionFieldName, fieldSentences as say } from './sentences.ts';

export const chosenFactorInput = lookedThrough(
  {
    ...chosenFactorKind.entries,
    /** Insights about the factor to quote in the reason. */
    insights: fields.list()
  },
  { names: fieldNamer(chosenFactorKind) }
);

export const factorChoiceInput = v.object({ factor: v.optional(v.string(), '') });

/** A choice that is undone, with the reason to keep. */
export const setAsideInput = lookedThrough({
  ...oneInput.entries,
  asideReason: fields.neededText(say.reason, 4000)
});

/** A name of the tree: nobody looks through those, so no words may hide in one. */
const name = (sentence: string) =>
  v.pipe(fields.neededText(sentence, 100), v.regex(/^[a-z0-9-]+$/, sentence));

/** A question answered: one answer, or aspect by aspect. */
export const answerInput = lookedThrough(
  {
    priorityId: v.pipe(v.string(), v.uuid()),
    question: name(say.begun),
    answer: name(say.answer),
    aspects: v.optional(
      v.pipe(
        v.array(
          v.object({ aspect: name(say.answer), answer: fields.choice(aspectReplies, say.answer) })
        ),
        v.maxLength(20)
      ),
      []
    ),
    reason: fields.neededText(say.reason, 4000)
  },
  { names: decisionFieldName }
);

export const walkInput = v.object({ priorityId: v.pipe(v.string(), v.uuid()) });

/** The kinds of action that are kept. One without a reason is not kept. */
export const decisionInput = lookedThrough(
  {
    ...walkInput.entries,
    kinds: v.pipe(
      v.array(v.object({ actionKind: name(say.answer), reason: fields.text(4000) })),
      v.maxLength(20)
    )
  },
  { names: decisionFieldName }
);
