import { beliefNames, rampStepNames } from '../labels.ts';
import type { Test } from '../types.ts';

/** How sure a team is of a change, along its ramp. */

type Judged = Pick<
  Test,
  'id' | 'number' | 'changeIdeaId' | 'rampStep' | 'degreeOfBelief' | 'changeTried' | 'decidedOn'
>;

export type BeliefPoint = {
  readonly test: Judged;
  /** 1 to 5. */
  readonly belief: number;
};

/** For each change idea with a judged test: its tests in their order, each with how sure the team was after it. */
export function beliefByIdea<Idea extends { readonly id: string; readonly text: string }>(
  ideas: readonly Idea[],
  tests: readonly Judged[]
): { readonly idea: Idea; readonly points: readonly BeliefPoint[] }[] {
  return ideas
    .map((idea) => ({
      idea,
      points: tests
        .filter(({ changeIdeaId }) => changeIdeaId === idea.id)
        .sort((one, other) => one.number - other.number)
        .flatMap((test) =>
          test.degreeOfBelief === null ? [] : [{ test, belief: test.degreeOfBelief }]
        )
    }))
    .filter(({ points }) => points.length > 0);
}

export function beliefWords(belief: number): string {
  return `${belief} of 5, ${(beliefNames[belief - 1] ?? '').toLowerCase()}`;
}

/** What the picture shows, in a sentence. */
export function beliefSentence(points: readonly BeliefPoint[]): string {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return 'Nobody has said yet how sure they are.';
  const with_ = ({ test }: BeliefPoint) =>
    `after test ${test.number} with ${rampStepNames[test.rampStep].toLowerCase()}`;
  if (first === last) return `How sure the team is ${with_(last)}: ${beliefWords(last.belief)}.`;
  const way =
    last.belief > first.belief ? 'grew' : last.belief < first.belief ? 'fell' : 'stayed the same';
  return `How sure the team is ${way}: ${beliefWords(first.belief)} ${with_(first)}; ${beliefWords(last.belief)} ${with_(last)}.`;
}
