/** What kind of thing a tag says; always shown with a word, never by colour alone. `error` is for errors only. */
export type Tone = 'neutral' | 'loch' | 'lichen' | 'heather' | 'sand' | 'error';

/** Small shapes that stand beside a word. */
export type ShapeName =
  | 'circle'
  | 'ring'
  | 'half'
  | 'triangle'
  | 'square'
  | 'diamond'
  | 'tick'
  | 'cross'
  | 'up'
  | 'down'
  | 'flat'
  | 'stone'
  | 'question';

export type Link = { readonly href: string; readonly label: string };

/** One entry of the main navigation. `available: false` is shown as words without a link. */
export type NavEntry = {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean | undefined;
  readonly available?: boolean | undefined;
  /** A little space before this entry, to group the entries that belong together. */
  readonly startsGroup?: boolean | undefined;
};

export type Shortcuts = {
  readonly home: string;
  readonly recordTest?: string | undefined;
  readonly addData?: string | undefined;
  readonly current?: 'home' | 'record-test' | 'add-data' | undefined;
};

export type Account = {
  readonly name: string;
  readonly role?: string | undefined;
  readonly links: readonly Link[];
  /** Where the sign-out form posts to. */
  readonly signOutAction: string;
};

export type Option = {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
};

export type OptionGroup = { readonly label: string; readonly options: readonly Option[] };

export type Tab = {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean | undefined;
  readonly count?: number | undefined;
};

export type SummaryRow = {
  readonly label: string;
  readonly value: string | number | null | undefined;
  readonly actions?: readonly (Link & { readonly about?: string | undefined })[] | undefined;
};

export type Task = {
  readonly title: string;
  readonly href?: string | undefined;
  readonly hint?: string | undefined;
  readonly status: string;
  readonly tone?: Tone | undefined;
};

export type TimelineEvent = {
  readonly at: Date | string;
  readonly title: string;
  readonly by?: string | null | undefined;
  readonly text?: string | undefined;
  readonly href?: string | undefined;
};

export type SortDirection = 'ascending' | 'descending' | 'none';

/**
 * One column of a table. `value` gives plain text; leave it out and draw the cell with the table's `cell` snippet.
 * A `null` is shown as `missing` (else "Not recorded"), never as zero or an empty cell.
 */
export type Column<Row> = {
  readonly key: string;
  readonly label: string;
  readonly value?: ((row: Row) => string | number | null | undefined) | undefined;
  readonly missing?: string | undefined;
  readonly align?: 'start' | 'end' | 'centre' | undefined;
  /** True where a line must not break, as in a date. */
  readonly noWrap?: boolean | undefined;
  /** True where this cell names its row. */
  readonly rowHeader?: boolean | undefined;
  readonly labelHidden?: boolean | undefined;
  readonly sort?: { readonly href: string; readonly direction: SortDirection } | undefined;
};
