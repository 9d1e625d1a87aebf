import type { ThreadWork } from '#platform/worker.server';

/** The work of a thread in a test: ends at once, never ends, takes memory without end, or throws. */
export const work: ThreadWork<'ends' | 'never-ends' | 'grows' | 'throws', string> = (
  wanted,
  say
) => {
  say(`began: ${wanted}`);
  if (wanted === 'throws') throw new Error('as asked');
  // What our own expressions did to a sheet's text: each mark is tried against all that follows.
  if (wanted === 'never-ends') /^(a+)+$/.test(`${'a'.repeat(64)}!`);
  if (wanted === 'grows') {
    const kept: object[] = [];
    for (;;) kept.push(Array.from({ length: 1000 }, () => ({})));
  }
  return Promise.resolve();
};
