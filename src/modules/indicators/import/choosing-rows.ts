import { type Matching, wantedTexts } from './meanings.ts';
import type { Overview } from './overview.ts';

/** Which rows of a file are meant, where several are for the same value. */

/** A column by which rows may be chosen. `chosen` is what was said, or what stands for everybody; nothing where neither is so. */
export type ColumnToChooseBy = {
  readonly index: number;
  readonly heading: string;
  /** Every text of the column; an empty one stands for an empty cell. */
  readonly texts: readonly string[];
  readonly chosen: readonly string[];
};

/** More texts than these are no groups to choose among. */
const mostTexts = 40;

/** The columns of a file that hold a few different texts, by which rows may be chosen. */
export function columnsToChooseBy(overview: Overview, matching: Matching): ColumnToChooseBy[] {
  const said = new Map(wantedTexts(matching));
  return overview.columns.flatMap(({ heading, names, blanks = 0 }, index) => {
    if (names === null) return [];
    const texts = blanks > 0 ? ['', ...names] : names;
    if (texts.length < 2 || texts.length > mostTexts) return [];
    const chosen = said.get(index) ?? [];
    return [{ index, heading: heading || `Column ${index + 1}`, texts, chosen }];
  });
}

/**
 * The columns in which rows for the same value differ, each with the texts to choose among. What stands for everybody is offered: a total
 * of the list, or an empty cell beside others.
 */
export function rowsToChoose(
  colliding: readonly { readonly heading: string; readonly rows: number }[],
  overview: Overview,
  matching: Matching,
  totals: readonly string[]
): ColumnToChooseBy[] {
  const words = new Set(totals.map((word) => word.toLowerCase()));
  const isWanted = new Set(colliding.map(({ heading }) => heading));
  return columnsToChooseBy(overview, matching)
    .filter(({ heading, index }) => isWanted.has(heading) && matching.uses[index] === 'nothing')
    .map((column) => {
      if (column.chosen.length > 0) return column;
      const total = column.texts.find((text) => words.has(text.toLowerCase()));
      const offered = total ?? column.texts.find((text) => text === '');
      return { ...column, chosen: offered === undefined ? [] : [offered] };
    });
}
