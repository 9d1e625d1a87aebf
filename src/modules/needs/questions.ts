import { daysBetween } from './days.ts';
import type { NeedsQuestion } from './kinds.ts';
import { questionStatusNames } from './sentences.ts';
import { questionStatuses, type QuestionStatus } from './types.ts';

/** Statuses in which a question still asks for work. */
const working: readonly QuestionStatus[] = ['under-way', 'open'];

export function isWaiting(question: Pick<NeedsQuestion, 'status'>): boolean {
  return working.includes(question.status);
}

/** How a question stands to its date. */
export type QuestionState = 'overdue' | 'due-soon' | 'on-time' | 'no-date' | 'ended';

/** Days within which something counts as due soon. */
export const soonDays = 30;

/** How a question stands to its date on a day, `2026-11-21`. One that is due today is due soon, not overdue. */
export function stateOf(
  question: Pick<NeedsQuestion, 'status' | 'dueOn'>,
  today: string
): QuestionState {
  if (!isWaiting(question)) return 'ended';
  if (question.dueOn === null) return 'no-date';
  const days = daysBetween(today, question.dueOn);
  if (days < 0) return 'overdue';
  return days <= soonDays ? 'due-soon' : 'on-time';
}

/** What of a plan still has to be adjusted to the time and money there are: questions that wait, by what was said of their means. */
export function meansOf(questions: readonly Pick<NeedsQuestion, 'status' | 'means'>[]) {
  const waiting = questions.filter(isWaiting);
  const having = (means: NeedsQuestion['means']) =>
    waiting.filter((one) => one.means === means).length;
  return {
    waiting: waiting.length,
    there: having('there'),
    partly: having('partly'),
    missing: having('missing'),
    notSaid: having(null)
  };
}

/** The order in which statuses are shown: what asks for work first. */
const statusOrder: readonly QuestionStatus[] = ['under-way', 'open', 'answered', 'dropped'];

/**
 * Questions by status, those without any left out. Among those that wait: the earliest date first, so that what is overdue
 * leads, and what has no date last. Answered ones: the newest finding first.
 */
export function questionsByStatus(
  questions: readonly NeedsQuestion[]
): { readonly status: QuestionStatus; readonly questions: readonly NeedsQuestion[] }[] {
  const endOfTime = '9999-12-31';
  return statusOrder
    .map((status) => ({
      status,
      questions: questions
        .filter((question) => question.status === status)
        .toSorted((one, other) =>
          status === 'answered'
            ? (other.foundOn ?? '').localeCompare(one.foundOn ?? '')
            : (one.dueOn ?? endOfTime).localeCompare(other.dueOn ?? endOfTime) ||
              one.question.localeCompare(other.question, 'en-GB')
        )
    }))
    .filter((group) => group.questions.length > 0);
}

/** A question cannot be called answered while nothing was found. */
export function answeredProblem(
  status: QuestionStatus,
  stored: Pick<NeedsQuestion, 'finding'> | null
): { readonly kind: 'answered-without-finding' } | null {
  const hasFinding = stored !== null && stored.finding !== '';
  return status === 'answered' && !hasFinding ? { kind: 'answered-without-finding' } : null;
}

/** The statuses that a form offers: nothing is dropped before it is asked, and nothing is answered without a finding. */
export function statusesOffered(
  stored: Pick<NeedsQuestion, 'finding'> | null
): { value: QuestionStatus; label: string }[] {
  const statuses: readonly QuestionStatus[] =
    stored === null
      ? ['open', 'under-way']
      : questionStatuses.filter((status) => status !== 'answered' || stored.finding !== '');
  return statuses.map((value) => ({ value, label: questionStatusNames[value] }));
}
