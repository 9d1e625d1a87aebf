import { blanks, dashes, type Find, matchesOf } from './find.ts';
import { isOfRegister } from './scan-label.ts';

/** Numbers of pupils, candidates and the insured. */

/** Letters of a pupil number: I, O and S are left out, for they look like figures. */
const pupilLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

const pupilNumber = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<digits>[A-HJ-NP-RT-Z](?:[${blanks}${dashes}]{0,1}\\d){11}[${blanks}${dashes}]?[\\dA-HJ-NP-RT-Z])(?![\\p{L}\\p{N}]|\\.\\d)`,
  'giu'
);

/**
 * Whether the letter in front is the check letter of a unique pupil number: the twelve characters after it, by 2 to 13, added up;
 * what remains after division by 23 is the place of the letter. The last character of a temporary number is a letter too,
 * and counts by its place.
 *
 * Assumes: thirteen characters in capitals, nothing between them.
 * Source: Department for Education, Unique pupil numbers: a guide for schools and local authorities.
 *
 * @example
 * hasPupilCheckLetter('H801200001001') // true: 53 leaves 7, and the letter at place 7, counted from 0, is H
 */
export function hasPupilCheckLetter(number: string): boolean {
  const characters = Array.from(number.slice(1), (one) =>
    /\d/.test(one) ? Number(one) : pupilLetters.indexOf(one)
  );
  const sum = characters.reduce((total, one, place) => total + one * (place + 2), 0);
  return pupilLetters[sum % pupilLetters.length] === number[0];
}

/** Unique pupil numbers of England and Wales, permanent and temporary, with the right check letter. */
export function findPupilNumbers(text: string): Find[] {
  return matchesOf(text, pupilNumber).flatMap(({ start, end, groups }) => {
    const plain = (groups['digits'] ?? '').replace(/[^\p{L}\d]/gu, '').toUpperCase();
    return hasPupilCheckLetter(plain) ? [{ kind: 'upn' as const, start, end }] : [];
  });
}

const candidateNumber = new RegExp(
  `(?<![\\p{L}\\d£$€+]|[£$€+][${blanks}]?|\\d\\.)(?<label>SCN)?(?<digits>\\d(?:[${blanks}${dashes}]{0,1}\\d){8})(?![\\p{L}\\d%]|\\.\\d|,\\d{3}(?!\\d))`,
  'giu'
);
const candidateAnnounced =
  /(?:^|[^\p{L}])(?:SCN|Scottish\s+candidate|candidate\s+(?:no|number))(?!\p{L})[^\d\n]{0,24}$/iu;

/**
 * Whether the ninth digit is the check digit of the first eight: weights 3, 2, 7, 6, 5, 4, 3, 2, and eleven less what remains of
 * their sum after division by eleven; 11 counts as 0, and 10 is never given out.
 *
 * Assumes: nine digits, nothing between them.
 * Source: Higher Education Statistics Agency, field SCN.
 *
 * @example
 * hasCandidateCheckDigit('051234561') // true: the sum is 87, 87 leaves 10, and 11 less 10 is 1
 */
export function hasCandidateCheckDigit(nineDigits: string): boolean {
  const weights = [3, 2, 7, 6, 5, 4, 3, 2];
  const digits = Array.from(nineDigits, Number);
  const sum = weights.reduce((total, weight, place) => total + weight * (digits[place] ?? 0), 0);
  return (11 - (sum % 11)) % 11 === digits[8];
}

/** The first two digits of a Scottish candidate number are the year in which it was given; pupils of today have one of this century. */
const lastYearOfIssue = 39;

/**
 * Scottish candidate numbers with the right check digit. Without words that announce it, nine digits count only when nothing stands
 * between them, when they begin with a year of this century, and when they are not a round number.
 */
export function findCandidateNumbers(text: string): Find[] {
  return matchesOf(text, candidateNumber).flatMap(({ start, end, groups }) => {
    const { digits: written = '', label = '' } = groups;
    const digits = written.replace(/\D/g, '');
    if (!hasCandidateCheckDigit(digits) || new Set(digits).size === 1) return [];
    const isAnnounced =
      label !== '' || candidateAnnounced.test(text.slice(Math.max(0, start - 44), start));
    const isBare =
      digits === written && Number(digits.slice(0, 2)) <= lastYearOfIssue && !/000$/.test(digits);
    if (!isAnnounced && (!isBare || isOfRegister(text, start))) return [];
    return [{ kind: 'scn' as const, start: start + label.length, end }];
  });
}

const insurance = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<prefix>[A-Z]{2})(?<gap>[${blanks}${dashes}./]?)\\d(?:[${blanks}${dashes}./]?\\d){5}(?:(?<part>[${blanks}${dashes}./]?)(?<suffix>[A-D]))?(?![\\p{L}\\p{N}]|\\.\\d|(?<!\\p{L}),\\d)`,
  'giu'
);
const insuranceAnnounced =
  /(?:^|[^\p{L}])(?:NI|NINO|N\.?I\.?\s*(?:no|number)|national\s+insurance)(?!\p{L})[^\d\n]{0,24}$/iu;
/** Letters that never begin a number, and pairs that are never given out. */
const insurancePrefix = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]$/i;

/**
 * National Insurance numbers. They have no check digit: two letters that are given out, six digits and a letter from A to D make
 * one; after words that announce it any two letters do, and the last letter may be missing.
 * Source: HM Revenue and Customs, National Insurance Manual NIM39110.
 */
export function findInsuranceNumbers(text: string): Find[] {
  return matchesOf(text, insurance).flatMap(({ start, end, groups }) => {
    const { prefix = '', gap = '', part = '', suffix } = groups;
    const isAnnounced = insuranceAnnounced.test(text.slice(Math.max(0, start - 44), start));
    // "at 12 30 45 a day later" and "NS 25 73 12 a school" are no numbers: what is spaced stands in capitals.
    const isClosedOrCapital =
      (gap === '' && part === '') || (/^[A-Z]{2}$/.test(prefix) && /^[A-D]$/.test(suffix ?? ''));
    const isWhole = insurancePrefix.test(prefix) && suffix !== undefined && isClosedOrCapital;
    if (!isAnnounced && isOfRegister(text, start)) return [];
    return isAnnounced || isWhole ? [{ kind: 'nino' as const, start, end }] : [];
  });
}
