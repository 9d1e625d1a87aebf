import { isRecordProblem, explainRecordProblem, type RecordProblem } from '#modules/records';
import type { Advice } from './rules.ts';

/** What is said beside fields that are empty or wrong. */
export const fieldSentences = {
  standing: 'Choose how far the stage has come',
  byStage: 'Choose the stage that brought it up',
  reason: 'Enter the reason',
  reopenedOn: 'Enter the day',
  question: 'Choose the question',
  note: 'Enter what you thought',
  notedOn: 'Enter the day',
  action: 'Choose the action',
  stage: 'Choose a stage'
} as const;

export type OwnProblem =
  | { readonly kind: 'no-such-stage' }
  | { readonly kind: 'no-such-question' }
  | { readonly kind: 'no-such-action' }
  | { readonly kind: 'opened-by-itself' }
  | { readonly kind: 'ends-before-it-starts' }
  | { readonly kind: 'ticked-by-records' }
  | { readonly kind: 'day-to-come'; readonly field: 'reopenedOn' | 'notedOn' };

/** The sentence for a problem, and the field it stands beside. */
export function explainOwn(
  problem: OwnProblem | RecordProblem
): string | { field: string; sentence: string } {
  if (isRecordProblem(problem)) return explainRecordProblem(problem);
  switch (problem.kind) {
    case 'no-such-stage':
      return { field: 'byStage', sentence: fieldSentences.byStage };
    case 'no-such-question':
      return { field: 'question', sentence: fieldSentences.question };
    case 'no-such-action':
      return 'The stage has no such action any more. Load the page again.';
    case 'opened-by-itself':
      return { field: 'byStage', sentence: 'Choose another stage: none opens itself again' };
    case 'ends-before-it-starts':
      return { field: 'endsOn', sentence: 'The end is before the beginning' };
    case 'ticked-by-records':
      return 'Records tick this action, so nobody has to.';
    case 'day-to-come':
      return { field: problem.field, sentence: 'This day has not come yet' };
  }
}

/** What low answers ask for, in a sentence: "2 low in stage 1: more work advised before stage 3." */
export function adviceSentence({ low, order, before }: Advice): string {
  const until = before === null ? 'before you begin the stages again' : `before stage ${before}`;
  return `${low} low in stage ${order}: more work advised ${until}.`;
}
