import { expect, test } from 'vitest';
import { hashPassword, isRightPassword } from './passwords.server.ts';

test('a password is kept as argon2id at the cost OWASP names, and only the right one fits it', async () => {
  const stored = await hashPassword('three stones on a hill');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isRightPassword(stored, 'three stones on a hill')).toBe(true);
  expect(await isRightPassword(stored, 'three stones on a hall')).toBe(false);
  expect(await isRightPassword(null, 'three stones on a hill')).toBe(false);
});
