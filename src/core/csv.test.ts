import { describe, expect, test } from 'vitest';
import { csvText } from './csv.ts';

describe('a table as CSV', () => {
  test('begins with the mark of UTF-8 and ends every line with CR LF', () => {
    expect(
      csvText([
        ['Factor', 'Age'],
        ['Nutrition', '0–11 months']
      ])
    ).toBe('\uFEFFFactor,Age\r\nNutrition,0–11 months\r\n');
  });

  test('quotes commas, quotation marks and new lines', () => {
    expect(csvText([['a,b', 'say "yes"', 'one\ntwo']])).toBe(
      '\uFEFF"a,b","say ""yes""","one\ntwo"\r\n'
    );
  });

  test.each(['=1+1', '+cmd', '-2+3', '@sum', '\tx'])(
    'keeps %j from running as a formula',
    (text) => {
      expect(csvText([[text]])).toBe(`\uFEFF'${text}\r\n`);
    }
  );

  test.each([
    ['Brook;=1+1', `Brook;'=1+1`],
    ['a; =cmd', `a;' =cmd`],
    ['a;"=1+1"', `"a;'""=1+1""` + '"'],
    ['a\n@sum', `"a\n'@sum"`],
    ['a;-5;3', 'a;-5;3'],
    ['one; two - three', 'one; two - three']
  ])('keeps %j from running where semicolons part cells', (text, cell) => {
    expect(csvText([[text]])).toBe(`\uFEFF${cell}\r\n`);
  });

  test('leaves negative numbers alone', () => {
    expect(csvText([['-2.5']])).toBe('\uFEFF-2.5\r\n');
  });
});
