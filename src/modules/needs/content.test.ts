import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lawName, readLaw } from './law.ts';

const jsonOf = (file: string): unknown => JSON.parse(readFileSync(`content/${file}`, 'utf8'));

describe('the pack of law', () => {
  const read = readLaw(jsonOf('governance/uk-gdpr/law.json'));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const law = read.value;

  // UK GDPR, Article 6(1)(a) to (f) and Article 9(2)(a) to (j).
  test('holds six bases and ten conditions, each with its letter', () => {
    expect(law.bases.map(({ letter }) => letter.at(-2))).toEqual([...'abcdef']);
    expect(law.conditions.map(({ letter }) => letter.at(-2))).toEqual([...'abcdefghij']);
  });

  // Data Protection Act 2018, sections 10 and 11 with Schedule 1, Parts 1 and 2.
  test('knows which conditions rest on Schedule 1 as well', () => {
    const needing = law.conditions.filter((one) => one.needsSchedule1);
    expect(needing.map(({ letter }) => letter)).toEqual([
      '9(2)(b)',
      '9(2)(g)',
      '9(2)(h)',
      '9(2)(i)',
      '9(2)(j)'
    ]);
  });

  test('names a basis, and says an unknown one plainly', () => {
    expect(lawName(law.bases, 'public-task')).toBe('Public task, Article 6(1)(e)');
    expect(lawName(law.bases, 'an-old-basis')).toBe('an-old-basis');
    expect(lawName(law.bases, null)).toBeNull();
  });

  test('is refused when a basis stands twice', () => {
    const [first] = law.bases;
    expect(readLaw({ ...law, bases: [first, first] })).toMatchObject({
      ok: false,
      error: [{ kind: 'repeated-id', path: 'bases.1' }]
    });
  });
});
