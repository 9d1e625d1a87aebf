import { listOf, textOf, type FormValues } from '#core/form-state';
import { err, ok, type Result } from '#core/result';
import { scanText, type FindKind } from '#modules/disclosure';
import { longestAnswer, mostPeople } from './rules.ts';
import type { SurveyQuestion } from './kinds.ts';
import type { Answer, Answers } from './types.ts';

/** What is wrong with one answer. */
export type AnswerProblem =
  | { readonly kind: 'answer-missing' }
  | { readonly kind: 'not-a-choice' }
  | { readonly kind: 'not-a-number'; readonly most: number }
  | { readonly kind: 'answer-too-long'; readonly most: number }
  | { readonly kind: 'personal-details-in-answer'; readonly found: readonly FindKind[] };

/** The name of the form's field for a question. */
export const answerField = (questionId: string): string => `q-${questionId}`;

/**
 * The answers that a form brings, each of the kind its question asks for; or what is wrong, by the name of the field.
 *
 * Refuses: a required question left out; a choice that is not offered; a number of people that is not whole or beyond 30; a text
 * that is too long; and a text in which something is seen by which a person could be found. Respondents have no box to send it
 * all the same: what is not needed is not taken.
 * Assumes nothing of fields that belong to no question: they are passed over.
 */
export function readAnswers(
  questions: readonly SurveyQuestion[],
  values: Readonly<FormValues>
): Result<Answers, Readonly<Record<string, AnswerProblem>>> {
  const answers: Record<string, Answer> = {};
  const problems: Record<string, AnswerProblem> = {};
  for (const question of questions) {
    const field = answerField(question.id);
    const read = readAnswer(question, field, values);
    if (!read.ok) problems[field] = read.error;
    else if (read.value !== null) answers[question.id] = read.value;
    else if (question.required) problems[field] = { kind: 'answer-missing' };
  }
  return Object.keys(problems).length === 0 ? ok(answers) : err(problems);
}

/** One answer; null where nothing was answered. */
function readAnswer(
  { kind, options }: SurveyQuestion,
  field: string,
  values: Readonly<FormValues>
): Result<Answer | null, AnswerProblem> {
  switch (kind) {
    case 'one':
    case 'scale': {
      const typed = textOf(values, field);
      if (typed === '') return ok(null);
      const place = placeOf(typed, options);
      return place === null ? err({ kind: 'not-a-choice' }) : ok(place);
    }
    case 'several': {
      const places = listOf(values, field).map((typed) => placeOf(typed, options));
      const known = places.filter((place) => place !== null);
      if (known.length < places.length) return err({ kind: 'not-a-choice' });
      return ok(known.length === 0 ? null : [...new Set(known)].sort((a, b) => a - b));
    }
    case 'people': {
      const typed = textOf(values, field).trim();
      if (typed === '') return ok(null);
      const isWhole = /^\d{1,3}$/.test(typed) && Number(typed) <= mostPeople;
      return isWhole ? ok(Number(typed)) : err({ kind: 'not-a-number', most: mostPeople });
    }
    case 'short':
    case 'long': {
      const text = textOf(values, field).replaceAll('\r\n', '\n').trim();
      if (text === '') return ok(null);
      const most = longestAnswer[kind];
      if (text.length > most) return err({ kind: 'answer-too-long', most });
      const found = [...new Set(scanText(text).map((find) => find.kind))];
      return found.length === 0 ? ok(text) : err({ kind: 'personal-details-in-answer', found });
    }
  }
}

function placeOf(typed: string, options: readonly string[]): number | null {
  const place = /^\d{1,2}$/.test(typed) ? Number(typed) : -1;
  return place >= 0 && place < options.length ? place : null;
}
