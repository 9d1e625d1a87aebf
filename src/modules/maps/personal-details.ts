import { scanText } from '#modules/disclosure';
import type { PersonalDetails } from './types.ts';

/** The texts of a service that people write freely. An address is a public place, so it is not looked at. */
const freeTexts = ['name', 'organisation', 'description'] as const;

/**
 * What seems to be a personal detail in the texts of a service; null when nothing was seen, or somebody said it is public.
 * An empty answer is no promise: names and stories are not looked for.
 */
export function personalDetailsIn(
  given: Readonly<Record<(typeof freeTexts)[number], string>>,
  isChecked: boolean
): PersonalDetails | null {
  if (isChecked) return null;
  const found = freeTexts.flatMap((field) => {
    const kinds = [...new Set(scanText(given[field]).map((find) => find.kind))];
    return kinds.length === 0 ? [] : [{ field, kinds }];
  });
  return found.length === 0 ? null : { kind: 'personal-details', found };
}
