import type { Find } from './find.ts';
import { findEmails, findInternationalPhones, findPhones, findPostcodes } from './scan-contact.ts';
import { findDatesOfBirth } from './scan-date.ts';
import { findIdentityNumbers } from './scan-identity-number.ts';
import {
  findCandidateNumbers,
  findInsuranceNumbers,
  findPupilNumbers
} from './scan-school-number.ts';
import { findOneChild } from './scan-child.ts';
import { plainFigures } from './plain-figures.ts';
import { machineMadeIn } from './scan-label.ts';
import { findSpeltPhones } from './scan-spoken.ts';
import { findDatesInTables } from './scan-table.ts';

/** In order of certainty: where two readings overlap, the earlier stands. */
const readings = [
  findEmails,
  findInternationalPhones,
  findPupilNumbers,
  findInsuranceNumbers,
  findIdentityNumbers,
  findDatesInTables,
  findDatesOfBirth,
  findCandidateNumbers,
  findPhones,
  findSpeltPhones,
  findPostcodes,
  findOneChild
];

/**
 * Personal details in a free text, in the order in which they stand: NHS and CHI numbers, numbers of pupils, candidates
 * and the insured, dates of birth, full postcodes, telephone numbers, e-mail addresses, and initials or an exact age that with a date or a setting
 * single out a child. For a warning before saving; an empty answer is no promise that the text names nobody, for names, addresses in
 * words and stories are not looked for.
 *
 * @example
 * scanText('Seen today, CHI 0104210001') // [{ kind: 'chi-number', start: 16, end: 26 }]
 */
export function scanText(written: string): Find[] {
  const text = plainFigures(written);
  const kept: Find[] = [];
  const machineMade = machineMadeIn(text);
  for (const read of readings) {
    for (const find of read(text)) {
      const within = machineMade.find((one) => one.start <= find.start && find.end <= one.end);
      if (within && !isSaidInside(text, within.start, find)) continue;
      if (kept.every((other) => find.end <= other.start || find.start >= other.end)) {
        kept.push(find);
      }
    }
  }
  return kept.sort((one, other) => one.start - other.start);
}

/** In an address or an identifier only an e-mail address counts, and what a word in it announces: "…?nhs=4586630167". */
function isSaidInside(text: string, from: number, find: Find): boolean {
  if (find.kind === 'email') return true;
  return /(?:nhs|chi|dob|birth|postcode|phone|mobile|upn|nino|scn)[^a-z/]{0,6}$/i.test(
    text.slice(from, find.start)
  );
}
