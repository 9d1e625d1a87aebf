import { lookedThrough } from '#modules/disclosure';
import type { ProjectId } from '#modules/improvement';
import { id, neededText, optionalDate, optionalNumber } from '#platform/fields';
import * as v from 'valibot';
import { scoreFieldNames } from './labels.ts';
import { fieldSentences as say } from './sentences.ts';

export const scoreInput = lookedThrough(
  {
    projectId: id<ProjectId>(),
    score: v.pipe(
      optionalNumber(say.score),
      v.number(say.score),
      v.check((given) => given >= 0.5 && given <= 5 && Number.isInteger(given * 2), say.score)
    ),
    reason: neededText(say.reason, 1000),
    /** Left empty: today. */
    scoredOn: optionalDate('The date of the score'),
    /** How many scores there were when the page was read. */
    after: v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.integer())
  },
  { names: scoreFieldNames }
);
