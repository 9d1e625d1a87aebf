const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/**
 * Whole days from one calendar date to another, `2026-11-21`; negative when the second is earlier.
 * @example
 * daysBetween('2026-11-21', '2026-12-01') // 10
 */
export function daysBetween(from: string, to: string): number {
  return Math.round(dayNumber(to) - dayNumber(from));
}
