import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsOfText, UnclosedQuote } from './text-rows.ts';

const read = (parts: readonly string[], separator = ','): string[][] | number => {
  try {
    return [...rowsOfText(parts, separator)].map((row) => [...row]);
  } catch (fault) {
    if (fault instanceof UnclosedQuote) return fault.row;
    throw fault;
  }
};
const others = (text: string): string[][] | 'refused' => {
  try {
    return parse(text, {
      delimiter: ',',
      bom: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true
    });
  } catch {
    return 'refused';
  }
};

describe('rows of a text', () => {
  test('are read as another reader reads them, wherever the text is cut into parts', () => {
    const words = fc.array(fc.constantFrom('"', '""', ',', '\n', '\r', '\r\n', 'a', 'é', ' ', ';', '"b",', 'c,d\n'), { maxLength: 25 }); // prettier-ignore
    fc.assert(
      fc.property(words, fc.nat(), (letters, cut) => {
        const text = letters.join('');
        const at = text.length === 0 ? 0 : cut % text.length;
        const expected = others(text);
        for (const parts of [[text], [text.slice(0, at), text.slice(at)], [...text]]) {
          const rows = read(parts);
          expect(typeof rows === 'number' ? 'refused' : rows).toEqual(expected);
        }
      }),
      { numRuns: 2000, seed: 46 }
    );
  });

  test('begin behind the mark of the order of bytes', () => {
    expect(read(['\ufeff"a";b'], ';')).toEqual([['a', 'b']]);
  });

  test('name the row in which a quotation mark is not closed', () => {
    expect(read(['a,b\n"c,d\ne,f\n'])).toBe(2);
  });
});
