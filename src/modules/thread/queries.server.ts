import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { reasonOfMatters, reasonOfWorks, sourceOfMatters } from '#modules/evidence';
import { driversByFactor } from '#modules/drivers/server';
import { takeawaysByFactor } from '#modules/learning/server';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import * as v from 'valibot';
import { choiceInput, choose } from './choice.server.ts';
import { factorInput, threadOfFactor, threads } from './compose.server.ts';
import { groupThreads } from './rules.ts';

/** The threads of all factors for one outcome at one age, those that were chosen first. */
export const viewThreads = query({
  name: 'thread.view-threads',
  needs: 'records:read',
  input: v.object(choiceInput),
  example: {},
  async run({ scope, input, tx, now }) {
    const spine = await getSpine(tx);
    const choice = await choose(tx, scope, spine, input);
    if (choice === null) return err({ kind: 'not-found' } as const);
    const today = dateOf(now);
    const all = await threads(tx, scope, spine, choice, today);
    return ok({ spine, choice, groups: groupThreads(all), today });
  }
});

/** One factor's whole thread. */
export const viewThread = query({
  name: 'thread.view-thread',
  needs: 'records:read',
  input: factorInput,
  example: { factor: 'play-and-verbal-exchanges' },
  async run({ scope, input, tx, now }) {
    const today = dateOf(now);
    const found = await threadOfFactor(tx, scope, input, today);
    if (found === null) return err({ kind: 'not-found' } as const);
    const { thread } = found;
    const { matters, works } = thread.evidence;
    return ok({
      ...found,
      /** Drivers of projects that stand for this factor. */
      drivers: (await driversByFactor(tx, scope)).get(thread.factor.id) ?? [],
      takenBack: (await takeawaysByFactor(tx, scope)).get(thread.factor.id) ?? [],
      evidence: {
        mattersReason: reasonOfMatters(matters),
        mattersSource: sourceOfMatters(matters),
        worksReason: reasonOfWorks(works)
      },
      today
    });
  }
});
