import { scanText } from '#modules/disclosure';
import { err, ok, type Result } from '#core/result';
import type { PersonalDetails, StrategyProblem } from './types.ts';

/**
 * The personal details seen in free texts, by field; null when none was seen, or when somebody said they were checked.
 * An empty answer is no promise: names and stories are not looked for.
 */
export function personalDetailsIn(
  texts: Readonly<Record<string, string>>,
  isChecked: boolean
): PersonalDetails | null {
  if (isChecked) return null;
  const found = Object.entries(texts).flatMap(([field, text]) => {
    const kinds = [...new Set(scanText(text).map((find) => find.kind))];
    return kinds.length === 0 ? [] : [{ field, kinds }];
  });
  return found.length === 0 ? null : { kind: 'personal-details', found };
}

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
