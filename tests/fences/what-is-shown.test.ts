import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The table of docs/testing.md that names, for each statement that was once false, the test that shows it. */
const rows = readFileSync('docs/testing.md', 'utf8')
  .split('## Which test shows that it says nothing false')[1]
  ?.matchAll(/^\| (?<what>[^|]+) \| `(?<file>[^`]+\.test\.ts)` \| (?<words>[^|]+) \|$/gm);

describe('what is said to be shown', () => {
  const shown = [...(rows ?? [])].map(({ groups = {} }) => groups);

  test('is a table of many lines', () => {
    expect(shown.length).toBeGreaterThan(45);
  });

  test.each(shown)('$what', ({ file = '', words = '' }) => {
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain(words.trim());
  });
});
