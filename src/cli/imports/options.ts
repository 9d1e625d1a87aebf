import { readOptions } from '../keeper.ts';
import type { DateOrder } from '#core/date-order';
import { err, ok, type Result } from '#core/result';

/** What every import of a spreadsheet is told. */
export type ImportOptions = {
  readonly file: string;
  readonly dryRun: boolean;
  /** The person in whose name, and the partnership for which; null where only the file is looked at. */
  readonly where: { readonly as: string; readonly place: string } | null;
  readonly takeTheRest: boolean;
  readonly asGuessed: boolean;
  readonly of: string | null;
  /** The sheet of a workbook to read; null where the one with the most figures is. */
  readonly sheet: string | null;
  /** What dates in digits begin with, where they leave it open. */
  readonly dates: DateOrder | null;
};

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const offered = {
  'dry-run': flag,
  as: text,
  place: text,
  'take-the-rest': flag,
  'as-guessed': flag,
  indicator: text,
  measure: text,
  sheet: text,
  dates: text
} as const;

/**
 * Reads what stands behind `cairn import services` and its like. `of` names the option that says what the values are of.
 * `takes` are the options that not every import has.
 * Refuses: no file or several, a person without a place, saving without both, an option that belongs to another import.
 */
export function readImportOptions(
  args: readonly string[],
  of: 'indicator' | 'measure' | null,
  takes: readonly ('sheet' | 'dates')[]
): Result<ImportOptions, string> {
  const takesValue = new Set(['--as', '--place', '--indicator', '--measure', '--sheet', '--dates']);
  const files = args.filter(
    (arg, index) => !arg.startsWith('--') && !takesValue.has(args[index - 1] ?? '')
  );
  const [file, ...rest] = files;
  if (file === undefined || rest.length > 0) return err('Name one file.');
  const read = readOptions(
    args.filter((arg) => arg !== file),
    offered
  );
  if (!read.ok) return read;
  const { as, place } = read.value;
  if ((as === undefined) !== (place === undefined)) {
    return err('Give --as and --place together: in whose name, and for which partnership.');
  }
  const unknown = (['indicator', 'measure', 'sheet', 'dates'] as const).find(
    (name) => name !== of && !takes.some((one) => one === name) && read.value[name] !== undefined
  );
  if (unknown !== undefined) return err(`--${unknown} does not belong to this import.`);
  const dates = read.value.dates ?? null;
  if (dates !== null && dates !== 'day-first' && dates !== 'month-first') {
    return err('--dates is day-first or month-first.');
  }
  const dryRun = read.value['dry-run'] === true;
  const where = as === undefined || place === undefined ? null : { as, place };
  if (!dryRun && where === null) {
    return err(
      'Say in whose name and where to save it, with --as ADDRESS --place SLUG, or add --dry-run to see what the file would bring.'
    );
  }
  return ok({
    file,
    dryRun,
    where,
    takeTheRest: read.value['take-the-rest'] === true,
    asGuessed: read.value['as-guessed'] === true,
    of: of === null ? null : (read.value[of] ?? null),
    sheet: read.value.sheet ?? null,
    dates
  });
}
