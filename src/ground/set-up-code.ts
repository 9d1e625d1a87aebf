import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { installationSecret } from './application-role.ts';
import { connect } from './connection.ts';

/** Letters and digits that nobody mistakes for one another when reading a code off a screen. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * The code that whoever sets up a new installation must know, or `null` when somebody has an account already.
 * It is printed where Cairn was started, so that only a person who could start it becomes its first administrator; it comes from the
 * installation's secret, so that several servers on one database print and accept the same.
 */
export async function findSetUpCode(owner: pg.PoolConfig): Promise<string | null> {
  const client = await connect(owner);
  try {
    const { rows } = await client.query<{ begun: boolean }>(
      'select exists (select from person) as begun'
    );
    if (rows[0]?.begun !== false) return null;
    return setUpCodeOf(await installationSecret(client));
  } finally {
    await client.end();
  }
}

/** Sixteen characters in four groups: 80 bits of the secret's digest. */
export function setUpCodeOf(secret: Buffer): string {
  const digest = createHmac('sha256', secret).update('set-up code').digest();
  const characters = [...digest.subarray(0, 16)].map((byte) => alphabet.charAt(byte % 32));
  return (characters.join('').match(/.{4}/g) ?? []).join('-');
}

/** What a new installation's keeper is told. */
export function setUpInvitation(address: string, code: string): string {
  return `Nobody has an account here yet. Open ${address}/set-up and enter this code: ${code}`;
}
