import { describe, expect, test } from 'vitest';
import { csvText } from '#core/csv';
import { decodeText, readCsvSheet } from './csv-sheet.ts';

const bytes = (...codes: number[]) => Uint8Array.from(codes);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the letters of a file', () => {
  test('are UTF-8, with or without its mark', () => {
    expect(decodeText(utf8('Café – “hub”'))).toEqual({ ok: true, value: 'Café – “hub”' });
    const marked = decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('Café')]));
    expect(marked.ok && readCsvSheet(marked.value)).toMatchObject({
      value: { rows: [['Café']] }
    });
  });

  test('are Windows-1252 where they cannot be UTF-8', () => {
    // "Café – “hub”" as Excel for Windows saves it: é is E9, – is 96, “ is 93, ” is 94.
    const saved = bytes(0x43, 0x61, 0x66, 0xe9, 0x20, 0x96, 0x20, 0x93, 0x68, 0x75, 0x62, 0x94);
    expect(decodeText(saved)).toEqual({ ok: true, value: 'Café – “hub”' });
  });

  test('are UTF-16 where the file begins with its mark', () => {
    const saved = Buffer.concat([bytes(0xff, 0xfe), Buffer.from('Café', 'utf16le')]);
    expect(decodeText(saved)).toEqual({ ok: true, value: 'Café' });
  });

  test('are not those of a picture', () => {
    const picture = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
    expect(decodeText(picture)).toEqual({ ok: false, error: { kind: 'not-a-spreadsheet' } });
  });
});

describe('a table of separated values', () => {
  const rowsOf = (text: string) => {
    const sheet = readCsvSheet(text);
    if (!sheet.ok) throw new Error(sheet.error.kind);
    return sheet.value.rows;
  };

  test('keeps commas, quotation marks and lines inside quoted cells', () => {
    expect(rowsOf('Label,Description\r\n"Tea, toast","He said ""come""\r\nand see"\r\n')).toEqual([
      ['Label', 'Description'],
      ['Tea, toast', 'He said "come"\nand see']
    ]);
  });

  test('may be separated by semicolons or tabs', () => {
    expect(rowsOf('Label;Type\nA;Group\n')[1]).toEqual(['A', 'Group']);
    expect(rowsOf('Label\tType\nA\tGroup\n')[1]).toEqual(['A', 'Group']);
  });

  test('keeps its blank rows, so that rows have the numbers a spreadsheet shows', () => {
    expect(rowsOf('Label\n\nA\n')).toEqual([['Label'], [''], ['A']]);
  });

  test('has formulas where cells begin with an equals sign, and texts where it was guarded', () => {
    expect(rowsOf('=1+1,-3,"\'=x",@a\n')[0]).toEqual([{ formula: '=1+1' }, '-3', '=x', '@a']);
  });

  test('comes back as it was from a file that we wrote', () => {
    const rows = [
      ['Label', 'Description'],
      ['=Sum', '-minus'],
      ['@home', '+plus, “quoted”\nand "more"']
    ];
    expect(rowsOf(csvText(rows))).toEqual(rows);
  });

  test('is refused with the row where a quotation mark is left open', () => {
    expect(readCsvSheet('Label\nA\n"left open\nB\n')).toMatchObject({
      ok: false,
      error: { kind: 'broken-csv', row: 3 }
    });
  });

  test('is refused when it has too many rows or columns', () => {
    expect(readCsvSheet(`Label\n${'A\n'.repeat(40_000)}`)).toMatchObject({
      error: { kind: 'too-many-rows' }
    });
    expect(readCsvSheet(`${'a,'.repeat(300)}\n`)).toMatchObject({
      error: { kind: 'too-many-columns' }
    });
  });
});
