import { describe, expect, test } from 'vitest';
import { headingsOf } from './headings.ts';
import { lookOver } from './overview.ts';

const twoRows = [
  ['Table 3: reviews at two', '', '', '', ''],
  [],
  ['Ward', '2023/24', '', '2024/25', ''],
  ['', 'Value', 'Status', 'Value', 'Status'],
  ['Hope ward', '51', '', '[c]', 'hidden'],
  ['Mill ward', '52', '', '53', 'provisional'],
  ['Source: our own records'],
  ['', '', 'Counted in May']
];

describe('headings over two rows', () => {
  test('are taken together where the lower alone would say the same of two columns', () => {
    const found = lookOver(twoRows, null);
    expect(found?.columns.map(({ heading }) => heading)).toEqual([
      'Ward',
      '2023/24',
      '2023/24: Status',
      '2024/25',
      '2024/25: Status'
    ]);
    expect(found).toMatchObject({ headingRow: 4, rowCount: 2, lastRow: 6 });
  });

  test('below a title are left as they are', () => {
    const cells = [['Reviews', 'by ward'], ['Period', 'Value'], ['2024/25', '5']]; // prettier-ignore
    expect(headingsOf(cells, 1)).toEqual(['Period', 'Value']);
    expect(lookOver(cells, null)?.headingRow).toBe(1);
  });

  test('notes below the table are passed over, and said to be', () => {
    expect(lookOver(twoRows, null)?.remarks).toEqual([
      'Rows 7 to 8 below the table hold notes and no values, and were passed over.'
    ]);
  });

  test('a last row with a figure alone is no note: it is refused by itself', () => {
    const cells = [['Period', 'Value'], ['2023/24', '5'], ['', '6']]; // prettier-ignore
    expect(lookOver(cells, null)).toMatchObject({ rowCount: 2, lastRow: 3 });
  });
});
