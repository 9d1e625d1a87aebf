import type { Indicator } from '../kinds.ts';
import type { ElsewhereKind } from '../own/elsewhere.ts';
import type { KnownAreas } from '../own/values.ts';
import type { DecimalSign } from '#core/written-numbers';
import type { PublishedFiles } from './publishers.ts';

/** What somebody may say of a file: what its columns hold and what its names mean. */

/**
 * What a column holds. `wider-area`: the name of a region or nation, which counts where the cell of the area is empty; of several such
 * columns the last that is filled. `across`: figures whose period, group, area or indicator stands in the heading.
 */
export const columnUses = [
  'indicator',
  'period',
  'period-kind',
  'area',
  'wider-area',
  'breakdown',
  'value',
  'numerator',
  'denominator',
  'status',
  'note',
  'across',
  'nothing'
] as const;
export type ColumnUse = (typeof columnUses)[number];

/** What the headings of the columns of figures name, in a wide file. */
export const acrossKinds = ['period', 'breakdown', 'area', 'indicator'] as const;
export type AcrossKind = (typeof acrossKinds)[number];

/** Names of a file whose meaning has to be known before its rows can be. */
export const nameKinds = ['indicator', 'breakdown', 'area'] as const;
export type NameKind = (typeof nameKinds)[number];

/** The choice to pass over the rows of a name. */
export const passOver = 'pass-over';
/** The choice to take the name of an area as it is written. */
export const newArea = 'new-area';

/**
 * What may be done with the rows of areas elsewhere: leave them out, keep them to compare with, or `ask` for each name as for any other,
 * where they are called as parts of this place are.
 */
export const elsewhereChoices = ['leave-out', 'compare', 'ask'] as const;
export type ElsewhereChoice = (typeof elsewhereChoices)[number];

/** How the cells of a file become values. */
export type Matching = {
  readonly uses: readonly ColumnUse[];
  readonly across: AcrossKind;
  /** The one indicator of all rows, where no column says. Empty when there is none. */
  readonly indicatorId: string;
  /** The one period of all rows, where no column says. */
  readonly period: string;
  readonly decimal: DecimalSign;
  /**
   * Whether percentages are written as shares: 0.545 for 54.5%. Null where they may be and nobody has said; not there where the file
   * left no doubt, so that nobody was asked.
   */
  readonly areShares?: boolean | null;
  /**
   * Out of how many the figures of the file are counted, where its heading says another number than the indicator: they are multiplied or
   * divided by what lies between. Null where nobody has said whether they are to be; 0 where they stand as they are.
   */
  readonly countedPer?: number | null;
  /**
   * Whether an empty cell for the area or the group means what stands above it, as where cells were merged, and not the whole place or
   * everybody. Null where there are such cells and nobody has said; not there where there are none.
   */
  readonly carriesDown?: boolean | null;
  /**
   * Only rows that hold one of these texts in this column, by its place counted from 0; an empty text is an empty cell. One text alone, and
   * none, stand in matchings of before several could be said.
   */
  readonly only?: Readonly<Record<string, string | readonly string[]>>;
  /** The headings that `uses` and `only` were said of: a file of the same source may have others besides. */
  readonly headings?: readonly string[];
  /** What was chosen for each kind of area elsewhere; left out where nobody has said. */
  readonly elsewhere?: Readonly<Partial<Record<ElsewhereKind, ElsewhereChoice>>>;
  /** Whether somebody went back to say anew what the columns hold. */
  readonly isReopened?: boolean;
  /** What somebody chose for names that were not known: by kind, then by the name as written. */
  readonly names: Readonly<Record<NameKind, Readonly<Record<string, string>>>>;
};

export type KnownIndicator = Pick<
  Indicator,
  'id' | 'title' | 'unit' | 'decimals' | 'frequency' | 'breakdowns' | 'version'
>;

/** What names can be matched to, and the publishers whose files are known. */
export type Known = {
  readonly published?: PublishedFiles;
  readonly indicators: readonly KnownIndicator[];
  readonly areas: KnownAreas;
};

/** The texts of which a row must hold one, by the column they are of. */
export function wantedTexts(
  matching: Pick<Matching, 'only'>
): (readonly [number, readonly string[]])[] {
  return Object.entries(matching.only ?? {}).map(([column, texts]) => [
    Number(column),
    typeof texts === 'string' ? [texts] : texts
  ]);
}

/** What somebody chose for a name of a file; undefined when nobody did. */
export function chosenMeaning(
  matching: Matching,
  kind: NameKind,
  text: string
): string | undefined {
  const chosen = matching.names[kind];
  return Object.hasOwn(chosen, text) ? chosen[text] : undefined;
}
