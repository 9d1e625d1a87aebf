import { err, ok } from '#core/result';
import { directnessOf, type Directness } from '#modules/evidence';
import { insightsOf, pathwayLinksOf } from '#modules/evidence/server';
import { oneInput } from '#modules/records';
import type { FactorId, OutcomeId } from '#modules/vocabulary';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { decisionTree } from './commands.server.ts';
import { balanceOf, remarksOn, sprawlOf, standing } from './rules.ts';
import { factorChoiceInput } from './schema.ts';
import * as store from './store.server.ts';
import type { KindKept, LongListStanding } from './types.ts';

/** What the partnership chose to work on, and how the kinds of action balance. */
export const viewPriorities = query({
  name: 'priorities.view-priorities',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const spine = await getSpine(tx);
    const outcomes = await store.outcomes.list(tx, scope);
    const priorities = await store.priorities(tx, scope);
    const kinds = spine.actionKinds.map((kind) => kind.id);
    return ok({
      spine,
      outcomes,
      priorities,
      considered: await store.considered.list(tx, scope),
      remarks: remarksOn(outcomes, priorities, spine),
      sprawl: sprawlOf(outcomes.length, priorities.length),
      balance: balanceOf(priorities, kinds)
    });
  }
});

/** What to know when a factor is being chosen: what is chosen already, and what was noticed about the one in mind. */
export const viewFactorChoice = query({
  name: 'priorities.view-factor-choice',
  needs: 'records:read',
  input: factorChoiceInput,
  example: {},
  async run({ scope, input, tx }) {
    const spine = await getSpine(tx);
    const wanted = spine.factors.find((one) => one.id === input.factor)?.id ?? null;
    const outcomes = await store.outcomes.list(tx, scope);
    const aside = wanted === null ? [] : await store.considered.list(tx, scope, { factor: wanted });
    return ok({
      spine,
      outcomes,
      priorities: await store.priorities(tx, scope),
      wanted,
      drawn: wanted === null ? null : await drawnOf(tx, scope, wanted, outcomes),
      /** Why it was set aside, where it was. */
      aside: aside[0] ?? null,
      insights: wanted === null ? [] : await insightsOf(tx, scope, wanted)
    });
  }
});

/** One chosen factor, with the decision tree beside it. */
export const viewPriority = query({
  name: 'priorities.view-priority',
  needs: 'records:read',
  input: oneInput,
  example: { id: '00000000-0000-4000-8000-000000000000' },
  async run({ scope, input, tx }) {
    const spine = await getSpine(tx);
    const [priority] = await store.priorities(tx, scope, input.id);
    if (priority === undefined) return err({ kind: 'not-found' } as const);
    const outcomes = await store.outcomes.list(tx, scope);
    return ok({
      spine,
      priority,
      outcomes,
      chosen: (await store.factors.list(tx, scope)).map(({ factor }) => factor),
      drawn: await drawnOf(tx, scope, priority.factor, outcomes),
      tree: await decisionTree(tx, spine)
    });
  }
});

/** How the pathways, published and the partnership's own, draw a factor's way to the chosen outcomes. */
async function drawnOf(
  tx: Tx,
  scope: ReadScope,
  factor: FactorId,
  outcomes: readonly { readonly outcome: OutcomeId }[]
): Promise<Directness> {
  const links = await pathwayLinksOf(tx, scope);
  return directnessOf(
    links,
    factor,
    outcomes.map(({ outcome }) => outcome)
  );
}

/** Where this person stands on the way through the decision tree for a factor. Who may not decide may not ask. */
export const viewWalk = query({
  name: 'priorities.view-walk',
  needs: 'priorities:edit',
  input: oneInput,
  example: { id: '00000000-0000-4000-8000-000000000000' },
  async run({ scope, input, tx }) {
    const spine = await getSpine(tx);
    const [priority] = await store.priorities(tx, scope, input.id);
    if (priority === undefined) return err({ kind: 'not-found' } as const);
    const tree = await decisionTree(tx, spine);
    const { walk, here } = standing(tree, await store.walkOf(tx, scope, priority.id));
    const again = walk.steps[walk.answered];
    return ok({
      spine,
      priority,
      tree,
      steps: walk.steps.slice(0, walk.answered),
      here,
      /** What was answered here before somebody went back. */
      before: again?.question === here.id ? again : null
    });
  }
});

/** For the thread: what was chosen for each factor, and the kinds of action. */
export async function prioritiesByFactor(
  tx: Tx,
  scope: ReadScope
): Promise<
  Map<
    FactorId,
    {
      priorityId: string;
      reason: string;
      outcomes: readonly OutcomeId[];
      /** The kinds of action that it calls for; empty while nobody has decided. */
      kinds: readonly KindKept[];
    }
  >
> {
  const priorities = await store.priorities(tx, scope);
  return new Map(
    priorities.map((one) => [
      one.factor,
      {
        priorityId: one.id,
        reason: one.reason,
        outcomes: one.outcomes,
        kinds: one.decision?.kinds ?? []
      }
    ])
  );
}

/** For the thread: the factors that were considered and set aside, each with its reason. */
export async function asideByFactor(
  tx: Tx,
  scope: ReadScope
): Promise<
  Map<FactorId, { reason: string; setAsideOn: string | null; lookAgainOn: string | null }>
> {
  const considered = await store.considered.list(tx, scope, { standing: 'set-aside' });
  return new Map(
    considered.map(({ factor, reason, consideredOn, lookAgainOn }) => [
      factor,
      { reason, setAsideOn: consideredOn, lookAgainOn }
    ])
  );
}

/** Factors of the long list that are to be looked at again on a day, with where they stand. */
export async function lookedAtAgain(
  tx: Tx,
  scope: ReadScope
): Promise<{ factor: FactorId; standing: LongListStanding; on: string }[]> {
  const considered = await store.considered.list(tx, scope);
  return considered.flatMap(({ factor, standing, lookAgainOn: on }) =>
    on === null ? [] : [{ factor, standing, on }]
  );
}

/** For other modules' pages: the chosen outcomes and factors. */
export async function chosen(tx: Tx, scope: ReadScope) {
  return {
    outcomes: await store.outcomes.list(tx, scope),
    priorities: await store.priorities(tx, scope)
  };
}
