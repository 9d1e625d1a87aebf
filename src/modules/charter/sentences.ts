import type { Explained } from '#core/form-state';
import { sayDate } from '#core/written-dates';
import type { Member, Milestone } from './kinds.ts';
import type { CharterProblem } from './problems.ts';
import type { ProgressReason, ProgressSuggestion } from './progress.ts';

/** Every sentence of this module. */

export const fieldSentences = {
  part: 'Choose what they are to the project',
  role: 'Enter a role, such as “Head of centre”: no names',
  milestone: 'Enter what will be reached, in a few words',
  dueOn: 'Enter by when',
  score: 'Choose a score between 0.5 and 5',
  reason: 'Enter why: what you saw that speaks for this score'
} as const;

const many = (count: number, one: string, more = `${one}s`) =>
  `${count} ${count === 1 ? one : more}`;

/** What a suggestion rests on, reason by reason. */
function reasonWords(reason: ProgressReason): string {
  switch (reason.kind) {
    case 'nothing-yet':
      return 'a team and a whole aim are not recorded yet';
    case 'team-and-aim':
      return `a team of ${reason.teamSize} and the aim are recorded`;
    case 'plans':
      return `${many(reason.plans, 'idea, driver, measure or test', 'ideas, drivers, measures and tests')} written down`;
    case 'tests-studied':
      return `${many(reason.tests, 'test')} studied`;
    case 'no-values':
      return 'no measure has values yet';
    case 'values':
      return `${many(reason.measures, 'measure')} with values`;
    case 'no-test-studied':
      return 'no test is studied yet';
    case 'no-difference':
      return 'no chart shows a lasting difference';
    case 'process-better':
      return 'a process measure shows a lasting change for the better, no outcome measure does';
    case 'outcome-better':
      return 'an outcome measure shows a lasting change for the better';
    case 'not-at-goal':
      return 'its latest values are not at the goal, or it has none';
    case 'at-goal':
      return `its latest ${many(reason.times, 'value')} in a row ${reason.times === 1 ? 'is' : 'are'} at the goal or beyond`;
    case 'usual-way':
      return 'a change is kept after a test with everyone';
    case 'not-usual-way':
      return 'no change is kept yet after a test with everyone';
  }
}

/** @example suggestionSentence({ score: 1.5, … }) // 'The records suggest 1.5: 2 tests studied, no measure has values yet.' */
export function suggestionSentence({ score, reasons }: ProgressSuggestion): string {
  return `The records suggest ${score}: ${reasons.map(reasonWords).join(', ')}.`;
}

/** What a team still lacks. */
export function teamGapSentences(team: readonly Pick<Member, 'part'>[]): string[] {
  if (team.length === 0) return ['Nobody is recorded in the team yet.'];
  const has = (part: Member['part']) => team.some((member) => member.part === part);
  return [
    ...(has('sponsor') ? [] : ['There is no sponsor who clears the way.']),
    ...(has('lead') || has('day-to-day') ? [] : ['Nobody leads the work from day to day.']),
    ...(has('family') ? [] : ['No parent or carer is in the team.'])
  ];
}

/** Where a milestone stands today. */
export function milestoneSentence(
  { dueOn, doneOn }: Pick<Milestone, 'dueOn' | 'doneOn'>,
  today: string
): string {
  if (doneOn !== null) return `Reached on ${sayDate(doneOn)}`;
  return dueOn < today ? `Was due on ${sayDate(dueOn)}` : `Due on ${sayDate(dueOn)}`;
}

/** What happened and what to do now. */
export function explainCharterProblem(problem: CharterProblem): Explained {
  switch (problem.kind) {
    case 'scored-meanwhile':
      return `${problem.by ?? 'Somebody'} gave this project a ${problem.score} while you were writing. Look at the reason, then give yours if it differs.`;
    case 'done-ahead':
      return {
        field: 'doneOn',
        sentence: `${sayDate(problem.doneOn)} lies ahead. Say that it is reached once it is.`
      };
    case 'scored-ahead':
      return {
        field: 'scoredOn',
        sentence: `${sayDate(problem.scoredOn)} lies ahead. Score the project as it is.`
      };
  }
}
