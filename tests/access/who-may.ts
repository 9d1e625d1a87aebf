import fs from 'node:fs';
import path from 'node:path';

/**
 * Who may run each command and query, as somebody wrote it down and somebody else read it: `who-may.txt`.
 * No script writes that file. A test says which lines should be different, and a person changes them or mends the command.
 */
export const whoMayFile = 'tests/access/who-may.txt';

/** One line: the name, then the roles that may, from the least to the most. */
export function whoMayLine(name: string, roles: readonly string[]): string {
  return `${name}: ${roles.join(' ')}`;
}

/** The reviewed lines in their order. Lines that begin with `#` are for the reader. */
export function whoMayLines(): readonly string[] {
  return fs
    .readFileSync(path.resolve(import.meta.dirname, 'who-may.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}
