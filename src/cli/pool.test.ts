import { describe, expect, test } from 'vitest';
import { cairn } from '../../tests/support/command-line.ts';

const call = (input: unknown, ...args: readonly string[]) =>
  cairn(['pool', ...args], JSON.stringify(input));

const two = {
  measure: 'GEN',
  studies: [
    { label: 'Ashby', yi: 0.2, vi: 0.1 },
    { label: 'Birch', yi: 0.4, vi: 0.1 }
  ]
};
const effects = two.studies.map(({ yi, vi }) => ({ yi, vi }));

describe('cairn pool', () => {
  test('answers one pooling with one answer', async () => {
    expect(await call(two)).toMatchObject({
      code: 0,
      answer: {
        effects,
        fits: [{ method: 'FE', k: 2, weightsPercent: [50, 50] }, {}, {}, {}, { method: 'REML' }]
      }
    });
  });

  test('answers a list in its order, with an error in its place', async () => {
    expect(await call([{ measure: 'OR', studies: [] }, { input: two }])).toMatchObject({
      code: 0,
      answer: [{ error: 'There is no study to pool.' }, { effects }]
    });
  });

  test('says what is wrong, and how it is used', async () => {
    expect(await call({ measure: 'OR', studies: [] })).toEqual({
      code: 1,
      answer: '',
      problems: 'There is no study to pool.\n'
    });
    expect(await call(two, '--csv')).toMatchObject({ code: 1, answer: '' });
    expect(await call(two, '--help')).toMatchObject({ code: 0, problems: '' });
  });
});
