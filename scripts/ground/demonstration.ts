import type { DemonstrationAccount } from '../../src/cli/demo.ts';

export type { DemonstrationAccount } from '../../src/cli/demo.ts';

/** The accounts as a table for a terminal, one line each. */
export function accountLines(accounts: readonly DemonstrationAccount[]): string[] {
  const width = (part: 'role' | 'partnership' | 'email') =>
    Math.max(...accounts.map((account) => account[part].length));
  return accounts.map(({ role, partnership, email, password }) =>
    [
      partnership.padEnd(width('partnership')),
      role.padEnd(width('role')),
      email.padEnd(width('email')),
      password
    ].join('   ')
  );
}
