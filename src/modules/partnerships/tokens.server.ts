import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits, written so that it fits in a cookie or an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret. Whoever reads the database cannot sign in with it. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
