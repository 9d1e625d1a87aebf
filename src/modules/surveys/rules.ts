import type { Pace } from '#platform/throttle';
import type { Survey, SurveyQuestion, SurveyStretch } from './kinds.ts';
import type { Response } from './types.ts';

/** A survey is short: nobody answers the thirteenth question with care. */
export const mostQuestions = 12;
export const mostOptions = 10;
/** Days before its last day from which a survey closes soon. */
export const soonDays = 14;

/** The longest texts that a respondent may send, in characters. */
export const longestAnswer = { short: 200, long: 2000 } as const;
/** The largest number that "how many people" takes; more is a slip of the finger. */
export const mostPeople = 30;

/** Answers that one survey takes by link. A hall full of parents is well below either bound. */
export const answerPace: Pace = { most: 150, seconds: 600 };
export const mostAnswersByLink = 20_000;

/**
 * Answers that one address of the network may send to one survey: a nursery's whole evening comes from one, and nobody there fills the
 * pace of the survey alone.
 */
export const addressPaces: readonly Pace[] = [
  { most: 40, seconds: 600 },
  { most: 200, seconds: 86_400 }
];

/** Hours for which a form can be sent after it was shown. */
export const formHours = 48;

/**
 * The network that an address stands for: of IPv6 its first 64 bits, for a household or a telephone has all addresses behind them.
 * @example
 * networkOf('2001:db8:1:2:aaaa::1') // '2001:db8:1:2'
 */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address.replace(/^::ffff:/i, '');
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0');
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':');
}

/** Whether an answer came by link on a day whose answers are set aside. */
export function isSetAside(
  { way, answeredOn }: Pick<Response, 'way' | 'answeredOn'>,
  stretches: readonly Pick<SurveyStretch, 'fromOn' | 'toOn'>[]
): boolean {
  return (
    way === 'link' &&
    stretches.some(({ fromOn, toOn }) => fromOn <= answeredOn && answeredOn <= toOn)
  );
}

export type SurveyState = 'draft' | 'open' | 'past-date' | 'closed' | 'removed';

/** How a survey stands on a day. `past-date`: nobody closed it, and its last day is over, so it takes no answers by link. */
export function stateOf(
  survey: Pick<Survey, 'status' | 'closesOn' | 'answersRemovedOn'>,
  today: string
): SurveyState {
  if (survey.answersRemovedOn !== null) return 'removed';
  if (survey.status !== 'open') return survey.status;
  return survey.closesOn !== null && survey.closesOn < today ? 'past-date' : 'open';
}

/** What a survey still lacks before it can be opened, by the names of its parts. */
export type Missing =
  'why' | 'whatNext' | 'forWhom' | 'contact' | 'closesOn' | 'keepUntil' | 'questions';

export function missingIn(
  survey: Pick<Survey, 'why' | 'whatNext' | 'forWhom' | 'contact' | 'closesOn' | 'keepUntil'>,
  questionCount: number,
  today: string
): Missing[] {
  const missing: Missing[] = (['why', 'whatNext', 'forWhom', 'contact'] as const).filter(
    (part) => survey[part] === ''
  );
  if (survey.closesOn === null || survey.closesOn < today) missing.push('closesOn');
  if (survey.keepUntil === null) missing.push('keepUntil');
  if (questionCount === 0) missing.push('questions');
  return missing;
}

/** Whether the days follow one another: answers are kept at least until the survey closes, and never for more than three years after. */
export function daysProblem(
  survey: Pick<Survey, 'closesOn' | 'keepUntil'>
): { readonly kind: 'kept-too-short' | 'kept-too-long' } | null {
  const { closesOn, keepUntil } = survey;
  if (closesOn === null || keepUntil === null) return null;
  if (keepUntil < closesOn) return { kind: 'kept-too-short' };
  const limit = `${Number(closesOn.slice(0, 4)) + 3}${closesOn.slice(4)}`;
  return keepUntil > limit ? { kind: 'kept-too-long' } : null;
}

/** The questions in a new order, one of them a place up or down; unchanged at either end. */
export function moved<Question extends { readonly id: string }>(
  questions: readonly Question[],
  id: string,
  way: 'up' | 'down'
): Question[] {
  const order = [...questions];
  const from = order.findIndex((one) => one.id === id);
  const to = way === 'up' ? from - 1 : from + 1;
  const [one, other] = [order[from], order[to]];
  if (one === undefined || other === undefined) return order;
  order[from] = other;
  order[to] = one;
  return order;
}

/** Whether anybody can write their own words in it, so that it must be asked whether they may be quoted. */
export function asksForWords(questions: readonly Pick<SurveyQuestion, 'kind'>[]): boolean {
  return questions.some(({ kind }) => kind === 'short' || kind === 'long');
}
