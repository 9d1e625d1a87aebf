import { dateWords } from '#design';
import { isOnForm } from '../field.ts';
import type { Kind } from '../kind.ts';
import { shownValue, type Offer } from './conflict.ts';

/** One line of a summary list: what a field is called and how what it holds reads; null where nothing was said. */
export type SummaryRow = {
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
};

/**
 * How the fields of a stored record read on a page, in the order of the declaration: dates and choices in words, lists as their
 * names with commas. `except` are fields that the page shows in its own way, `only` those of a part of the page.
 */
export function summaryRows(
  kind: Pick<Kind, 'fields'>,
  record: object,
  {
    choices = {},
    offered = {},
    only,
    except = []
  }: Partial<Offer> & {
    readonly only?: readonly string[];
    readonly except?: readonly string[];
  } = {}
): SummaryRow[] {
  const show = shownValue(kind, { choices, offered });
  const stored = record as Readonly<Record<string, unknown>>;
  return Object.entries(kind.fields)
    .filter(
      ([name, field]) =>
        isOnForm(field) &&
        field.asked.as !== 'rows' &&
        !except.includes(name) &&
        (only === undefined || only.includes(name))
    )
    .map(([name, { label, asked, lines }]) => ({
      name,
      label,
      value: inWords(lines?.write(stored[name]) ?? stored[name], asked.as === 'day', (value) =>
        show(name, value)
      )
    }));
}

function inWords(value: unknown, isDay: boolean, show: (value: string) => string): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map(String).map(show).join(', ');
  return isDay ? dateWords(String(value)) : show(String(value));
}
