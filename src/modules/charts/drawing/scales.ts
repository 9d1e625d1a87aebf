/** From values to pixels, and where to put ticks. */
import { dayNumber, dayStart } from '../figures/calendar.ts';

export interface Scale {
  (value: number): number;
  readonly from: number;
  readonly to: number;
}

/** A straight scale from values to pixels. */
export function linearScale(from: number, to: number, start: number, end: number): Scale {
  const span = to - from;
  const scale = (value: number) =>
    span === 0 ? (start + end) / 2 : start + ((value - from) / span) * (end - start);
  return Object.assign(scale, { from, to });
}

/** A round step (1, 2, 2.5 or 5 times a power of ten) that makes about `wanted` of the span. */
export function roundStep(span: number, wanted: number): number {
  const rough = span / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const ratio = rough / power;
  const factor = ratio <= 1.4 ? 1 : ratio <= 2.2 ? 2 : ratio <= 3.5 ? 2.5 : ratio <= 7 ? 5 : 10;
  return factor * power;
}

const mostSteps = 2 ** 50;

/** Round values from `low` to `high`, about `wanted` of them. */
export function roundTicks(low: number, high: number, wanted: number): number[] {
  if (!(high > low)) return [low];
  const step = roundStep(high - low, wanted);
  // So close together, or so far from zero, that doubles cannot count the steps between them.
  if (!(step > 0) || !(Math.max(Math.abs(low), Math.abs(high)) / step < mostSteps)) return [low];
  const ticks: number[] = [];
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Divided, not added up, so that 0.3 does not become 0.30000000000000004.
  for (let i = first; i <= last; i++) ticks.push(Number((i * step).toPrecision(12)));
  return ticks;
}

export interface DateTick {
  readonly day: number;
  readonly label: string;
  /** Second line: the year, where it changes. */
  readonly year: string | null;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC'
});
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

type DateStep = readonly [unit: 'day' | 'month' | 'year', size: number, days: number];

const dateSteps: readonly DateStep[] = [
  ['day', 1, 1],
  ['day', 2, 2],
  ['day', 7, 7],
  ['day', 14, 14],
  ['month', 1, 30.4],
  ['month', 2, 60.9],
  ['month', 3, 91.3],
  ['month', 6, 182.6],
  ['year', 1, 365.25],
  ['year', 2, 730.5],
  ['year', 5, 1826],
  ['year', 10, 3653],
  ['year', 20, 7305]
];

/** Ticks on days, Mondays, firsts of months, quarters or years, at most `most` of them. */
export function dateTicks(
  first: number,
  last: number,
  most: number,
  finest: 'day' | 'month' | 'year'
): DateTick[] {
  const span = Math.max(1, last - first);
  const order = ['day', 'month', 'year'] as const;
  const usable = dateSteps.filter(([unit]) => order.indexOf(unit) >= order.indexOf(finest));
  const step =
    usable.find(([, , days]) => span / days + 1 <= most) ??
    (['year', 50, 18262] satisfies DateStep);
  const days =
    step[0] === 'day' ? everyFewDays(first, last, step[1]) : everyFewMonths(first, last, step);
  let before = '';
  return days.map((day) => {
    const date = dayStart(day);
    const year = String(date.getUTCFullYear());
    if (step[0] === 'year') return { day, label: year, year: null };
    const isNew = year !== before;
    before = year;
    const format = step[0] === 'day' ? dayFormat : monthFormat;
    return { day, label: format.format(date), year: isNew ? year : null };
  });
}

/** Steps of weeks start on Mondays; others at the first day. */
function everyFewDays(first: number, last: number, size: number): number[] {
  const start = size >= 7 ? first + ((((4 - first) % 7) + 7) % 7) : first;
  const days: number[] = [];
  for (let day = start; day <= last; day += size) days.push(day);
  return days;
}

function everyFewMonths(first: number, last: number, [unit, size]: DateStep): number[] {
  const months = unit === 'year' ? size * 12 : size;
  const start = dayStart(first);
  const monthNumber = start.getUTCFullYear() * 12 + start.getUTCMonth();
  const days: number[] = [];
  for (let month = monthNumber - (monthNumber % months); ; month += months) {
    const year = Math.floor(month / 12);
    const day = dayNumber(
      `${String(year).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
    );
    if (day === null || day > last) return days;
    if (day >= first) days.push(day);
  }
}
