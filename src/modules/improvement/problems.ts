import type { ChangedMeanwhile } from '#platform/command';
import type { FigureTextProblem, ParseProblem } from './measures/parse-values.ts';
import type { TestId, TestStatus } from './types.ts';

/** Ways that a change to improvement records can be refused. */
export type ImprovementProblem =
  | ChangedMeanwhile
  | ParseProblem
  | { readonly kind: 'idea-of-another-project' }
  | { readonly kind: 'no-prediction' }
  | { readonly kind: 'result-without-prediction'; readonly position: number }
  | { readonly kind: 'result-missing'; readonly positions: readonly number[] }
  | { readonly kind: 'step-out-of-order'; readonly status: TestStatus }
  /** The identifier of the sender was used for something else; `testId` or `valueId` is what it made, when that was theirs. */
  | {
      readonly kind: 'sent-otherwise';
      readonly testId: TestId | null;
      readonly valueId: string | null;
    }
  | { readonly kind: 'project-missing' }
  | { readonly kind: 'done-ahead'; readonly doneOn: string }
  | { readonly kind: 'next-step-missing' }
  | { readonly kind: 'bad-figure'; readonly problems: readonly FigureTextProblem[] }
  | { readonly kind: 'date-ahead'; readonly date: string }
  | { readonly kind: 'date-taken'; readonly date: string; readonly valueId: string }
  | { readonly kind: 'dates-taken'; readonly dates: readonly string[] }
  | { readonly kind: 'left-out-without-reason' }
  | { readonly kind: 'chart-does-not-fit' }
  | { readonly kind: 'form-has-values' }
  | { readonly kind: 'baseline-too-short'; readonly values: number; readonly needed: number }
  | { readonly kind: 'baseline-and-phases' }
  | { readonly kind: 'phase-without-values' }
  | { readonly kind: 'phase-taken' }
  | { readonly kind: 'summary-missing' };
