import type { ChangedMeanwhile } from '#platform/command';
import { floorRule, type Output } from './rule.ts';

export const outputNames: Readonly<Record<Output, string>> = {
  'public-page': 'Public page',
  collaborative: 'Shared with a collaborative',
  export: 'Files to take away',
  api: 'Read by programs'
};

export const outputHints: Readonly<Record<Output, string>> = {
  'public-page': 'What families and everybody else can read, and the same as data.',
  collaborative: 'What another partnership or a collaborative sees of your counts.',
  export: 'CSV and Excel files of figures, and charts saved as pictures.',
  api: 'Figures that another program asks for.'
};

export const ruleLabels = {
  hideFrom: 'A count of zero',
  hideTo: 'Hide counts up to',
  roundTo: 'Round the others to the nearest',
  reason: 'Why this rule'
} as const;

export const zeroNames = { '1': 'is shown', '0': 'is hidden too' } as const;

export const ruleFieldSentences = {
  whole: 'Enter a whole number, like 7',
  zero: 'Choose whether a count of zero is shown',
  floorHide: `Counts of 1 to ${floorRule.hideTo} are always hidden: enter ${floorRule.hideTo} or more`,
  floorRound: `Counts are always rounded to the nearest ${floorRule.roundTo} at least`,
  most: 'Enter 1,000 or less',
  reason: 'Say why: somebody will ask in a year’s time',
  tooLong: 'This is too long: shorten it',
  roundsToNothing:
    'With this rounding a count that is shown would read 0: hide more, or round to a smaller number'
} as const;

export const floorSentence = `No rule may hide less than 1 to ${floorRule.hideTo} or round to less than the nearest ${floorRule.roundTo}, so that at least five whole numbers remain possible for each hidden count.`;

export type RuleSettingProblem = ChangedMeanwhile | { readonly kind: 'rounds-to-nothing' };

/** What is wrong with a rule, with the field it belongs to. */
export function explainRuleProblem(
  problem: RuleSettingProblem
): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'changed-meanwhile':
      return 'Somebody else saved this rule while you were writing. Compare the two and choose.';
    case 'rounds-to-nothing':
      return { field: 'roundTo', sentence: ruleFieldSentences.roundsToNothing };
  }
}
