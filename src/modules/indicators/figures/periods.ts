import { parsePeriod, type PeriodKind } from '#core/written-periods';

const monthWords = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC'
});
const dayWords = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC'
});

/** A period that somebody typed, as people say it; as it was typed where it is no period of this kind. */
export function typedPeriodWords(text: string, kind: PeriodKind): string {
  const read = parsePeriod(text, kind);
  return read.ok ? periodWords(read.value.text, kind) : text;
}

/**
 * A period as people say it.
 * @example periodWords('2024-03', 'month') // 'March 2024'
 */
export function periodWords(text: string, kind: PeriodKind): string {
  if (kind === 'month') return monthWords.format(new Date(`${text}-01T00:00:00Z`));
  if (kind === 'day') return dayWords.format(new Date(`${text}T00:00:00Z`));
  return text.replace('-', '–');
}
