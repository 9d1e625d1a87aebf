import type { SurveyQuestion } from './kinds.ts';
import type { Response } from './types.ts';

/** How a question was answered, in counts. `counts` stand in the order of `labels`. */
export type Tally = {
  readonly questionId: string;
  readonly labels: readonly string[];
  readonly counts: readonly number[];
  /** How many answered this question, and how many left it out. */
  readonly answered: number;
  readonly leftOut: number;
  /** True where one person may stand in several counts. */
  readonly overlapping: boolean;
  /** For numbers of people: their sum. */
  readonly sum: number | null;
};

export type Tallies = {
  readonly responses: number;
  readonly questions: readonly Tally[];
  /** How many answers were set aside when the others were removed and these counts kept. */
  readonly setAside?: number;
  /** The counts that leave, kept with the others: as they stood on the day on which they were fixed. */
  readonly leaving?: Tallies;
};

/** From this number of people on, they share one line. */
const mostApart = 6;

/** Counts every question's answers. Texts are counted as given or left out, nothing more. */
export function talliesOf(
  questions: readonly SurveyQuestion[],
  responses: readonly Pick<Response, 'answers'>[]
): Tallies {
  return {
    responses: responses.length,
    questions: questions.map((question) => tallyOf(question, responses))
  };
}

function tallyOf(question: SurveyQuestion, responses: readonly Pick<Response, 'answers'>[]): Tally {
  const given = responses.flatMap(({ answers }) => {
    const answer = answers[question.id];
    return answer === undefined ? [] : [answer];
  });
  const base = {
    questionId: question.id,
    answered: given.length,
    leftOut: responses.length - given.length,
    overlapping: question.kind === 'several',
    sum: null
  };
  if (question.kind === 'short' || question.kind === 'long') {
    return { ...base, labels: [], counts: [] };
  }
  const places = given.flatMap((answer) => answer).filter((one) => typeof one === 'number');
  if (question.kind === 'people') {
    const labels = peopleLabels(Math.max(0, ...places));
    const counts = labels.map(
      (_, number) => places.filter((one) => Math.min(one, mostApart) === number).length
    );
    return { ...base, labels, counts, sum: places.reduce((sum, one) => sum + one, 0) };
  }
  const counts = question.options.map((_, place) => places.filter((one) => one === place).length);
  return { ...base, labels: question.options, counts };
}

function peopleLabels(largest: number): string[] {
  return Array.from({ length: Math.min(largest, mostApart) + 1 }, (_, number) =>
    number === mostApart ? `${mostApart} or more` : String(number)
  );
}

/** Answers to one question by the answers to another: rows are the groups, columns the choices. */
export type CrossTable = {
  readonly groups: readonly string[];
  readonly labels: readonly string[];
  readonly counts: readonly (readonly number[])[];
};

/**
 * Counts one question's choices within each group. `by` must be a question of one choice or a scale, and `question` one with counts
 * that do not overlap; null for any other pair, and where nobody answered both.
 */
export function crossTableOf(
  question: SurveyQuestion,
  by: SurveyQuestion,
  responses: readonly Pick<Response, 'answers'>[]
): CrossTable | null {
  const isSingle = ({ kind }: SurveyQuestion): boolean => kind === 'one' || kind === 'scale';
  if (!isSingle(question) || !isSingle(by) || question.id === by.id) return null;
  const counts = by.options.map(() => question.options.map(() => 0));
  let any = false;
  for (const { answers } of responses) {
    const group = answers[by.id];
    const choice = answers[question.id];
    const row = typeof group === 'number' ? counts[group] : undefined;
    if (row === undefined || typeof choice !== 'number') continue;
    row[choice] = (row[choice] ?? 0) + 1;
    any = true;
  }
  return any ? { groups: by.options, labels: question.options, counts } : null;
}
