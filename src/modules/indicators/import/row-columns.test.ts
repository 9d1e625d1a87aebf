import { expect, test } from 'vitest';
import { arrayOf } from './row-columns.ts';

test('texts are written as PostgreSQL writes a list, whatever stands in them', () => {
  expect(arrayOf(['Hope', 'a "b"', 'c\\d', '', 'NULL', '{1,2}', null])).toBe(
    String.raw`{"Hope","a \"b\"","c\\d","","NULL","{1,2}",NULL}`
  );
});
