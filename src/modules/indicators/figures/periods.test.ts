import { expect, test } from 'vitest';
import { periodWords } from './periods.ts';

test('a period is said as people say it', () => {
  expect(periodWords('2024-03', 'month')).toBe('March 2024');
  expect(periodWords('2024-03-15', 'day')).toBe('15 March 2024');
  expect(periodWords('2017-19', 'several-years')).toBe('2017–19');
});
