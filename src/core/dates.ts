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

/** Made once: formatters are dear. Swedish writes dates as we store them. */
const ukDay = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit'
});

/**
 * The calendar date of a moment in the United Kingdom. The one way from a moment to a day: from midnight to one in the morning
 * of a summer's day it is still the day before in UTC, and elsewhere it may be another day.
 *
 * @example
 * dateOf(new Date('2026-07-01T23:30:00Z')) // '2026-07-02'
 */
export function dateOf(moment: Date): string {
  return ukDay.format(moment);
}

/**
 * The date that a moment stands for which is no moment but a day, held as its midnight in UTC: a cell of a spreadsheet, or what was
 * counted with days alone. Never of a moment at which something happened: that is `dateOf`.
 */
export function dateInUtc(midnight: Date): string {
  return midnight.toISOString().slice(0, 10);
}

/**
 * A date from year, month (1 to 12) and day. Days and months that lie beyond run on: day 0 is the last of the month before.
 *
 * @example
 * dateFrom(2024, 3, 0) // '2024-02-29'
 */
export function dateFrom(year: number, month: number, day: number): string {
  return dateInUtc(new Date(Date.UTC(year, month - 1, day)));
}

/**
 * A moment as it stands in the name of a file: in UTC and saying so, since two moments an hour apart have one time of day in
 * the United Kingdom when summer ends.
 *
 * @example
 * stampOf(new Date('2026-07-01T23:30:05Z')) // '2026-07-01-233005Z'
 */
export function stampOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-')}Z`;
}
