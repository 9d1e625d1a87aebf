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
      value: inWords(
        lines?.write(stored[name]) ?? known(stored[name], choices[name]),
        asked.as === 'day',
        (value) => show(name, value)
      )
    }));
}

/** Of a list of records those alone that can be named: one that was removed since has no name here. */
function known(value: unknown, choices: Offer['choices'][string] | undefined): unknown {
  if (!Array.isArray(value) || choices === undefined) return value;
  return value.filter((id) => choices.some((choice) => choice.id === id));
}

function inWords(value: unknown, isDay: boolean, show: (value: string) => string): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map(String).map(show).join(', ');
  return isDay ? dateWords(String(value)) : show(String(value));
}
