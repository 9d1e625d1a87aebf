import { dateOf } from '#core/dates';
import { err, ok, type Result } from '#core/result';

/** The values as they were given. Refuses a calendar date that lies after the day it now is in the United Kingdom. */
export function notAhead<Values extends object>(
  values: Values,
  field: keyof Values & string,
  now: Date
): Result<Values, { readonly kind: 'day-ahead'; readonly field: string }> {
  return String(values[field]) > dateOf(now) ? err({ kind: 'day-ahead', field }) : ok(values);
}
