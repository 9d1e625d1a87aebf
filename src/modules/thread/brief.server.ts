import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { reasonOfMatters, reasonOfWorks, sourceOfMatters } from '#modules/evidence';
import { insightsOf, topRoutesOf } from '#modules/evidence/server';
import { query } from '#platform/command';
import { factorInput, threadOfFactor } from './compose.server.ts';

/** Routes that fit on the page of a brief; the others are counted. */
const mostRoutesInBrief = 5;

/** The evidence brief of one factor: what to know on one page before anything is decided about it. */
export const viewBrief = query({
  name: 'thread.view-brief',
  needs: 'records:read',
  input: factorInput,
  example: { factor: 'play-and-verbal-exchanges' },
  async run({ scope, input, tx, now }) {
    const found = await threadOfFactor(tx, scope, input, dateOf(now));
    if (found === null) return err({ kind: 'not-found' } as const);
    const { thread } = found;
    const { matters, works } = thread.evidence;
    return ok({
      ...found,
      mattersReason: `${reasonOfMatters(matters)} ${sourceOfMatters(matters)}.`,
      worksReason: reasonOfWorks(works),
      pathways: await topRoutesOf(tx, scope, thread.factor.id, mostRoutesInBrief),
      insights: await insightsOf(tx, scope, thread.factor.id)
    });
  }
});
