import { explainRecordProblem, type RecordProblem } from '#modules/records';
import type { WalkProblem } from './rules.ts';
import type { Sprawl } from './types.ts';

export const fieldSentences = {
  outcome: 'Choose an outcome from the list',
  factor: 'Choose a factor from the list',
  reason: 'Say why, in a sentence that others will understand later',
  answer: 'Choose an answer',
  chosen: 'This was chosen already. Change its reason instead.',
  actionKind: 'Choose a kind of action',
  begun: 'The questions have changed since you began. Begin them again.'
} as const;

export type PriorityProblem =
  | RecordProblem
  | WalkProblem
  | { readonly kind: 'path-not-finished' }
  | { readonly kind: 'kind-does-not-follow' }
  | { readonly kind: 'insight-of-another-factor' };

export const decisionLabels = { reason: 'What follows for us' } as const;

/** The label of a field of a decision; `path.1.reason` is the reason of the second answer. */
export function decisionFieldName(field: string): string {
  const step = /^path\.(\d+)\.reason$/.exec(field)?.[1];
  if (step !== undefined) return `Why, answer ${Number(step) + 1}`;
  return field === 'reason' ? decisionLabels.reason : field;
}

export function explainPriorityProblem(
  problem: PriorityProblem
): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'unknown-question':
    case 'unknown-answer':
      return fieldSentences.begun;
    case 'path-not-finished':
      return 'Answer the questions to their end first.';
    case 'kind-does-not-follow':
      return 'This kind of action does not follow from your answers. Choose one that does, or answer again.';
    case 'insight-of-another-factor':
      return {
        field: 'factor',
        sentence:
          'What you quote is about another factor, or was archived meanwhile. Show the insights of this factor and tick again.'
      };
    default:
      return explainRecordProblem(problem);
  }
}

/** Says, kindly, when a choice sprawls or has not begun; null when it fits. */
export function sprawlSentence(
  sprawl: Sprawl,
  count: { outcomes: number; factors: number }
): string | null {
  const parts: string[] = [];
  if (sprawl.outcomes === 'many') {
    parts.push(`${count.outcomes} outcomes are chosen; one or two are easier to hold together`);
  }
  if (sprawl.factors === 'many') {
    parts.push(
      `${count.factors} factors are chosen; with more than five, attention and money thin out`
    );
  }
  if (sprawl.factors === 'few') {
    parts.push(
      `${count.factors === 1 ? 'One factor is' : `${count.factors} factors are`} chosen; three to five usually carry an outcome`
    );
  }
  return parts.length === 0 ? null : `${parts.join('. ')}.`;
}
