import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { saying } from '#modules/records/server';
import { command } from '#platform/command';
import { progressFacts } from './facts.server.ts';
import { suggestProgress } from './progress.ts';
import { explainCharterProblem } from './sentences.ts';
import * as store from './store.server.ts';
import { scoreInput } from './schema.ts';

const nobody = '00000000-0000-4000-8000-000000000000';

/**
 * Keeps how far a person judges a project to have come, with the reason, beside what the records suggested on the day.
 * Scores are never changed: a new judgement is a new score. Refuses when somebody scored since the page was read.
 */
export const scoreProgress = saying(
  command({
    name: 'charter.score-progress',
    needs: 'improvement:edit',
    input: scoreInput,
    example: { projectId: nobody, score: 1.5, reason: 'First tests are planned', after: 0 },
    async run({ scope, input, tx, newId, now }) {
      const facts = await progressFacts(tx, scope, input.projectId);
      if (facts === null) return err({ kind: 'not-found' } as const);
      const today = dateOf(now);
      const scoredOn = input.scoredOn ?? today;
      if (scoredOn > today) return err({ kind: 'scored-ahead', scoredOn } as const);
      await store.holdScores(tx, input.projectId);
      const last = (await store.scores(tx, scope, input.projectId)).at(-1);
      if ((last?.number ?? 0) !== input.after && last !== undefined) {
        return err({ kind: 'scored-meanwhile', score: last.score, by: last.scoredBy } as const);
      }
      const { score, reason } = input;
      const number = (last?.number ?? 0) + 1;
      // A score given for an earlier day has no suggestion: the records are those of today.
      const suggested = scoredOn === today ? suggestProgress(facts).score : null;
      const given = { id: newId(), number, scoredOn, score, reason, suggested };
      await store.addScore(tx, scope, input.projectId, given, now);
      return ok({ number });
    }
  }),
  { done: 'The score is kept, with your reason.', explain: explainCharterProblem }
);
