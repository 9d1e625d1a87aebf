import { err, ok } from '#core/result';
import { reasonOfMatters, reasonOfWorks, sourceOfMatters } from '#modules/evidence';
import { insightsOf, topRoutesOf } from '#modules/evidence/server';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import * as v from 'valibot';
import { choiceInput, choose } from './choice.server.ts';
import { threads } from './compose.server.ts';

/** Routes that fit on the page of a brief; the others are counted. */
const mostRoutesInBrief = 5;

/** The evidence brief of one factor: what to know on one page before anything is decided about it. */
export const viewBrief = query({
  name: 'thread.view-brief',
  needs: 'records:read',
  input: v.object({ factor: v.string(), ...choiceInput }),
  example: { factor: 'play-and-verbal-exchanges' },
  async run({ scope, input, tx }) {
    const spine = await getSpine(tx);
    const choice = await choose(tx, scope, spine, input);
    if (choice === null) return err({ kind: 'not-found' } as const);
    const all = await threads(tx, scope, spine, choice);
    const thread = all.find((each) => each.factor.id === input.factor);
    if (thread === undefined) return err({ kind: 'not-found' } as const);
    const { matters, works } = thread.evidence;
    return ok({
      spine,
      choice,
      thread,
      mattersReason: `${reasonOfMatters(matters)} ${sourceOfMatters(matters)}.`,
      worksReason: reasonOfWorks(works),
      pathways: await topRoutesOf(tx, scope, thread.factor.id, mostRoutesInBrief),
      insights: await insightsOf(tx, scope, thread.factor.id)
    });
  }
});
