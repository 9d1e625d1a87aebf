import * as v from 'valibot';
import { err, ok, type Result } from '#core/result';
import type { CountsOfTwo, MeansOfTwo, PoolingProblem, Studies } from './types.ts';

const number = v.pipe(v.number(), v.finite());
const counts = v.object({ events1: number, total1: number, events2: number, total2: number });
const means = v.object({ mean1: number, sd1: number, n1: number, mean2: number, sd2: number, n2: number }); // prettier-ignore
const effects = v.union([
  v.object({ yi: number, vi: number }),
  v.object({ yi: v.null(), vi: v.null() })
]);

const schema = v.variant('measure', [
  v.object({ measure: v.picklist(['OR', 'RR', 'RD']), studies: v.array(counts) }),
  v.object({ measure: v.picklist(['MD', 'SMD']), studies: v.array(means) }),
  v.object({ measure: v.literal('GEN'), studies: v.array(effects) })
]);

/**
 * Reads `{ measure, studies: [ … ] }`.
 * Refuses: another shape; no study; numbers of people that are no whole numbers; more events than people; a spread below 0; groups of fewer
 * than two where a standard deviation is asked for; an effect without a variance above 0.
 */
export function readStudies(given: unknown): Result<Studies, PoolingProblem> {
  const read = v.safeParse(schema, given);
  if (!read.success) {
    return err({ kind: 'not-studies', at: v.getDotPath(read.issues[0]) ?? '' });
  }
  const studies: Studies = read.output;
  if (studies.studies.length === 0) return err({ kind: 'no-studies' });
  const problem = problemIn(studies);
  return problem === null ? ok(studies) : err(problem);
}

function problemIn(given: Studies): PoolingProblem | null {
  switch (given.measure) {
    case 'OR':
    case 'RR':
    case 'RD':
      return firstOf(given.studies, problemOfCounts);
    case 'MD':
    case 'SMD':
      return firstOf(given.studies, problemOfMeans);
    case 'GEN':
      return firstOf(given.studies, ({ vi }, study) =>
        vi === null || vi > 0 ? null : { kind: 'not-positive', study, field: 'vi' }
      );
  }
}

function firstOf<Study>(
  studies: readonly Study[],
  problemOf: (study: Study, number: number) => PoolingProblem | null
): PoolingProblem | null {
  for (const [at, study] of studies.entries()) {
    const problem = problemOf(study, at + 1);
    if (problem !== null) return problem;
  }
  return null;
}

function problemOfCounts(counts: CountsOfTwo, study: number): PoolingProblem | null {
  for (const field of ['events1', 'total1', 'events2', 'total2'] as const) {
    const count = counts[field];
    if (!Number.isSafeInteger(count) || count < 0) return { kind: 'not-counted', study, field };
    if (count === 0 && field.startsWith('total')) return { kind: 'not-positive', study, field };
  }
  if (counts.events1 > counts.total1) return { kind: 'more-than-all', study, arm: 1 };
  if (counts.events2 > counts.total2) return { kind: 'more-than-all', study, arm: 2 };
  return null;
}

function problemOfMeans(means: MeansOfTwo, study: number): PoolingProblem | null {
  for (const field of ['n1', 'n2'] as const) {
    if (!Number.isSafeInteger(means[field]) || means[field] < 2) {
      return { kind: 'not-counted', study, field };
    }
  }
  for (const field of ['sd1', 'sd2'] as const) {
    if (means[field] < 0) return { kind: 'negative', study, field };
  }
  return null;
}

/** What is wrong, in a sentence. */
export function poolingProblemSentence(problem: PoolingProblem): string {
  switch (problem.kind) {
    case 'not-studies': {
      const where = problem.at === '' ? '' : ` Look at ${problem.at}.`;
      return `A pooling has a measure (OR, RR, RD, MD, SMD or GEN) and studies, a list with the figures that this measure needs.${where}`;
    }
    case 'no-studies':
      return 'There is no study to pool.';
    case 'not-counted':
      return `${problem.field} of study ${problem.study} must be a whole number of people${/^n/.test(problem.field) ? ', at least 2' : ''}.`;
    case 'more-than-all':
      return `Study ${problem.study} has more events than people in group ${problem.arm}.`;
    case 'not-positive':
      return `${problem.field} of study ${problem.study} must be greater than zero.`;
    case 'negative':
      return `${problem.field} of study ${problem.study} must not be below zero.`;
    case 'no-uncertainty':
      return `The effect of study ${problem.study} has no uncertainty that could be calculated, so that it would count for everything.`;
    case 'not-converged':
      return 'The spread between the studies could not be found: its likelihood does not settle.';
  }
}
