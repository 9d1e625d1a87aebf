import { describe, expect, test } from 'vitest';
import { readSheets, sheet } from './builders.ts';
import type { Sheet } from './cells.ts';
import { fileProblemSentence } from './sentences.ts';

function labelsOf(...sheets: readonly Sheet[]) {
  const file = readSheets(...sheets);
  if (!file.ok) throw new Error(file.error.kind);
  return file.value.services.map((row) => row.label);
}

describe('a workbook', () => {
  test('has services in any sheet whose headings name a Label, whatever the sheet is called', () => {
    const groups = sheet(
      [
        ['Label', 'Type'],
        ['Rhyme Time', 'Group']
      ],
      'Groups'
    );
    const centres = sheet(
      [
        ['ID', 'Label'],
        ['c1', 'Mill Lane']
      ],
      'Sheet 2'
    );
    expect(labelsOf(groups, centres)).toEqual(['Rhyme Time', 'Mill Lane']);
  });

  test('may say in the name of a sheet that it is to be ignored', () => {
    const ignored = sheet([['Label'], ['Old group']], 'Last year (ignore)');
    const file = readSheets(ignored, sheet([['Label'], ['Rhyme Time']]));
    expect(file.ok && file.value.services.map((row) => row.label)).toEqual(['Rhyme Time']);
    expect(file.ok && file.value.notes).toContainEqual({
      kind: 'sheet-ignored',
      sheet: 'Last year (ignore)'
    });
  });

  test('begins a new section, with headings of its own, after two blank rows', () => {
    const both = sheet([
      ['Label', 'Organisation'],
      ['Health visiting', 'Vale Trust'],
      ['', ''],
      ['Family hub', 'Council'],
      ['', ''],
      ['', ''],
      ['From', 'To'],
      ['Health visiting', 'Family hub']
    ]);
    const file = readSheets(both);
    if (!file.ok) throw new Error(file.error.kind);
    expect(file.value.services.map((row) => row.label)).toEqual(['Health visiting', 'Family hub']);
    expect(file.value.connections).toMatchObject([
      { where: { sheet: 'Services', row: 8 }, from: 'Health visiting', to: ['Family hub'] }
    ]);
  });

  test('may hold a page of words beside its services, which is left out and named', () => {
    const words = sheet([['How to use this workbook'], ['Fill in the next sheet']], 'Read me');
    const file = readSheets(words, sheet([['Label'], ['Rhyme Time']]));
    expect(file.ok && file.value.notes).toContainEqual({
      kind: 'section-left-out',
      where: { sheet: 'Read me', row: 1 },
      found: ['How to use this workbook']
    });
  });
});

describe('headings', () => {
  test('may be in any case, in British or American English, Tag or Tags', () => {
    const file = readSheets(
      sheet([
        ['LABEL', 'tag', 'Organization'],
        ['Rhyme Time', 'Story and song|Drop-in', 'Libraries']
      ])
    );
    expect(file.ok && file.value.services[0]?.given).toEqual({
      tags: ['Story and song', 'Drop-in'],
      organisation: 'Libraries'
    });
  });

  test('that name neither a Label nor From and To are refused, and the sentence says which are expected', () => {
    const file = readSheets(
      sheet([
        ['Name', 'Who'],
        ['Rhyme Time', 'Libraries']
      ])
    );
    expect(file).toMatchObject({ ok: false, error: { kind: 'wrong-headings' } });
    const sentence = file.ok ? '' : fileProblemSentence(file.error);
    expect(sentence).toContain('column Label');
    expect(sentence).toContain('From and To');
    expect(sentence).toContain('“Name” and “Who”');
  });

  test('may not name the same column twice', () => {
    const file = readSheets(
      sheet([
        ['Label', 'Description', 'description'],
        ['A', 'b', 'c']
      ])
    );
    expect(file).toEqual({
      ok: false,
      error: { kind: 'heading-twice', sheet: 'Services', heading: 'description' }
    });
  });

  test('of columns there is no place for are named, and so is an e-mail column', () => {
    const file = readSheets(
      sheet([
        ['Label', 'Email', 'Mood'],
        ['Rhyme Time', 'a@b.example', 'x']
      ])
    );
    expect(file.ok && file.value.notes).toEqual([
      { kind: 'email-not-kept', sheet: 'Services' },
      { kind: 'columns-left-out', sheet: 'Services', columns: ['Mood'] }
    ]);
  });
});

test('a file with nothing in it is refused', () => {
  expect(readSheets(sheet([]))).toEqual({ ok: false, error: { kind: 'empty-file' } });
});

describe('10,000 rows', () => {
  const rows = (count: number) =>
    sheet([['Label'], ...Array.from({ length: count }, (_, index) => [`Service ${index}`])]);

  test('are read, over all sheets together', () => {
    expect(readSheets(rows(10_000)).ok).toBe(true);
    expect(readSheets(rows(5_000), rows(5_000)).ok).toBe(true);
  });

  test('and one more are refused', () => {
    const tooMany = { ok: false, error: { kind: 'too-many-rows', most: 10_000 } };
    expect(readSheets(rows(10_001))).toEqual(tooMany);
    expect(readSheets(rows(5_000), rows(5_001))).toEqual(tooMany);
  });
});
