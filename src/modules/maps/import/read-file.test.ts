import { describe, expect, test } from 'vitest';
import { zipStored } from '#platform/zip.server';
import { workbookOf } from '../workbook.server.ts';
import { fewWords } from './builders.ts';
import { nothingRemembered } from './draft.ts';
import { readDraft } from './reading-work.server.ts';

const read = (bytes: Buffer) =>
  readDraft({
    from: { kind: 'file', bytes, remembered: nothingRemembered },
    said: { takesGuesses: true },
    spine: fewWords
  });
const labelsIn = async (bytes: Buffer) => {
  const draft = await read(bytes);
  if (!draft.ok) throw new Error(draft.error.kind);
  return draft.value.file?.services.map((row) => row.label);
};

describe('a file that cannot be read is refused for what it is', () => {
  test.each([
    ['an old workbook (.xls)', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-spreadsheet'],
    [
      'an archive of something else',
      zipStored([{ path: 'a.txt', bytes: Buffer.from('x') }]),
      'not-a-spreadsheet'
    ],
    ['half an archive', Buffer.from('PK\u0003\u0004 and then nothing more at all'), 'damaged-file'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'not-a-spreadsheet'],
    ['nothing', Buffer.alloc(0), 'empty-file'],
    ['a file of 11 MB', Buffer.alloc(11_000_000, 'a'), 'file-too-large'],
    ['an open quotation mark', Buffer.from('Label\nA\n"left open\nB\n'), 'unreadable-csv']
  ])('such as %s', async (_, bytes, kind) => {
    const draft = await read(bytes);
    expect(draft.ok ? 'ok' : draft.error.kind).toBe(kind);
  });
});

describe('a file is read', () => {
  const text = 'Label;Organisation\nCafé;Hub\n';
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, least first', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, most first', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(text, 'latin1')]
  ])('in %s', async (_, bytes) => {
    expect(await labelsIn(bytes)).toEqual(['Café']);
  });

  test('whatever its lines end with, each by itself', async () => {
    expect(await labelsIn(Buffer.from('Label,Type\r\nA,x\nB,x\rC,x\n'))).toEqual(['A', 'B', 'C']);
  });

  test('of 10,000 rows, and refused with one more', async () => {
    const rows = (count: number) =>
      workbookOf([
        {
          name: 'Services',
          table: [['Label'], ...Array.from({ length: count }, (_, row) => [`S${row}`])]
        }
      ]);
    expect(await labelsIn(await rows(10_000))).toHaveLength(10_000);
    expect(await read(await rows(10_001))).toEqual({
      ok: false,
      error: { kind: 'too-many-rows', most: 10_000 }
    });
  });
});
