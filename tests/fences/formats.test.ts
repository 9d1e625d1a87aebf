import fs from 'node:fs';
import { describe, expect, test } from 'vitest';

const text = fs.readFileSync('docs/formats.md', 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  .filter((cells) => cells.length === 8)
  .slice(1);

describe('the map of formats', () => {
  test('names for each format its version, direction, losses and a test', () => {
    expect(rows.length).toBeGreaterThan(0);
    const unfilled = rows.filter((cells) => cells.slice(1, 7).some((cell) => cell === ''));
    expect(unfilled).toEqual([]);
  });

  test.each(rows.map((cells) => [cells[1] ?? '', cells[2] ?? '', cells[6] ?? '']))(
    '%s %s has tests that exist',
    (_format, _version, cell) => {
      const named = [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
      expect(named.length).toBeGreaterThan(0);
      const missing = named.filter((name) => !/\.test\.ts$/.test(name) || !fs.existsSync(name));
      expect(missing).toEqual([]);
    }
  );
});
