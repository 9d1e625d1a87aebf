/** Where nobody measured between two points: a line from one to the other would show values that nobody has. */
import type { Analysis } from '../types.ts';
import { dayNumber } from '../figures/calendar.ts';

/** Days of a rhythm that leaves out weekends and a holiday beside them. */
const longestWeekend = 5;

/**
 * For each point, whether there was none where one was due since the point before.
 *
 * Units: distances are in days. A point is due after the usual distance, the middle one; half as much again is a hole, and of points a day or two apart
 * more than five days.
 * Assumes: points have a rhythm where at least half of the distances come within a fifth of the usual one. Others, such as days between
 * rare events, have none, and nothing is ever due.
 *
 * @example
 * // January, February, March, May: the last one comes after a hole
 * holesBefore(monthly) // [false, false, false, true]
 */
export function holesBefore({
  points,
  xKind,
  type
}: Pick<Analysis, 'points' | 'xKind' | 'type'>): boolean[] {
  const none = points.map(() => false);
  if (xKind !== 'date' || type === 't' || type === 'g') return none;
  const days = points.map(({ x }) => dayNumber(String(x)));
  const steps = days.slice(1).map((day, index) => (day ?? 0) - (days[index] ?? 0));
  if (days.includes(null) || steps.length < 2) return none;
  const usual =
    steps.toSorted((one, other) => one - other)[Math.floor((steps.length - 1) / 2)] ?? 0;
  const regular = steps.filter((step) => Math.abs(step - usual) <= usual / 5).length;
  if (usual <= 0 || regular < steps.length / 2) return none;
  const longest = usual <= 2 ? longestWeekend : usual * 1.5;
  return [false, ...steps.map((step) => step > longest)];
}
