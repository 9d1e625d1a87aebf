import { sayNumber } from './amounts.ts';
import type { LimitProblem, LineProblem, RiskProblem } from './rules.ts';

const largest = 999_999_999;

/** The largest amount that is taken, in pounds or hours. */
export const largestAmount = largest;

/** What is said beside fields that are empty or wrong. */
export const fieldSentences = {
  risk: 'Enter what might happen',
  riskKind: 'Choose what kind of risk it is',
  likelihood: 'Choose how likely it is',
  impact: 'Choose how bad it would be',
  needed: 'Enter what is needed',
  resourceKind: 'Choose what kind of resource it is',
  year: 'Enter the year in which the financial year begins, such as 2026',
  amount: `Enter a whole number between 0 and ${sayNumber(largest)}, without pence`,
  partner: 'Enter the partner',
  unit: 'Choose pounds or hours'
} as const;

/** What commands about risks and resources refuse besides what every kind refuses. */
export type OwnProblem = RiskProblem | LineProblem | LimitProblem;

/** The sentence for a problem, and the field it stands beside. */
export function explainOwn(problem: OwnProblem): { field: string; sentence: string } {
  switch (problem.kind) {
    case 'outcome-missing':
      return { field: 'outcome', sentence: 'Say what happened, or why it is no longer a risk' };
    case 'not-counted':
      return {
        field: problem.field,
        sentence: 'A commitment in words is not counted. Leave this empty, or choose another kind'
      };
    case 'hours-only':
      return { field: 'hoursCost', sentence: 'Only people’s time has a cost of its hours' };
    case 'partner-missing':
      return { field: 'partner', sentence: 'Enter which partner gives it' };
    case 'nothing-committed':
      return {
        field: 'confirmedOn',
        sentence: 'Nothing is committed yet: enter how much, or leave this day empty'
      };
    case 'day-ahead':
      return {
        field: problem.field,
        sentence: 'This day has not come yet. Enter today or an earlier day.'
      };
    case 'two-homes':
      return {
        field: 'aimId',
        sentence: 'The action belongs to another aim. Choose that one, or leave the aim empty'
      };
    case 'stated-already':
      return {
        field: 'partner',
        sentence: 'What this partner has in that year is stated already. Change that.'
      };
  }
}
