import { findPeople, type PeopleFind } from '#modules/disclosure';

/** Personal details were seen in free text, and nobody has said that they were checked. */
export type PersonalDetails = {
  readonly kind: 'personal-details';
  readonly found: readonly PeopleFind[];
};

/** The personal details seen in free texts, by field; null when none was seen, or when somebody said that they were checked. */
export function personalDetailsIn(
  texts: Readonly<Record<string, string>>,
  isChecked: boolean
): PersonalDetails | null {
  const found = isChecked ? [] : findPeople(texts);
  return found.length === 0 ? null : { kind: 'personal-details', found };
}
