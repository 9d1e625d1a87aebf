import { dayAfter } from '#core/written-dates';
import { soonDays, stateOf } from './rules.ts';
import type { Survey, Voice } from './kinds.ts';

/** What a survey asks of the partnership now. */
export type OwedBySurvey = {
  readonly id: string;
  readonly title: string;
  readonly owed: 'closes-soon' | 'to-close' | 'to-code' | 'to-remove';
  /** The day it is about; null for coding, which has none. */
  readonly on: string | null;
};

/**
 * What surveys owe on a day, the most pressing first: single answers past their day, a last day that is over, answers in people's own
 * words that nobody has read through, a last day that comes within two weeks.
 */
export function owedBySurveys(
  surveys: readonly Survey[],
  voices: readonly Pick<Voice, 'surveyId' | 'codingDone' | 'erasedOn'>[],
  waitingWords: ReadonlySet<string>,
  today: string
): OwedBySurvey[] {
  const owed = surveys.flatMap((survey): OwedBySurvey[] => {
    const { id, title } = survey;
    const state = stateOf(survey, today);
    if (state === 'draft' || state === 'removed') return [];
    const list: OwedBySurvey[] = [];
    if (survey.keepUntil !== null && survey.keepUntil < today) {
      list.push({ id, title, owed: 'to-remove', on: survey.keepUntil });
    }
    if (state === 'past-date') list.push({ id, title, owed: 'to-close', on: survey.closesOn });
    const isUncoded = voices.some(
      (one) => one.surveyId === id && !one.codingDone && one.erasedOn === null
    );
    if (state === 'closed' && (isUncoded || waitingWords.has(id))) {
      list.push({ id, title, owed: 'to-code', on: null });
    }
    const isSoon = survey.closesOn !== null && survey.closesOn <= dayAfter(today, soonDays);
    if (state === 'open' && isSoon) {
      list.push({ id, title, owed: 'closes-soon', on: survey.closesOn });
    }
    return list;
  });
  const order = ['to-remove', 'to-close', 'to-code', 'closes-soon'];
  return owed.toSorted((one, other) => order.indexOf(one.owed) - order.indexOf(other.owed));
}
