import type { DemonstrationAccount } from '../../src/cli/demo.ts';
import type { DatabaseAccess } from '../../src/ground/connection.ts';
import type { Mode } from '../../src/ground/mode.ts';

/**
 * Puts into the database what this mode needs before it serves: content for everyone, and the demonstration where it is asked for.
 * Answers who can sign in to it. What does this is only read in when it is wanted.
 */
export async function fillDatabase(
  database: DatabaseAccess,
  mode: Mode
): Promise<readonly DemonstrationAccount[]> {
  if (mode === 'production') {
    const { fillForProduction } = await import('../../src/cli/load-content.ts');
    await fillForProduction(database.owner);
    return [];
  }
  const { demonstrationAccounts, loadDemonstration } = await import('../../src/cli/demo.ts');
  const { loaded } = await loadDemonstration(database);
  if (loaded) process.stdout.write('The demonstration has been loaded.\n');
  return demonstrationAccounts();
}

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
