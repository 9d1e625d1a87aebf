import { err, ok, type Result } from '#core/result';
import {
  answerInWords,
  turnOf,
  walk,
  type ActionKindId,
  type DecisionTree,
  type Outcome,
  type WalkEnd,
  type WalkProblem
} from '#modules/vocabulary';
import type { ChosenOutcome } from './kinds.ts';
import {
  choiceQuestions,
  type Balance,
  type DecisionStep,
  type Priority,
  type Remark,
  type Sprawl,
  type Walk
} from './types.ts';

/** The rule of thumb: choose one or two outcomes and three to five factors. More is allowed, and said. */
export const ruleOfThumb = { mostOutcomes: 2, fewestFactors: 3, mostFactors: 5 } as const;

/**
 * How the number of choices stands to the rule of thumb. Units: counts.
 * Source: the Early Learning Communities Toolkit (2019), on choosing local priorities.
 * @example
 * sprawlOf(1, 7) // { outcomes: 'fits', factors: 'many' }
 */
export function sprawlOf(outcomes: number, factors: number): Sprawl {
  const { mostOutcomes, fewestFactors, mostFactors } = ruleOfThumb;
  const tooMany = factors > mostFactors ? 'many' : 'fits';
  return {
    outcomes: outcomes === 0 ? 'none' : outcomes > mostOutcomes ? 'many' : 'fits',
    factors: factors === 0 ? 'none' : factors < fewestFactors ? 'few' : tooMany
  };
}

/** A walk as far as this tree still has it: one that leads nowhere any more, since the tree has changed, begins again. */
export function standing(
  tree: DecisionTree,
  kept: Walk
): { readonly walk: Walk; readonly here: WalkEnd } {
  const walked = walk(tree, kept.steps.slice(0, kept.answered));
  if (walked.ok) return { walk: kept, here: walked.value };
  const start = walk(tree, []);
  if (!start.ok) throw new Error('A tree that was read has a start.');
  return { walk: { steps: [], answered: 0 }, here: start.value };
}

/**
 * A walk with its next question answered. Answers that were given after this one before somebody went back stay on offer as long as
 * the tree still asks the same next.
 * Refuses: a question that is not the next, and an answer that it does not have.
 */
export function answered(
  tree: DecisionTree,
  kept: Walk,
  given: DecisionStep
): Result<Walk, WalkProblem> {
  const {
    walk: { steps, answered: count },
    here
  } = standing(tree, kept);
  const { question, reason, aspects = [] } = given;
  if (here.id !== question) return err({ kind: 'unknown-question', question });
  const step: DecisionStep =
    here.kind === 'aspects'
      ? { question, reason, aspects, answer: turnOf(aspects.map(({ answer }) => answer)) }
      : { question, reason, answer: given.answer };
  const path = [...steps.slice(0, count), step];
  const next = walk(tree, path);
  if (!next.ok) return next;
  const after = steps.slice(count + 1);
  const stillAsked = after[0]?.question === next.value.id ? after : [];
  return ok({ steps: [...path, ...stillAsked], answered: count + 1 });
}

/** A path in words: each question with its answer. Questions of earlier trees read as they were asked. */
export function pathInWords(
  tree: DecisionTree,
  path: readonly DecisionStep[]
): { ask: string; answer: string; reason: string }[] {
  return path.map((step) => ({ ...answerInWords(tree, step), reason: step.reason }));
}

/**
 * How the chosen factors divide among kinds of action, in the order of `kinds`, those not yet decided last. A factor that calls for
 * several kinds counts once under each.
 */
export function balanceOf(
  priorities: readonly Pick<Priority, 'decision'>[],
  kinds: readonly ActionKindId[]
): Balance {
  const calledFor = ({ decision }: Pick<Priority, 'decision'>): (ActionKindId | null)[] =>
    decision === null ? [null] : decision.kinds.map(({ actionKind }) => actionKind);
  const counted = [...kinds, null].map((actionKind) => ({
    actionKind,
    factors: priorities.filter((one) => calledFor(one).includes(actionKind)).length
  }));
  return counted.filter((one) => one.factors > 0);
}

type ChosenFactor = Pick<
  Priority,
  'factor' | 'acts' | 'serves' | 'followsEvidence' | 'mattersHere' | 'withinReach'
>;

/**
 * What to look at again in a choice of outcomes and factors, beside their number.
 * Source: the Early Learning Communities Toolkit (2019), section 3.3: primary outcomes, each with an age at which it causes concern;
 * at least one or two direct factors; an indirect one only where it promotes a direct one that matters here. Its three questions
 * (follows the evidence, matters to the community, within the sphere of influence) are asked of each factor.
 */
export function remarksOn(
  outcomes: readonly Pick<ChosenOutcome, 'outcome' | 'ages'>[],
  factors: readonly ChosenFactor[],
  spine: { readonly outcomes: readonly Pick<Outcome, 'id' | 'kind'>[] }
): Remark[] {
  const isFoundation = (id: string) =>
    spine.outcomes.some((one) => one.id === id && one.kind === 'foundation');
  const chosen = new Set(factors.map(({ factor }) => factor));
  const unsaid = factors.filter(({ acts }) => acts === null).map(({ factor }) => factor);
  const isDirect = ({ acts }: ChosenFactor) => acts === 'directly';
  return [
    ...outcomes.flatMap(({ outcome, ages }): Remark[] => [
      ...(isFoundation(outcome) ? [{ kind: 'foundation-chosen', outcome } as const] : []),
      ...(ages.length === 0 ? [{ kind: 'outcome-without-age', outcome } as const] : [])
    ]),
    // While nobody has said of some how they act, one of those may be direct.
    ...(factors.length > 0 && unsaid.length === 0 && !factors.some(isDirect)
      ? [{ kind: 'no-direct-factor' } as const]
      : []),
    ...(unsaid.length > 0 ? [{ kind: 'not-said-how-it-acts', factors: unsaid } as const] : []),
    ...factors.flatMap((one): Remark[] => [
      ...(one.acts === 'through-another' && !one.serves.some((id) => chosen.has(id))
        ? [{ kind: 'serves-no-chosen-factor', factor: one.factor } as const]
        : []),
      ...choiceQuestions
        .filter((question) => one[question] === 'no')
        .map((question) => ({ kind: 'answered-no', factor: one.factor, question }) as const)
    ])
  ];
}

export type ServingProblem =
  { readonly kind: 'serves-though-direct' } | { readonly kind: 'serves-itself' };

/** Refuses a factor that is to act through others and directly, and one that is to act through itself. */
export function servingProblem(
  factor: string,
  { acts, serves }: Pick<ChosenFactor, 'acts'> & { readonly serves: readonly string[] }
): ServingProblem | null {
  if (serves.length > 0 && acts !== 'through-another') return { kind: 'serves-though-direct' };
  return serves.includes(factor) ? { kind: 'serves-itself' } : null;
}

/** A reason with what was noticed locally quoted after it. Each quote says its role, place and day itself. */
export function reasonQuoting(reason: string, quotes: readonly string[]): string {
  return quotes.length === 0 ? reason : `${reason} Noticed here: ${quotes.join(' ')}`;
}
