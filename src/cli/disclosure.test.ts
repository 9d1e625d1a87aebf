import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { run as protect } from './protect.ts';
import { run as scan } from './scan-text.ts';

async function answerOf(command: typeof protect, input: string, args: string[] = []) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const code = await command(args, { stdin: Readable.from([input]), stdout, stderr });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), problem: await text(stderr) };
}

describe('cairn protect', () => {
  const rule = { hideFrom: 1, hideTo: 7, roundTo: 5 };
  const one = {
    cells: [
      [null, 30],
      [40, 50]
    ],
    rowTotals: [35, 90],
    columnTotals: [45, 80],
    total: 125
  };

  test('answers one table with null for what is hidden', async () => {
    const { code, out } = await answerOf(protect, '{"counts": [[3, 30], [40, 50]]}');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(one);
  });

  test('answers an array of tables with an array, each by its own rule', async () => {
    const counts = [
      [3, 30],
      [40, 50]
    ];
    const input = [
      { counts, rule },
      { counts: [[3, 30]], rule: { hideFrom: 1, hideTo: 2, roundTo: 5 } }
    ];
    const { out } = await answerOf(protect, JSON.stringify(input));
    expect(JSON.parse(out)).toEqual([
      one,
      { cells: [[5, 30]], rowTotals: [35], columnTotals: [5, 30], total: 35 }
    ]);
  });

  test('hides all totals or none when asked to', async () => {
    const { out } = await answerOf(protect, '{"counts": [[1, 30]]}', ['--all-or-none']);
    expect(JSON.parse(out)).toEqual({
      cells: [[null, 30]],
      rowTotals: [null],
      columnTotals: [null, null],
      total: null
    });
  });

  test.each([
    { input: 'counts', says: 'not JSON' },
    { input: '7', says: '"counts"' },
    { input: '{"counts": 7}', says: 'array of rows' },
    { input: '{"counts": [[1, "2"]]}', says: 'Row 1, column 2 is not a count' },
    { input: '[{"counts": [[1]]}, {"counts": [[1], [2, 3]]}]', says: 'Input 2: Row 2' },
    { input: '{"counts": [[1]], "rule": {"hideTo": "x"}}', says: 'hideTo must be a whole number' },
    { input: '{"counts": [[1]], "rule": [1]}', says: '"rule" must be an object' }
  ])('says what is wrong with $input', async ({ input, says }) => {
    const { code, out, problem } = await answerOf(protect, input);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(problem).toContain(says);
  });
});

describe('cairn scan-text', () => {
  test('prints finds with kind and position', async () => {
    const { code, out } = await answerOf(scan, 'dob 12/3/2019 at FK1 5RS');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([
      { kind: 'date-of-birth', start: 4, end: 13 },
      { kind: 'postcode', start: 17, end: 24 }
    ]);
  });

  test('prints an empty array when it finds nothing', async () => {
    expect((await answerOf(scan, 'A good day.')).out).toBe('[]\n');
  });

  test('refuses what it does not know', async () => {
    expect((await answerOf(scan, '', ['file.txt'])).code).toBe(1);
  });
});
