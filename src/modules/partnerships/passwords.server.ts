import { hash, verify } from '@node-rs/argon2';

/** argon2id with the memory (19 MiB), passes and lanes that OWASP names as a floor. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

let nobodysHash: Promise<string> | undefined;

/**
 * Whether the password fits. Takes as long for someone who has no account as for someone who has,
 * so that time does not tell which e-mail addresses are known.
 */
export async function isRightPassword(stored: string | null, password: string): Promise<boolean> {
  if (stored === null) {
    nobodysHash ??= hashPassword('nobody has this password');
    await verify(await nobodysHash, password);
    return false;
  }
  return verify(stored, password);
}
