import type { AnswerProblem } from './sentences.ts';
import { checkStateNames } from './labels.ts';
import type { CheckLineView, CheckState, Finding } from './types.ts';

/** What keeps an answer from being saved: it says otherwise than the records without a reason, or no rule answers and no reason is given. */
export function answerProblem(
  given: { readonly state: CheckState; readonly reason: string },
  finding: Pick<Finding, 'state'> | null
): AnswerProblem | null {
  if (given.reason.trim() !== '') return null;
  if (finding === null) return { kind: 'by-hand-without-reason' };
  return given.state === finding.state ? null : { kind: 'overruled-without-reason' };
}

/** How a line stands: as a person said, else as the rule proposes, else not answered. */
export function standingState(line: Pick<CheckLineView, 'answer' | 'finding'>): CheckState | null {
  return line.answer?.state ?? line.finding?.state ?? null;
}

/** Who says so: “Proposed by the records”, “Confirmed on …” or “Said otherwise on …”; empty where nobody does. */
export function saidBy(
  line: Pick<CheckLineView, 'answer' | 'finding'>,
  sayDay: (day: string) => string
): string {
  const { answer, finding } = line;
  if (answer === null)
    return finding === null ? 'Not answered yet' : 'Proposed by the records, not confirmed yet';
  const day = sayDay(answer.answeredOn);
  if (answer.proposed === null) return `Answered by hand on ${day}`;
  return answer.proposed === answer.state
    ? `Confirmed on ${day}`
    : `Said otherwise than the records on ${day}, which proposed “${checkStateNames[answer.proposed]}”`;
}

/** Whether the records say something else now than on the day of the answer. */
export function hasMovedOn({
  answer,
  finding
}: Pick<CheckLineView, 'answer' | 'finding'>): boolean {
  return (
    answer !== null &&
    finding !== null &&
    answer.proposed !== null &&
    answer.proposed !== finding.state
  );
}

const spelt = ['none', 'one', 'two', 'three', 'four', 'five'];

/**
 * How many criteria there are; where one is answered in parts, as 6a and 6b, which, and how many answers that makes.
 * @example
 * criteriaWords([{ number: '1' }, { number: '2a' }, { number: '2b' }]) // '2 criteria, number 2 in two parts, so 3 answers'
 */
export function criteriaWords(lines: readonly Pick<CheckLineView, 'number'>[]): string {
  const parts = Map.groupBy(lines, ({ number }) => /^\d+/.exec(number)?.[0] ?? number);
  const split = [...parts].filter(([, own]) => own.length > 1);
  const criteria = `${parts.size} ${parts.size === 1 ? 'criterion' : 'criteria'}`;
  if (split.length === 0) return criteria;
  const which = split.map(
    ([number, own]) => `number ${number} in ${spelt[own.length] ?? own.length} parts`
  );
  return `${[criteria, ...which].join(', ')}, so ${lines.length} answers`;
}

/** How many lines stand where: “10 criteria: 3 met, 2 partly met, 5 not yet.” What there is none of is left out. */
export function countsSentence(lines: readonly CheckLineView[]): string {
  const states = ['met', 'partly', 'not-yet', 'cannot-tell'] as const;
  const counts = states.map((state) => ({
    state,
    count: lines.filter((line) => standingState(line) === state).length
  }));
  const open = lines.filter((line) => standingState(line) === null).length;
  const parts = [
    ...counts
      .filter(({ count }) => count > 0)
      .map(({ state, count }) => `${count} ${checkStateNames[state].toLowerCase()}`),
    ...(open > 0 ? [`${open} to be answered by hand`] : [])
  ];
  return `${criteriaWords(lines)}: ${parts.join(', ')}.`;
}
