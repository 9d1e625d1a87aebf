import { err, ok, type Result } from '#core/result';
import type { StrategyProblem } from './types.ts';

/**
 * Whether an approval can be recorded: by whom and when belong together, and nobody approves tomorrow.
 * Answers null where neither is given: the version is a draft.
 * Units: `today` and `approvedOn` are calendar dates, `2026-11-21`.
 */
export function readApproval(
  given: { readonly approvedBy: string; readonly approvedOn: string | null },
  today: string
): Result<{ approvedBy: string; approvedOn: string } | null, StrategyProblem> {
  const { approvedBy, approvedOn } = given;
  if (approvedBy === '' && approvedOn === null) return ok(null);
  if (approvedBy === '') return err({ kind: 'approval-incomplete', lacks: 'approvedBy' });
  if (approvedOn === null) return err({ kind: 'approval-incomplete', lacks: 'approvedOn' });
  if (approvedOn > today) return err({ kind: 'approved-ahead' });
  return ok({ approvedBy, approvedOn });
}
