import * as argon2 from '../../node_modules/@node-rs/argon2/index.js';

/**
 * What the database tests find in the place of `@node-rs/argon2`: the same, at the least cost it allows. vitest.config.ts puts it
 * there, so that nothing an installation can set leads here. A hash carries its cost, so that both check each other's.
 */

const least: argon2.Options = { memoryCost: 8, timeCost: 1, parallelism: 1 };

export function hash(password: string): Promise<string> {
  return argon2.hash(password, least);
}

export const verify = argon2.verify;
