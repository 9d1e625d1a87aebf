/** What the records suggest about how far a project has come. Only a person gives the score. */

/** What is known of a project from its records. */
export type ProgressFacts = {
  readonly teamSize: number;
  /** Whether the aim says what, how much and by when. */
  readonly hasAim: boolean;
  /** Ideas, drivers, measures and tests, planned or more. */
  readonly plans: number;
  readonly testsStudied: number;
  /** Whether a change was kept after a test with everyone. */
  readonly isUsualWay: boolean;
  readonly measuresWithValues: number;
  /** From the charts: lasting change for the better; null while nobody can tell. */
  readonly processImproved: boolean | null;
  readonly outcomeImproved: boolean | null;
  /** The latest values of the outcome in a row that are at the goal or beyond. */
  readonly timesAtGoal: number;
};

export type ProgressReason =
  | { readonly kind: 'nothing-yet' }
  | { readonly kind: 'team-and-aim'; readonly teamSize: number }
  | { readonly kind: 'plans'; readonly plans: number }
  | { readonly kind: 'tests-studied'; readonly tests: number }
  | { readonly kind: 'no-values' }
  | { readonly kind: 'values'; readonly measures: number }
  | { readonly kind: 'no-test-studied' }
  | { readonly kind: 'no-difference' }
  | { readonly kind: 'process-better' }
  | { readonly kind: 'outcome-better' }
  | { readonly kind: 'not-at-goal' }
  | { readonly kind: 'at-goal'; readonly times: number }
  | { readonly kind: 'usual-way' }
  | { readonly kind: 'not-usual-way' };

export type ProgressSuggestion = {
  /** 0.5 to 4.5: the records never suggest a 5. */
  readonly score: number;
  readonly reasons: readonly ProgressReason[];
};

/** So many values in a row at the goal make it reached; so many make it hold. Our own floors (docs/methods/progress-score.md). */
const timesForReached = 3;
const timesForHeld = 6;

/**
 * The score that the records would bear, with what it rests on. A score above 2 needs values and a studied test: without
 * values nobody can see a difference, and without a test nobody can say what made it.
 *
 * Answers 0.5 to 4.5 in halves, never 5: whether others come to learn from it, no record says.
 * Source: the steps of the IHI scale in content/improvement/progress-score; the rule is ours.
 *
 * @example
 * suggestProgress({ …, testsStudied: 2, measuresWithValues: 0 }).score // 1.5
 */
export function suggestProgress(facts: ProgressFacts): ProgressSuggestion {
  const { teamSize, hasAim, plans, testsStudied, measuresWithValues } = facts;
  const studied: ProgressReason[] =
    testsStudied === 0 ? [] : [{ kind: 'tests-studied', tests: testsStudied }];
  if (measuresWithValues === 0) {
    if (plans > 0 || testsStudied > 0) {
      const begun = studied.length > 0 ? studied : [{ kind: 'plans' as const, plans }];
      return { score: 1.5, reasons: [...begun, { kind: 'no-values' }] };
    }
    return teamSize >= 2 && hasAim
      ? { score: 1, reasons: [{ kind: 'team-and-aim', teamSize }] }
      : { score: 0.5, reasons: [{ kind: 'nothing-yet' }] };
  }
  const values: ProgressReason = { kind: 'values', measures: measuresWithValues };
  if (testsStudied === 0) return { score: 2, reasons: [values, { kind: 'no-test-studied' }] };
  const base = [...studied, values];
  if (facts.outcomeImproved === true) return outcomeSuggestion(facts, base);
  return facts.processImproved === true
    ? { score: 3, reasons: [...base, { kind: 'process-better' }] }
    : { score: 2.5, reasons: [...base, { kind: 'no-difference' }] };
}

function outcomeSuggestion(
  { timesAtGoal: times, isUsualWay }: ProgressFacts,
  base: readonly ProgressReason[]
): ProgressSuggestion {
  const better = [...base, { kind: 'outcome-better' } as const];
  if (times < timesForReached) {
    return { score: 3.5, reasons: [...better, { kind: 'not-at-goal' }] };
  }
  const reached = [...better, { kind: 'at-goal', times } as const];
  if (!isUsualWay) return { score: 4, reasons: [...reached, { kind: 'not-usual-way' }] };
  return times < timesForHeld
    ? { score: 4, reasons: reached }
    : { score: 4.5, reasons: [...reached, { kind: 'usual-way' }] };
}
