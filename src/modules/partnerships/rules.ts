import { err, ok, type Result } from '#core/result';
import type { Pace } from '#platform/throttle';
import type { PasswordProblem } from './types.ts';

/** Characters. Longer than most rules ask, and nothing else is asked: no digits, no signs. */
export const fewestPasswordCharacters = 12;

/** Pieces that people reach for first. A password that is little more than one of them is refused. */
const commonPieces = [
  'password',
  'passw0rd',
  'qwerty',
  'letmein',
  'welcome',
  'iloveyou',
  'abc123',
  'admin',
  'changeme',
  'secret',
  'football',
  'sunshine',
  'princess',
  'monkey',
  'dragon',
  'england',
  'scotland',
  'council',
  'nursery'
];

/**
 * Whether a password is good enough to be chosen.
 *
 * Refuses: fewer than 12 characters; little beyond a common word, a run of digits or one repeated character;
 * the person's own name or e-mail.
 * Source: the advice of the National Cyber Security Centre: length and a deny list, no forced mixture.
 */
export function checkPassword(
  password: string,
  person: { name: string; email: string }
): Result<string, PasswordProblem> {
  if ([...password].length < fewestPasswordCharacters) {
    return err({ kind: 'password-too-short', fewest: fewestPasswordCharacters });
  }
  const plain = password.toLowerCase();
  const own = [person.email.split('@')[0] ?? '', ...person.name.split(/\s+/)]
    .map((piece) => piece.toLowerCase())
    .filter((piece) => piece.length >= 4);
  if (own.some((piece) => remainder(plain, piece).length < 6 && plain.includes(piece))) {
    return err({ kind: 'password-names-you' });
  }
  const uncommon = commonPieces.reduce(remainder, plain).replace(/[^a-z]/g, '');
  const different = new Set(plain).size;
  if (different < 5 || (uncommon.length < 5 && /[a-z]/.test(plain)) || /^\d+$/.test(plain)) {
    return err({ kind: 'password-too-common' });
  }
  return ok(password);
}

function remainder(text: string, piece: string): string {
  return text.split(piece).join('');
}

/** How many failed attempts to sign in are let through: with one e-mail address, and from one address of the network. */
export const signInPace = {
  perEmail: { most: 8, seconds: 900 },
  perAddress: { most: 40, seconds: 900 }
} as const satisfies Record<string, Pace>;

/** How long a session lasts: since it was last used, and since it began. */
export const sessionLength = { idleDays: 14, absoluteDays: 60 } as const;

const day = 24 * 60 * 60 * 1000;

/** Whether a session may still be used. */
export function isSessionAlive(session: { lastUsedAt: Date; expiresAt: Date }, now: Date): boolean {
  const idleFrom = session.lastUsedAt.getTime() + sessionLength.idleDays * day;
  return now.getTime() < idleFrom && now.getTime() < session.expiresAt.getTime();
}

/** How long an invitation link works. */
export const invitationDays = 14;

export function daysAfter(now: Date, days: number): Date {
  return new Date(now.getTime() + days * day);
}

/** Letters of Latin alphabets that are no letter with a mark, as their speakers write them without. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ æ: 'ae', œ: 'oe', ø: 'o', ß: 'ss', þ: 'th', ð: 'd', đ: 'd' },
  ...{ ł: 'l', ħ: 'h', ı: 'i', ŋ: 'ng', ŧ: 't' }
};

/**
 * The part of an address that names a partnership: lower-case words joined by hyphens. Empty where the name has other letters than
 * Latin ones: half of a name would name something else.
 * @example slugOf('Perth & Kinross') // 'perth-and-kinross'
 */
export function slugOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[æœøßþðđłħıŋŧ]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '');
  if (/\p{Letter}/u.test(plain.replace(/[a-z]/g, ''))) return '';
  return plain
    .replace(/(?<=[a-z])['’](?=s\b)/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
