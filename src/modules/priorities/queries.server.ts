import { err, ok } from '#core/result';
import { insightsOf } from '#modules/evidence/server';
import { oneInput } from '#modules/records';
import type { ActionKindId, FactorId, OutcomeId } from '#modules/vocabulary';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { decisionTree } from './commands.server.ts';
import { balanceOf, sprawlOf } from './rules.ts';
import { factorChoiceInput } from './schema.ts';
import * as store from './store.server.ts';

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
    return ok({
      spine,
      outcomes: await store.outcomes.list(tx, scope),
      priorities: await store.priorities(tx, scope),
      wanted,
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
    return ok({ spine, priority, tree: await decisionTree(tx, spine) });
  }
});

/** For the thread: what was chosen for each factor, and the kind of action. */
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
      actionKind: ActionKindId | null;
      actionReason: string | null;
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
        actionKind: one.decision?.actionKind ?? null,
        actionReason: one.decision?.reason ?? null
      }
    ])
  );
}

/** For other modules' pages: the chosen outcomes and factors. */
export async function chosen(tx: Tx, scope: ReadScope) {
  return {
    outcomes: await store.outcomes.list(tx, scope),
    priorities: await store.priorities(tx, scope)
  };
}
