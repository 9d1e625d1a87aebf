import { err, ok } from '#core/result';
import { firstChoice, reasonOfMatters, reasonOfWorks, sourceOfMatters } from '#modules/evidence';
import { getEvidence } from '#modules/evidence/server';
import { takeawaysByFactor } from '#modules/learning/server';
import { chosen } from '#modules/priorities/server';
import type { Spine } from '#modules/vocabulary';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { threads } from './compose.server.ts';
import { groupThreads } from './rules.ts';
import type { ThreadChoice } from './types.ts';

const choiceInput = { outcome: v.optional(v.string()), age: v.optional(v.string()) };

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
    const all = await threads(tx, scope, spine, choice);
    return ok({ spine, choice, groups: groupThreads(all), today: ukDay.format(now) });
  }
});

/** One factor's whole thread. */
export const viewThread = query({
  name: 'thread.view-thread',
  needs: 'records:read',
  input: v.object({ factor: v.string(), ...choiceInput }),
  example: { factor: 'play-and-verbal-exchanges' },
  async run({ scope, input, tx, now }) {
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
      takenBack: (await takeawaysByFactor(tx, scope)).get(thread.factor.id) ?? [],
      evidence: {
        mattersReason: reasonOfMatters(matters),
        mattersSource: sourceOfMatters(matters),
        worksReason: reasonOfWorks(works)
      },
      today: ukDay.format(now)
    });
  }
});

const ukDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/**
 * The outcome and age to look at: those asked for, else the partnership's first chosen outcome with the first of its ages, else
 * the first choice of the evidence. Null when the spine does not name what was asked for.
 */
async function choose(
  tx: Tx,
  scope: ReadScope,
  spine: Spine,
  asked: { readonly outcome?: string | undefined; readonly age?: string | undefined }
): Promise<ThreadChoice | null> {
  const outcome = spine.outcomes.find((each) => each.id === asked.outcome)?.id;
  const age = spine.ages.find((each) => each.id === asked.age)?.id;
  if (asked.outcome !== undefined && outcome === undefined) return null;
  if (asked.age !== undefined && age === undefined) return null;
  if (outcome !== undefined && age !== undefined) return { outcome, age, because: 'asked' };

  const { outcomes } = await chosen(tx, scope);
  const [first] = outcomes.filter((each) => outcome === undefined || each.outcome === outcome);
  const { pack } = await getEvidence(tx, scope);
  const fallback = firstChoice(spine, pack?.matrix ?? null, outcome ?? first?.outcome);
  return {
    outcome: fallback.outcome,
    age: age ?? first?.ages[0] ?? fallback.age,
    because: first === undefined ? 'evidence' : 'priorities'
  };
}
