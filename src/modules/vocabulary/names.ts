import type { ActionKindId, AgeId, FactorId, OutcomeId, Spine } from './types.ts';

/** Titles by id. What the spine no longer has keeps its id, so that an old record still says something. */
export type Names = {
  outcome(id: OutcomeId): string;
  age(id: AgeId): string;
  factor(id: FactorId): string;
  actionKind(id: ActionKindId): string;
};

function titles<Id extends string>(
  list: readonly { readonly id: Id; readonly title: string; readonly plainTitle: string }[],
  words: 'title' | 'plainTitle'
): (id: Id) => string {
  const byId = new Map(list.map((one) => [one.id, one[words]]));
  return (id) => byId.get(id) ?? id;
}

/** The names that a spine gives to things; `plainTitle` for the words a parent would use. */
export function namesOf(spine: Spine, words: 'title' | 'plainTitle' = 'title'): Names {
  return {
    outcome: titles(spine.outcomes, words),
    age: titles(spine.ages, words),
    factor: titles(spine.factors, words),
    actionKind: titles(spine.actionKinds, words)
  };
}
