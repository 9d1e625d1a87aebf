import { err, ok } from '#core/result';
import { insightQuote } from '#modules/evidence';
import { insightsOf } from '#modules/evidence/server';
import { changedMeanwhile } from '#modules/partnerships/server';
import { readDecisionTree, type Spine } from '#modules/vocabulary';
import { getSpine, packFile } from '#modules/vocabulary/server';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import { reasonQuoting, walk } from './rules.ts';
import {
  changedOutcomeInput,
  changedPriorityInput,
  chosenFactorInput,
  chosenOutcomeInput,
  decisionInput,
  oneInput
} from './schema.ts';
import * as store from './store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';

const notInSpine = { kind: 'not-in-spine' } as const;
const alreadyChosen = { kind: 'already-chosen' } as const;
const notFound = { kind: 'not-found' } as const;

function has<Id extends string>(
  known: readonly { readonly id: Id }[],
  wanted: string
): wanted is Id {
  return known.some(({ id }) => id === wanted);
}

function hasAll<Id extends string>(
  known: readonly { readonly id: Id }[],
  wanted: readonly string[]
): wanted is readonly Id[] {
  return wanted.every((id) => has(known, id));
}

/** The decision tree of the pack, checked against the spine. */
export function decisionTree(tx: Tx, spine: Spine) {
  return packFile(tx, 'plans/decision-tree', 'tree.json', (json) => readDecisionTree(json, spine));
}

/** Chooses an outcome to work towards, with the ages in mind and the reason. */
export const chooseOutcome = command({
  name: 'priorities.choose-outcome',
  needs: 'priorities:edit',
  input: chosenOutcomeInput,
  example: { outcome: 'communication', ages: ['months-8-36'], reason: 'Far behind at 27 months' },
  async run({ scope, input: { outcome, ages, reason }, tx, newId }) {
    const spine = await getSpine(tx);
    if (!has(spine.outcomes, outcome) || !hasAll(spine.ages, ages)) return err(notInSpine);
    const isNew = await store.addOutcome(tx, scope, { id: newId(), outcome, ages, reason });
    return isNew ? ok() : err(alreadyChosen);
  }
});

/** Changes the ages or the reason of a chosen outcome. */
export const changeOutcome = command({
  name: 'priorities.change-outcome',
  needs: 'priorities:edit',
  input: changedOutcomeInput,
  example: { id: none, ages: [], reason: 'Still far behind', version: 1 },
  async run({ scope, input, tx }) {
    const spine = await getSpine(tx);
    const { id, ages, reason } = input;
    if (!hasAll(spine.ages, ages)) return err(notInSpine);
    const version = await store.saveOutcome(tx, scope, { id, ages, reason }, input.version);
    if (version !== null) return ok({ version });
    const stored = (await store.outcomes(tx, scope)).find((one) => one.id === input.id);
    if (stored === undefined) return err(notFound);
    const theirs = { ages: [...stored.ages], reason: stored.reason };
    return err(await changedMeanwhile(tx, scope, 'priority_outcome', stored, theirs));
  }
});

/** Lets go of an outcome. Its history stays. */
export const dropOutcome = command({
  name: 'priorities.drop-outcome',
  needs: 'priorities:edit',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    return (await store.removeOutcome(tx, scope, input.id)) ? ok() : err(notFound);
  }
});

/**
 * Chooses a factor to change, with the reason, in which insights about the factor may be quoted. More than five are allowed: the
 * page says that it sprawls.
 */
export const chooseFactor = command({
  name: 'priorities.choose-factor',
  needs: 'priorities:edit',
  input: chosenFactorInput,
  example: {
    factor: 'play-and-verbal-exchanges',
    outcomes: ['communication'],
    reason: 'Near to the child',
    insights: []
  },
  async run({ scope, input, tx, newId }) {
    const { factor, outcomes, insights } = input;
    const spine = await getSpine(tx);
    if (!has(spine.factors, factor) || !hasAll(spine.outcomes, outcomes)) return err(notInSpine);
    const noticed = await insightsOf(tx, scope, factor);
    const quoted = noticed.filter((one) => insights.includes(one.id));
    if (quoted.length < insights.length) return err({ kind: 'insight-of-another-factor' } as const);
    const reason = reasonQuoting(input.reason, quoted.map(insightQuote));
    const id = newId();
    const isNew = await store.addPriority(tx, scope, { id, factor, outcomes, reason });
    return isNew ? ok({ id }) : err(alreadyChosen);
  }
});

/** Changes why a factor was chosen, and for which outcomes. */
export const changePriority = command({
  name: 'priorities.change-priority',
  needs: 'priorities:edit',
  input: changedPriorityInput,
  example: { id: none, outcomes: [], reason: 'Parents asked for it', version: 1 },
  async run({ scope, input, tx }) {
    const spine = await getSpine(tx);
    const { id, outcomes, reason } = input;
    if (!hasAll(spine.outcomes, outcomes)) return err(notInSpine);
    const version = await store.savePriority(tx, scope, { id, outcomes, reason }, input.version);
    if (version !== null) return ok({ version });
    const stored = (await store.priorities(tx, scope)).find((one) => one.id === input.id);
    if (stored === undefined) return err(notFound);
    const theirs = { outcomes: [...stored.outcomes], reason: stored.reason };
    return err(await changedMeanwhile(tx, scope, 'priority', stored, theirs));
  }
});

/** Lets go of a chosen factor and its decisions. Their history stays. */
export const dropFactor = command({
  name: 'priorities.drop-factor',
  needs: 'priorities:edit',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    return (await store.removePriority(tx, scope, input.id)) ? ok() : err(notFound);
  }
});

/** Keeps the way taken through the decision tree and the kind of action it led to. Earlier decisions stay beside it. */
export const decideActionKind = command({
  name: 'priorities.decide-action-kind',
  needs: 'priorities:edit',
  input: decisionInput,
  example: {
    priorityId: none,
    path: [{ question: 'matters-here', answer: 'no', reason: 'Not for us' }],
    actionKind: 're-prioritise',
    reason: 'Other factors come first'
  },
  async run({ scope, input, tx, now, newId }) {
    const known = (await store.priorities(tx, scope)).some((one) => one.id === input.priorityId);
    if (!known) return err(notFound);
    const tree = await decisionTree(tx, await getSpine(tx));
    const standing = walk(tree, input.path);
    if (!standing.ok) return standing;
    const end = standing.value;
    if (end.kind !== 'result') return err({ kind: 'path-not-finished' } as const);
    const actionKind = end.actionKinds.find((kind) => kind === input.actionKind);
    if (actionKind === undefined) return err({ kind: 'kind-does-not-follow' } as const);
    const { priorityId, path, reason } = input;
    const decision = { id: newId(), priorityId, path, result: end.id, actionKind, reason };
    await store.addDecision(tx, scope, decision, now);
    return ok();
  }
});
