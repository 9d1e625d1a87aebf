import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DatabaseAccess } from '../../src/platform/connection.ts';
import { project } from './build.ts';

/** How to sign in as somebody of the demonstration. */
export type DemonstrationAccount = {
  readonly role: string;
  readonly email: string;
  readonly password: string;
  readonly partnership: string;
};

/** What `src/cli/demo.ts` offers to whoever starts a demonstration. */
export type Demonstration = {
  /** Loads the demonstration unless it is there; answers whether it had to. */
  loadDemonstration(access: Pick<DatabaseAccess, 'app' | 'owner'>): Promise<{ loaded: boolean }>;
  demonstrationAccounts(): readonly DemonstrationAccount[];
};

export async function findDemonstration(): Promise<Demonstration | null> {
  const file = path.join(project, 'src', 'cli', 'demo.ts');
  if (!fs.existsSync(file)) return null;
  // The file's own types say the same; it is found by name only while it is being written.
  return (await import(pathToFileURL(file).href)) as Demonstration;
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
