import fs from 'node:fs';
import { expect, test } from 'vitest';

test('the glossary holds each word once', () => {
  const rows = [...fs.readFileSync('docs/glossary.md', 'utf8').matchAll(/^\| (\*\*.*?) \|/gm)];
  const words = rows.flatMap(([, head]) =>
    [...(head ?? '').matchAll(/\*\*(.+?)\*\*( \(.+?\))?/g)].map((match) => match[0])
  );
  expect(words.length).toBeGreaterThan(80);
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
});
