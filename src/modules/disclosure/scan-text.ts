import type { Find } from './find.ts';
import { findEmails, findInternationalPhones, findPhones, findPostcodes } from './scan-contact.ts';
import { findDatesOfBirth } from './scan-date.ts';
import { findIdentityNumbers } from './scan-identity-number.ts';
import {
  findCandidateNumbers,
  findInsuranceNumbers,
  findPupilNumbers
} from './scan-school-number.ts';
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
  findPostcodes
];

/**
 * Personal details in a free text, in the order in which they stand: NHS and CHI numbers, numbers of pupils, candidates
 * and the insured, dates of birth, full postcodes, telephone numbers and e-mail addresses. For a warning before saving; an empty answer is no promise that
 * the text names nobody, for names, addresses in words and stories are not looked for.
 *
 * @example
 * scanText('Seen today, CHI 0104210006') // [{ kind: 'chi-number', start: 16, end: 26 }]
 */
export function scanText(text: string): Find[] {
  const kept: Find[] = [];
  for (const read of readings) {
    for (const find of read(text)) {
      if (kept.every((other) => find.end <= other.start || find.start >= other.end)) {
        kept.push(find);
      }
    }
  }
  return kept.sort((one, other) => one.start - other.start);
}
