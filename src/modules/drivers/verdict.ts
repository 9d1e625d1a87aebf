import { hasHappened, type Test } from '#modules/improvement';
import type { Idea, IdeaVerdict } from './types.ts';

type Tried = Pick<Test, 'number' | 'wasImprovement'>;
type Recorded = Tried & Pick<Test, 'status' | 'carriedOut'>;

const verdicts = {
  yes: 'helped',
  no: 'did-not-help',
  'cannot-tell': 'cannot-tell'
} as const;

/**
 * What the tests of an idea say together. An idea is changed from test to test, so the latest one that was studied speaks
 * for it; the counts beside it keep what the earlier ones said. Nothing is averaged or ranked.
 *
 * @example
 * verdictOf([{ number: 1, wasImprovement: 'no' }, { number: 2, wasImprovement: 'yes' }]) // 'helped'
 */
export function verdictOf(tests: readonly Tried[]): IdeaVerdict {
  if (tests.length === 0) return 'untested';
  const latest = tests
    .filter((test) => test.wasImprovement !== null)
    .toSorted((one, other) => one.number - other.number)
    .at(-1);
  const answer = latest?.wasImprovement ?? null;
  return answer === null ? 'under-way' : verdicts[answer];
}

/** How many of an idea's tests have happened, and their verdict. */
export function trialsOf(tests: readonly Recorded[]): Pick<Idea, 'tests' | 'verdict'> {
  return { tests: { all: tests.filter(hasHappened).length }, verdict: verdictOf(tests) };
}
