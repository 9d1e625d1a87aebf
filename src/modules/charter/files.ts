import { csvText } from '#core/csv';
import { dateOf } from '#core/dates';
import type { ProgressScore } from './types.ts';

/** The scores of a project as a file, in the order in which they were given. */
export function scoresCsv(scores: readonly ProgressScore[]): string {
  return csvText([
    ['Score', 'For', 'Why', 'The records suggested', 'Given by', 'Given on'],
    ...scores.map(({ score, scoredOn, reason, suggested, scoredBy, scoredAt }) => [
      String(score),
      scoredOn,
      reason,
      suggested === null ? '' : String(suggested),
      scoredBy ?? '',
      dateOf(scoredAt)
    ])
  ]);
}
