import { dateOf } from '#core/dates';

/**
 * Dates that the server filled in for `madeFor` (`YYYY-MM-DD`) become those of `now`, in the person's own time: a page that was
 * kept may be opened days later, and a value would otherwise be saved for a day on which nobody counted.
 */
export function bringToToday(part: HTMLElement | null, madeFor: string, now: Date): void {
  const before = madeFor.split('-').map(Number);
  const after = dateOf(now).split('-').map(Number);
  for (const day of part?.querySelectorAll<HTMLInputElement>('input[name$="-day"]') ?? []) {
    const fields = ['year', 'month', 'day'].map((name) =>
      part?.querySelector<HTMLInputElement>(`input[name="${day.name.replace(/day$/, name)}"]`)
    );
    if (!fields.every((field, at) => Number(field?.value) === before[at])) continue;
    for (const [at, field] of fields.entries()) {
      if (field) field.defaultValue = String(after[at]); // what a reset of the form goes back to
    }
  }
}
