import { err, ok } from '#core/result';
import { insightQuote } from '#modules/evidence';
import { insightsOf } from '#modules/evidence/server';
import { adding, changing, forms, removing, taken, unknownChoices } from '#modules/records/server';
import { readDecisionTree, type Spine } from '#modules/vocabulary';
import { getSpine, packFile } from '#modules/vocabulary/server';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import {
  chosenFactorKind,
  chosenOutcomeKind,
  factorReasonKind,
  outcomeReasonKind
} from './kinds.ts';
import { reasonQuoting, walk } from './rules.ts';
import { chosenFactorInput, decisionInput } from './schema.ts';
import * as store from './store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** The decision tree of the pack, checked against the spine. */
export function decisionTree(tx: Tx, spine: Spine) {
  return packFile(tx, 'plans/decision-tree', 'tree.json', (json) => readDecisionTree(json, spine));
}

/** Chooses an outcome to work towards, with the ages in mind and the reason. */
export const chooseOutcome = adding(chosenOutcomeKind, {
  example: { outcome: 'communication', ages: ['months-8-36'], reason: 'Far behind at 27 months' }
});

/** What the form of that choice shows. */
export const { blank: blankOutcome } = forms(chosenOutcomeKind);

/** Changes the ages or the reason of a chosen outcome. */
export const changeOutcome = changing(outcomeReasonKind, {
  example: { ages: [], reason: 'Still far behind' }
});

/** What the form of that change shows. */
export const { form: formOfOutcome } = forms(outcomeReasonKind);

/** Lets go of an outcome. Its history stays. */
export const dropOutcome = removing(chosenOutcomeKind);

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
    const { insights, ...choice } = input;
    const [field] = await unknownChoices(tx, scope, chosenFactorKind, choice);
    if (field !== undefined) return err({ kind: 'unknown-link', field } as const);
    const noticed = await insightsOf(tx, scope, choice.factor);
    const quoted = noticed.filter((one) => insights.includes(one.id));
    if (quoted.length < insights.length) return err({ kind: 'insight-of-another-factor' } as const);
    const reason = reasonQuoting(choice.reason, quoted.map(insightQuote));
    const id = newId();
    const isNew = await store.factors.add(tx, scope, id, { ...choice, reason });
    return isNew ? ok({ id }) : err(taken(chosenFactorKind, input));
  }
});

/** Changes why a factor was chosen, and for which outcomes. */
export const changePriority = changing(factorReasonKind, {
  example: { outcomes: [], reason: 'Parents asked for it' }
});

/** Lets go of a chosen factor and its decisions. Their history stays. */
export const dropFactor = removing(chosenFactorKind);

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
    if ((await store.factors.find(tx, scope, input.priorityId)) === null) return err(notFound);
    const tree = await decisionTree(tx, await getSpine(tx));
    const walked = walk(tree, input.path);
    if (!walked.ok) return walked;
    const end = walked.value;
    if (end.kind !== 'result') return err({ kind: 'path-not-finished' } as const);
    const actionKind = end.actionKinds.find((kind) => kind === input.actionKind);
    if (actionKind === undefined) return err({ kind: 'kind-does-not-follow' } as const);
    const { priorityId, path, reason } = input;
    const decision = { id: newId(), priorityId, path, result: end.id, actionKind, reason };
    await store.addDecision(tx, scope, decision, now);
    return ok();
  }
});
