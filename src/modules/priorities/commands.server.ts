import { dateOf } from '#core/dates';
import { err, ok, type Result } from '#core/result';
import { insightQuote } from '#modules/evidence';
import { insightsOf } from '#modules/evidence/server';
import {
  adding,
  changing,
  editing,
  forms,
  removing,
  taken,
  unknownChoices
} from '#modules/records/server';
import { readDecisionTree, type ActionKindId, type Spine } from '#modules/vocabulary';
import { getSpine, packFile } from '#modules/vocabulary/server';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import { holdKind } from '#platform/saving';
import {
  chosenFactorKind,
  chosenOutcomeKind,
  consideredKind,
  factorReasonKind,
  outcomeReasonKind
} from './kinds.ts';
import { answered, reasonQuoting, servingProblem, standing } from './rules.ts';
import {
  answerInput,
  chosenFactorInput,
  decisionInput,
  setAsideInput,
  walkInput
} from './schema.ts';
import { explainPriorityProblem } from './sentences.ts';
import * as store from './store.server.ts';
import type { KindKept } from './types.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
/** A factor is chosen or was considered and set aside, never both. */
const oneOfTwoLists = 'chosen and considered factors';

/** The decision tree of the pack, checked against the spine. */
export function decisionTree(tx: Tx, spine: Spine) {
  return packFile(tx, 'plans/decision-tree', 'tree.json', (json) => readDecisionTree(json, spine));
}

/**
 * Chooses a primary outcome to work towards, with the ages at which it causes concern and the reason. Refuses a foundation: that is a
 * way to an outcome, and is named as one.
 */
export const chooseOutcome = adding(chosenOutcomeKind, {
  example: { outcome: 'communication', ages: ['months-8-36'], reason: 'Far behind at 27 months' },
  async check({ tx, values }) {
    const [wrong] = await notFoundations(tx, values.foundations);
    if (wrong !== undefined) return err({ kind: 'unknown-link', field: 'foundations' } as const);
    return (await isFoundation(tx, values.outcome))
      ? err({ kind: 'foundation-as-outcome' } as const)
      : ok(values);
  },
  explain: explainPriorityProblem
});

async function isFoundation(tx: Tx, outcome: string): Promise<boolean> {
  const { outcomes } = await getSpine(tx);
  return outcomes.some(({ id, kind }) => id === outcome && kind === 'foundation');
}

async function notFoundations(tx: Tx, outcomes: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const outcome of outcomes) if (!(await isFoundation(tx, outcome))) wrong.push(outcome);
  return wrong;
}

/** What the form of that choice shows. */
export const { blank: blankOutcome } = forms(chosenOutcomeKind);

/** Changes the ages or the reason of a chosen outcome. */
export const changeOutcome = changing(outcomeReasonKind, {
  example: { ages: ['months-8-36'], reason: 'Still far behind' },
  async check({ tx, values }) {
    const [wrong] = await notFoundations(tx, values.foundations);
    return wrong === undefined
      ? ok(values)
      : err({ kind: 'unknown-link', field: 'foundations' } as const);
  },
  explain: explainPriorityProblem
});

/** What the form of that change shows. */
export const { form: formOfOutcome } = forms(outcomeReasonKind);

/** Lets go of an outcome. Its history stays. */
export const dropOutcome = removing(chosenOutcomeKind);

/**
 * Chooses a factor to change, with the reason, in which insights about the factor may be quoted. More than five are allowed: the
 * page says that it sprawls. One that was set aside leaves the list of those; its reason stays in the history.
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
    const { insights, ...choice } = input;
    await holdKind(tx, scope, oneOfTwoLists);
    const [field] = await unknownChoices(tx, scope, chosenFactorKind, choice);
    if (field !== undefined) return err({ kind: 'unknown-link', field } as const);
    const problem = servingProblem(choice.factor, choice);
    if (problem !== null) return err(problem);
    const noticed = await insightsOf(tx, scope, choice.factor);
    const quoted = noticed.filter((one) => insights.includes(one.id));
    if (quoted.length < insights.length) return err({ kind: 'insight-of-another-factor' } as const);
    const reason = reasonQuoting(choice.reason, quoted.map(insightQuote));
    const id = newId();
    const isNew = await store.factors.add(tx, scope, id, { ...choice, reason });
    if (!isNew) return err(taken(chosenFactorKind, input));
    for (const aside of await store.considered.list(tx, scope, { factor: choice.factor })) {
      await store.considered.remove(tx, scope, aside.id);
    }
    return ok({ id });
  }
});

/** Changes why a factor was chosen, for which outcomes, and how it acts on them. */
export const changePriority = changing(factorReasonKind, {
  example: { outcomes: [], reason: 'Parents asked for it' },
  check({ values, stored }) {
    const problem = servingProblem(stored?.factor ?? '', values);
    return problem === null ? ok(values) : err(problem);
  },
  explain: explainPriorityProblem
});

/** Lets go of a chosen factor and its decisions. Their history stays. */
export const dropFactor = removing(chosenFactorKind);

/** Lets go of a chosen factor and keeps it, with the reason, among those that were considered. */
export const setFactorAside = command({
  name: 'priorities.set-factor-aside',
  needs: 'priorities:edit',
  input: setAsideInput,
  example: { id: none, asideReason: 'Housing is not ours to decide' },
  async run({ scope, input, tx, now, newId }) {
    const priority = await store.factors.find(tx, scope, input.id);
    if (priority === null) return err(notFound);
    await store.considered.add(tx, scope, newId(), {
      factor: priority.factor,
      standing: 'set-aside',
      reason: input.asideReason,
      consideredOn: dateOf(now)
    });
    await store.factors.remove(tx, scope, priority.id);
    return ok();
  }
});

/** The long list: factors that are considered, provisional or set aside, each with the reason. Refuses one that is chosen. */
export const {
  add: addConsidered,
  change: changeConsidered,
  remove: removeConsidered,
  blank: blankConsidered,
  form: formOfConsidered
} = editing(consideredKind, {
  example: {
    factor: 'overcrowded-accommodation',
    standing: 'considered',
    reason: 'Housing is not ours to decide'
  },
  async check({ tx, scope, values }) {
    await holdKind(tx, scope, oneOfTwoLists);
    const chosen = await store.factors.list(tx, scope, { factor: values.factor });
    return chosen.length > 0 ? err({ kind: 'chosen-already' } as const) : ok(values);
  },
  explain: explainPriorityProblem
});

/**
 * Answers the next question of the decision tree for a chosen factor. What was answered is kept for this person until the decision,
 * so that the walk can be left to look something up, and taken up again.
 */
export const answerQuestion = command({
  name: 'priorities.answer-question',
  needs: 'priorities:edit',
  input: answerInput,
  example: {
    priorityId: none,
    question: 'practice-in-place',
    answer: 'no',
    reason: 'No service is tied to it'
  },
  async run({ scope, input, tx, newId }) {
    const { priorityId, ...given } = input;
    if ((await store.factors.find(tx, scope, priorityId)) === null) return err(notFound);
    const tree = await decisionTree(tx, await getSpine(tx));
    const next = answered(tree, await store.walkOf(tx, scope, priorityId), given);
    if (!next.ok) return next;
    await store.keepWalk(tx, scope, { ...next.value, id: newId(), priorityId });
    return ok();
  }
});

/** Goes back to the question before. What was answered there is offered again. */
export const stepBack = command({
  name: 'priorities.step-back',
  needs: 'priorities:edit',
  input: walkInput,
  example: { priorityId: none },
  async run({ scope, input: { priorityId }, tx, newId }) {
    if ((await store.factors.find(tx, scope, priorityId)) === null) return err(notFound);
    const before = await store.walkOf(tx, scope, priorityId);
    const count = Math.max(0, before.answered - 1);
    await store.keepWalk(tx, scope, { ...before, answered: count, id: newId(), priorityId });
    return ok();
  }
});

/**
 * Keeps the way that this person took through the decision tree, and the kinds of action that it led to, each with its reason.
 * Earlier decisions stay beside it. Refuses a walk that has not come to its end, and a kind that does not follow from it.
 */
export const decideActionKinds = command({
  name: 'priorities.decide-action-kinds',
  needs: 'priorities:edit',
  input: decisionInput,
  example: {
    priorityId: none,
    kinds: [{ actionKind: 're-prioritise', reason: 'Other factors come first' }]
  },
  async run({ scope, input: { priorityId, kinds }, tx, now, newId }) {
    if ((await store.factors.find(tx, scope, priorityId)) === null) return err(notFound);
    const tree = await decisionTree(tx, await getSpine(tx));
    const { walk, here } = standing(tree, await store.walkOf(tx, scope, priorityId));
    if (here.kind !== 'result') return err({ kind: 'path-not-finished' } as const);
    const kept = keptOf(here.actionKinds, kinds);
    if (!kept.ok) return kept;
    const path = walk.steps.slice(0, walk.answered);
    const result = here.id;
    const decision = { id: newId(), priorityId, path, result, kinds: kept.value };
    await store.addDecision(tx, scope, decision, now);
    await store.forgetWalk(tx, scope, priorityId);
    return ok();
  }
});

/** The kinds that were given a reason. */
function keptOf(
  follow: readonly ActionKindId[],
  given: readonly { readonly actionKind: string; readonly reason: string }[]
): Result<KindKept[], { kind: 'kind-does-not-follow' } | { kind: 'no-kind-kept' }> {
  const kept: KindKept[] = [];
  for (const { actionKind: wanted, reason } of given) {
    const actionKind = follow.find((kind) => kind === wanted);
    const isTwice = kept.some((one) => one.actionKind === actionKind);
    if (actionKind === undefined || isTwice) return err({ kind: 'kind-does-not-follow' });
    if (reason !== '') kept.push({ actionKind, reason });
  }
  return kept.length === 0 ? err({ kind: 'no-kind-kept' }) : ok(kept);
}
