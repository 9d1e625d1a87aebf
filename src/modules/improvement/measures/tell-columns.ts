import {
  columnLetters,
  samplesOf,
  tellColumns,
  underHeadings,
  type ToldColumns
} from '#core/columns';
import type { ValueForm } from '../types.ts';
import { columnsNeeded, headingNames, readHead, type ColumnName } from './parse-values.ts';

type Cells = readonly (readonly string[])[];

/** What a column of values of a measure may hold. */
export function valueColumns(form: ValueForm): readonly ColumnName[] {
  return [...columnsNeeded(form), 'note'];
}

/**
 * What the columns of a table of values are taken for, and the table with columns as somebody says: under our own headings then. Rows without
 * any headings stand in the usual order, and there is nothing to say of them.
 */
export function tellMeasureColumns(
  cells: Cells,
  { valueForm, title }: { readonly valueForm: ValueForm; readonly title: string }
): {
  readonly columns: ToldColumns<ColumnName>['columns'];
  under(uses: readonly (string | null)[]): Cells;
} {
  const asTheyStand = { columns: [], under: () => cells };
  const filled = cells
    .map((row, index) => ({ index, cells: row.map((cell) => cell.trim()) }))
    .filter((row) => row.cells.some((cell) => cell !== ''));
  const head = readHead(
    filled.map((row) => row.cells),
    valueForm,
    title
  );
  const names = valueColumns(valueForm);
  const own: Readonly<Record<ColumnName, readonly string[]>> = {
    ...headingNames,
    value: [...headingNames.value, title.toLowerCase()]
  };
  if (head === null) {
    const wanted = Object.fromEntries(names.map((name) => [name, own[name]]));
    const { row, columns } = tellColumns<string>(cells, wanted);
    const told = columns.map((column) => ({
      ...column,
      use: names.find((name) => name === column.use) ?? null
    }));
    if (row === null) return asTheyStand;
    const under = named(cells, row, names);
    const isWhole = (uses: readonly (string | null)[]) =>
      columnsNeeded(valueForm).every((name) => uses.includes(name));
    // As long as something is missing, they are refused with the headings that they have.
    return { columns: told, under: (uses) => (isWhole(uses) ? under(uses) : cells) };
  }
  const last = filled[head.rows - 1];
  if (last === undefined || head.rows === 0 || !head.hasHeadings) return asTheyStand;
  const above = filled[head.rows - 2]?.cells ?? [];
  const uses = new Map([...head.columns].map(([name, column]) => [column, name]));
  const below = cells.slice(last.index + 1);
  const columns = last.cells.map((heading, column) => ({
    heading: heading || above[column] || `Column ${columnLetters(column)}`,
    samples: samplesOf(below, column),
    use: uses.get(column) ?? null
  }));
  const under = named(cells, last.index, names);
  return {
    columns,
    // Told as they stand, the rows stay as they are.
    under: (given) =>
      columns.every(({ use }, column) => (use ?? '') === (given[column] ?? '')) ? cells : under(given) // prettier-ignore
  };
}

function named(cells: Cells, row: number, names: readonly ColumnName[]) {
  return (uses: readonly (string | null)[]): Cells =>
    underHeadings(
      cells,
      row,
      uses.map((use) => names.find((name) => name === use) ?? '')
    );
}
