import type { FindKind } from '#modules/disclosure';

const detailWords: Readonly<Record<FindKind, string>> = {
  'nhs-number': 'an NHS number',
  'chi-number': 'a CHI number',
  'date-of-birth': 'a date of birth',
  postcode: 'a full postcode',
  phone: 'a telephone number',
  email: 'an e-mail address'
};

/** "a telephone number and an e-mail address". */
export function detailsInWords(kinds: readonly FindKind[]): string {
  return kinds.map((kind) => detailWords[kind]).join(' and ');
}
