import type { ChangedMeanwhile } from '#platform/command';
import type { WalkProblem } from './rules.ts';
import type { Sprawl } from './types.ts';

export const fieldSentences = {
  outcome: 'Choose an outcome from the list',
  factor: 'Choose a factor from the list',
  reason: 'Say why, in a sentence that others will understand later',
  answer: 'Choose an answer',
  tooLong: 'This is too long: shorten it to 4,000 characters',
  actionKind: 'Choose a kind of action'
} as const;

export type PriorityProblem =
  | ChangedMeanwhile
  | WalkProblem
  | { readonly kind: 'not-in-spine' }
  | { readonly kind: 'already-chosen' }
  | { readonly kind: 'path-not-finished' }
  | { readonly kind: 'kind-does-not-follow' }
  | { readonly kind: 'insight-of-another-factor' };

export function explainPriorityProblem(problem: PriorityProblem): string {
  switch (problem.kind) {
    case 'changed-meanwhile':
      return 'Somebody else saved this while you were writing. Compare the two versions and choose.';
    case 'not-in-spine':
      return 'Choose from the list: this is not one of the outcomes, ages and factors used here.';
    case 'already-chosen':
      return 'This was chosen already. Change its reason instead.';
    case 'unknown-question':
    case 'unknown-answer':
      return 'The questions have changed since you began. Begin them again.';
    case 'path-not-finished':
      return 'Answer the questions to their end first.';
    case 'kind-does-not-follow':
      return 'This kind of action does not follow from your answers. Choose one that does, or answer again.';
    case 'insight-of-another-factor':
      return 'What you quote is about another factor, or was archived meanwhile. Show the insights of this factor and tick again.';
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
