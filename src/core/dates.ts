/** Calendar dates are text, `2026-11-21`: a date is not a moment and has no time zone. */

/**
 * Whether a text is a date that exists, in the form `2026-11-21`, between the years 1900 and 2200.
 * @example
 * isDate('2026-02-30') // false
 */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]; // three groups, matched
  if (year < 1900 || year > 2200) return false;
  const moment = new Date(Date.UTC(year, month - 1, day));
  return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
}

/** The calendar date of a moment in the United Kingdom. */
export function dateOf(moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/London',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit'
  }).format(moment);
}
