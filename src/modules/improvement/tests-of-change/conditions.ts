import { hasHappened } from '../rules.ts';
import type { RampStep, Test } from '../types.ts';

/** Under which conditions a change was tried. A change that only ever worked on quiet days is not ready for everyone. */

/** The conditions in a text: one on each line, or between semicolons. The same one is named once, as it was first written. */
export function readConditions(text: string): string[] {
  const found = new Map<string, string>();
  for (const part of text.split(/[\n;]/)) {
    const words = part.trim().replace(/\s+/g, ' ').replace(/[.,]$/, '');
    const key = words.toLowerCase();
    if (words !== '' && !found.has(key)) found.set(key, words);
  }
  return [...found.values()];
}

/** Conditions that were ticked and conditions that were written, as one text of a line each. */
export function joinConditions(ticked: readonly string[], written: string): string {
  return readConditions([...ticked, written].join('\n')).join('\n');
}

type Tried = Pick<Test, 'id' | 'number' | 'conditions' | 'status'>;

export type ConditionGrid<One extends Tried> = {
  /** The tests that name conditions, in their order. */
  readonly tests: readonly One[];
  readonly rows: readonly {
    readonly condition: string;
    /** For each of the tests, in the same order: whether it was under this condition. */
    readonly cells: readonly boolean[];
  }[];
};

/** Conditions beside tests: which test was under which. Those tried first stand first. */
export function conditionGrid<One extends Tried>(tests: readonly One[]): ConditionGrid<One> {
  const named = tests
    .filter(({ conditions }) => readConditions(conditions).length > 0)
    .sort((one, other) => one.number - other.number);
  const all = readConditions(named.map(({ conditions }) => conditions).join('\n'));
  return {
    tests: named,
    rows: all.map((condition) => ({
      condition,
      cells: named.map((test) =>
        readConditions(test.conditions).some((one) => one.toLowerCase() === condition.toLowerCase())
      )
    }))
  };
}

/** Why a change is not ready for everyone yet. */
export type ReadinessGap =
  | { readonly kind: 'never-tried' }
  | { readonly kind: 'no-condition-named' }
  | { readonly kind: 'one-condition'; readonly condition: string }
  | { readonly kind: 'not-sure'; readonly belief: number };

const sureEnough = 4; // of 5: "very sure"

/**
 * What speaks against making a change the usual way for everyone, from the tests of it that were carried out: fewer than two
 * conditions, or a last degree of belief below 4 of 5. It warns; it forbids nothing.
 * Source: Langley and others (2009), The Improvement Guide, 2nd edition, chapters 7 and 8: test under a wide range of
 * conditions, and implement when the degree of belief is high.
 */
export function readinessGaps(
  tests: readonly Pick<Test, 'conditions' | 'status' | 'carriedOut' | 'degreeOfBelief' | 'number'>[]
): ReadinessGap[] {
  const done = tests.filter(hasHappened).sort((one, other) => one.number - other.number);
  if (done.length === 0) return [{ kind: 'never-tried' }];
  const conditions = readConditions(done.map((test) => test.conditions).join('\n'));
  const [only] = conditions;
  const belief =
    done.findLast(({ degreeOfBelief }) => degreeOfBelief !== null)?.degreeOfBelief ?? null;
  return [
    ...(only === undefined
      ? [{ kind: 'no-condition-named' } as const]
      : conditions.length === 1
        ? [{ kind: 'one-condition', condition: only } as const]
        : []),
    ...(belief !== null && belief < sureEnough ? [{ kind: 'not-sure', belief } as const] : [])
  ];
}

/** Whether the next step would be everyone. */
export function isForEveryone(step: RampStep | null): boolean {
  return step === 'all';
}
