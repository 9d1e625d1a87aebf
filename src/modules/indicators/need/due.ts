/** When new figures are expected. */

/** A followed indicator with the day on which its next figures are due. */
export type DueFigures = {
  readonly id: string;
  readonly title: string;
  /** Who looks after it: a role, never a name; may be empty. */
  readonly ownerRole: string;
  readonly nextDue: string;
};

/** Days ahead of which a date is worth a place on the first screen. */
export const soonDays = 30;

/**
 * How a day on which figures are due lies to today: on the day itself they are not overdue yet.
 * @example dueState('2026-03-01', '2026-03-02') // 'overdue'
 */
export function dueState(nextDue: string, today: string): 'overdue' | 'soon' | 'later' {
  if (nextDue < today) return 'overdue';
  const days = (Date.parse(nextDue) - Date.parse(today)) / (24 * 60 * 60 * 1000);
  return days <= soonDays ? 'soon' : 'later';
}

/** "Figures due since 1 March 2026", "Next figures due on 1 June 2026". */
export function dueWords(nextDue: string, today: string, say: (date: string) => string): string {
  return dueState(nextDue, today) === 'overdue'
    ? `Figures due since ${say(nextDue)}`
    : `Next figures due on ${say(nextDue)}`;
}
