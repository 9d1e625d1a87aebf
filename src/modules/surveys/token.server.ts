import { randomBytes } from 'node:crypto';

/** Letters and digits that are not mistaken for one another when somebody types a link from a poster. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const length = 24;

/** The part of a survey's link that nobody can guess: 120 random bits, five a letter. */
export function newSurveyToken(): string {
  return [...randomBytes(length)].map((byte) => letters[byte % letters.length]).join('');
}

/** Whether a text can be such a part of a link; anything else need not be looked up. */
export function isSurveyToken(text: string): boolean {
  return new RegExp(`^[${letters}]{${length}}$`).test(text);
}
