import { dateOf } from '#core/dates';

/** A moment, or a calendar date written as `YYYY-MM-DD`. */
export type Moment = Date | string;

const day = 24 * 60 * 60 * 1000;
const dateOnly = /^\d{4}-\d{2}-\d{2}$/;
// Made once: a format costs a hundred times what using it does.
const writtenDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const dayHere = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
const timeHere = new Intl.DateTimeFormat('en-GB', {
  timeStyle: 'short',
  timeZone: 'Europe/London'
});
const ago = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });

function toDate(moment: Moment): Date {
  return typeof moment === 'string' ? new Date(moment) : moment;
}

/** Calendar day in the United Kingdom, as a count of days, so that "yesterday" is the reader's yesterday. */
function dayNumber(moment: Moment): number {
  const iso = typeof moment === 'string' && dateOnly.test(moment) ? moment : dateOf(toDate(moment));
  return Math.floor(Date.parse(`${iso}T00:00:00Z`) / day);
}

/**
 * A date in words: "7 March 2026". Dates without a time are taken as they are; moments are read in the time of the
 * United Kingdom. An unreadable text is given back unchanged.
 *
 * @example
 * dateWords('2026-03-07') // '7 March 2026'
 */
export function dateWords(moment: Moment): string {
  const date = toDate(moment);
  if (Number.isNaN(date.getTime())) return String(moment);
  const isWritten = typeof moment === 'string' && dateOnly.test(moment);
  return (isWritten ? writtenDay : dayHere).format(date);
}

/** A moment in words with its time: "7 March 2026 at 14:05", in the time of the United Kingdom. */
export function momentWords(moment: Moment): string {
  const date = toDate(moment);
  if (Number.isNaN(date.getTime())) return String(moment);
  return `${dateWords(date)} at ${timeHere.format(date)}`;
}

/** Whole calendar days from `moment` to `now`; negative when it lies ahead. */
export function daysSince(moment: Moment, now: Moment): number {
  return dayNumber(now) - dayNumber(moment);
}

/**
 * How long ago, in words a person would say. Under 14 days in days, under 9 weeks in weeks, under 24 months in months
 * of 30.44 days, then in years. What lies ahead is said as "in 3 days".
 *
 * @example
 * agoWords('2025-09-20', '2026-11-21') // '14 months ago'
 */
export function agoWords(moment: Moment, now: Moment): string {
  const days = daysSince(moment, now);
  const size = Math.abs(days);
  if (size < 14) return ago.format(-days, 'day');
  if (size < 63) return ago.format(-Math.round(days / 7), 'week');
  const months = Math.round(days / 30.44);
  if (Math.abs(months) < 24) return ago.format(-months, 'month');
  return ago.format(-Math.floor(Math.abs(days) / 365.25) * Math.sign(days), 'year');
}

/** The same moment for a `datetime` attribute. */
export function machineDate(moment: Moment): string {
  return typeof moment === 'string' ? moment : moment.toISOString();
}
