import type { FormValues } from '#core/form-state';

/** How many numbered rows a sent form had, so that what was typed in them comes back. */
export function rowsSent(values: FormValues | undefined): { programme: number; awayTeam: number } {
  const most = (list: string) =>
    Object.keys(values ?? {}).reduce((count, name) => {
      const row = new RegExp(`^${list}\\.(\\d+)\\.`).exec(name)?.[1];
      return row === undefined ? count : Math.max(count, Number(row) + 1);
    }, 0);
  return { programme: most('programme'), awayTeam: most('awayTeam') };
}
