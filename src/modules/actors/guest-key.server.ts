import { createHash, randomBytes } from 'node:crypto';

/** Letters and digits that are not mistaken for one another when somebody reads a code out. */
const letters = '23456789abcdefghjkmnpqrstvwxyz';
const codeLength = 8;

/** A code to read out in a room: 8 of 30 letters and digits, some 39 bits, behind a throttle. */
export function newCode(): string {
  let code = '';
  while (code.length < codeLength) {
    const [byte = 255] = randomBytes(1);
    // What would make the first letters likelier is thrown away.
    if (byte < 8 * letters.length) code += letters[byte % letters.length] ?? '';
  }
  return code;
}

/** A code as it was typed: without spaces and capitals. Null where it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.toLowerCase().replaceAll(/[\s-]/g, '');
  return new RegExp(`^[${letters}]{${codeLength}}$`).test(code) ? code : null;
}

/** What a guest’s browser keeps: 256 random bits. The database keeps its hash alone. */
export function newGuestKey(): string {
  return randomBytes(32).toString('hex');
}

/** The hash of a key; null where a text is none. */
export function hashOfKey(key: string): Buffer | null {
  return /^[0-9a-f]{64}$/.test(key) ? createHash('sha256').update(key, 'hex').digest() : null;
}
