import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someDocument } from './builders.ts';
import { compareStrategies, diffWords, type TextPart } from './compare.ts';

const kept = (parts: readonly TextPart[], without: TextPart['kind']) =>
  parts
    .filter((part) => part.kind !== without)
    .map((part) => part.text)
    .join('');

describe('what changed between two texts', () => {
  test('is said in words', () => {
    expect(diffWords('We test small.', 'We always test small.')).toEqual([
      { kind: 'same', text: 'We ' },
      { kind: 'added', text: 'always ' },
      { kind: 'same', text: 'test small.' }
    ]);
  });

  test('puts what was removed before what came in its place', () => {
    expect(diffWords('by 2028 every child', 'by 2029 each child')).toEqual([
      { kind: 'same', text: 'by ' },
      { kind: 'removed', text: '2028 every ' },
      { kind: 'added', text: '2029 each ' },
      { kind: 'same', text: 'child' }
    ]);
  });

  test('is nothing, all or the whole of it where there is nothing to share', () => {
    expect(diffWords('', '')).toEqual([]);
    expect(diffWords('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
    expect(diffWords('', 'new')).toEqual([{ kind: 'added', text: 'new' }]);
    expect(diffWords('old', '')).toEqual([{ kind: 'removed', text: 'old' }]);
  });

  test('always gives both texts back whole', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c ', ' ', '\n', '\n\n', 'long word'))
      .map((list) => list.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after);
        expect(kept(parts, 'added')).toBe(before);
        expect(kept(parts, 'removed')).toBe(after);
      })
    );
  });

  test('takes no longer for very long texts, and still gives both back', () => {
    const before = Array.from(
      { length: 400 },
      (_, line) => `line ${line} of many words here\n`
    ).join('');
    const after = before.replace('line 200 of many', 'line 200 of a few') + 'one more';
    const parts = diffWords(before.repeat(4), after.repeat(4));
    expect(kept(parts, 'added')).toBe(before.repeat(4));
    expect(kept(parts, 'removed')).toBe(after.repeat(4));
  });
});

describe('what changed between two versions', () => {
  test('is told for each section: its text, and lines of the records', () => {
    const changes = compareStrategies(
      someDocument('We hope.', ['Aim one', 'Aim two']),
      someDocument('We hope so.', ['Aim two', 'Aim three'])
    );
    expect(changes).toMatchObject([
      {
        id: 'vision',
        change: 'changed',
        lines: [
          { list: 'Aims', change: 'removed', parts: [{ text: 'Aim one' }] },
          { list: 'Aims', change: 'added', parts: [{ text: 'Aim three' }] }
        ]
      }
    ]);
  });

  test('is told in words where a line says something else of the same record', () => {
    const withNote = (note: string) => {
      const [section] = someDocument('Same').sections;
      const lines = [{ text: 'Choose a programme', note, ownFigure: '' }];
      const lists = [{ kind: 'actions' as const, title: 'Actions', says: '', lines }];
      return { ...someDocument('Same'), sections: section ? [{ ...section, lists }] : [] };
    };
    const [change] = compareStrategies(withNote('not started'), withNote('under way'));
    expect(change?.lines).toEqual([
      {
        list: 'Actions',
        change: 'changed',
        parts: [
          { kind: 'same', text: 'Choose a programme – ' },
          { kind: 'removed', text: 'not started' },
          { kind: 'added', text: 'under way' }
        ]
      }
    ]);
  });

  test('is nothing for a section that stayed the same', () => {
    const [change] = compareStrategies(
      someDocument('Same', ['Line']),
      someDocument('Same', ['Line'])
    );
    expect(change?.change).toBe('same');
  });

  test('shows sections that came and went', () => {
    const empty = { ...someDocument(''), sections: [] };
    expect(compareStrategies(empty, someDocument('New'))[0]?.change).toBe('added');
    expect(compareStrategies(someDocument('Old'), empty)[0]?.change).toBe('removed');
  });
});
