import { scanText } from '#modules/disclosure';
import type { PersonalDetails } from './types.ts';

/**
 * The personal details seen in free texts, by field; null when none was seen, or when somebody said they were checked.
 * Assumes nothing of other values: what is not text is passed over. An empty answer is no promise: names are not looked for.
 */
export function personalDetailsIn(
  texts: Readonly<Record<string, unknown>>,
  isChecked: boolean
): PersonalDetails | null {
  if (isChecked) return null;
  const found = Object.entries(texts).flatMap(([field, text]) => {
    if (typeof text !== 'string') return [];
    const kinds = [...new Set(scanText(text).map((find) => find.kind))];
    return kinds.length === 0 ? [] : [{ field, kinds }];
  });
  return found.length === 0 ? null : { kind: 'personal-details', found };
}
