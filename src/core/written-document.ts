/**
 * A document as data: what it says and in which order, without how it looks. From one such description come the page
 * (`WrittenDocument.svelte` of `#design`), its print, and the Word file (`#platform/word.server`).
 */

/** A stretch of text. `href` is a whole address, or a path of this Cairn such as `/p/fernhollow/plan`. */
export type Run = {
  readonly text: string;
  readonly bold?: boolean;
  readonly href?: string | undefined;
};

/** Text, plain or in stretches. A line end within it begins a new line. */
export type Words = string | readonly Run[];

/** A list; the numbering of each begins at 1. */
export type ListBlock = {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly Words[];
};

export type TableColumn = {
  readonly heading: string;
  /** Its share of the width beside the others; 1 where nothing is said. */
  readonly share?: number;
  readonly align?: 'right';
};

/** A table with one row of headings, which is repeated on each sheet of paper. Each row has as many cells as there are columns. */
export type TableBlock = {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Words[])[];
  /** Whether the first cell of each row says what the row is about. */
  readonly rowHeaders?: boolean;
  /** What is said in place of a table without rows. */
  readonly empty?: string;
};

/** A drawing of ours in concrete colours, with what it shows in words and the table that says the same. */
export type DrawingBlock = {
  readonly kind: 'drawing';
  readonly title: string;
  readonly svg: string;
  /** What somebody who cannot see it is told. */
  readonly alternative: string;
  readonly table: TableBlock;
};

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly words: Words; readonly soft?: boolean }
  | ListBlock
  | TableBlock
  | DrawingBlock
  /** Names and what is said of each, as on a form: a theme sheet, the head of minutes. */
  | {
      readonly kind: 'terms';
      readonly terms: readonly { readonly term: string; readonly words: Words }[];
      readonly missing?: string;
    }
  | { readonly kind: 'page-break' }
  | { readonly kind: 'sources'; readonly items: readonly Words[] };

export type WrittenDocument = {
  readonly title: string;
  /** What it is, above the title: whose, and of which kind. */
  readonly caption?: string;
  /** A sentence beneath the title. */
  readonly lead?: string;
  readonly language: 'en-GB';
  /** The partnership that answers for it. */
  readonly author: string;
  /** What a cover says beneath the title, such as who approved it; contents then follow on the cover, and the text on a new sheet. */
  readonly cover?: readonly { readonly term: string; readonly words: Words }[];
  /** Whether its headings of the first level are listed at the front, each a link. */
  readonly hasContents?: boolean;
  readonly blocks: readonly Block[];
};

/** Headings that a list of contents names, in their order, with the name that a link finds each by. */
export function contentsOf(written: WrittenDocument): { name: string; text: string }[] {
  return written.blocks.flatMap((block, index) =>
    block.kind === 'heading' && block.level === 1
      ? [{ name: headingName(index), text: block.text }]
      : []
  );
}

/** The name by which a link finds the heading that is this block of its document. */
export function headingName(index: number): string {
  return `part-${index + 1}`;
}

export const runsOf = (words: Words): readonly Run[] =>
  typeof words === 'string' ? [{ text: words }] : words;

/** The text of a cell or a paragraph without its links and emphasis. */
export const textOfWords = (words: Words): string =>
  runsOf(words)
    .map(({ text }) => text)
    .join('');

/** A person's text as paragraphs: an empty line parts them. Nothing where nothing is written. */
export function paragraphs(text: string): Block[] {
  return text
    .split(/\r?\n[^\S\n]*\r?\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((words) => ({ kind: 'paragraph', words }));
}

export type DocumentProblem =
  | { readonly kind: 'no-title' }
  | { readonly kind: 'heading-skips'; readonly text: string; readonly level: number }
  | { readonly kind: 'cells-differ'; readonly caption: string; readonly row: number }
  | { readonly kind: 'no-alternative'; readonly title: string }
  | { readonly kind: 'no-caption' };

/**
 * What is wrong with a document for somebody who listens to it: a heading more than one level below the one before it, a row that has
 * other cells than the table has columns, a drawing without words, a table without a caption.
 */
export function documentProblems(written: WrittenDocument): DocumentProblem[] {
  const problems: DocumentProblem[] = written.title.trim() === '' ? [{ kind: 'no-title' }] : [];
  let level = 0;
  for (const block of written.blocks) {
    if (block.kind === 'heading') {
      if (block.level > level + 1) {
        problems.push({ kind: 'heading-skips', text: block.text, level: block.level });
      }
      level = block.level;
    }
    if (block.kind === 'drawing' && block.alternative.trim() === '') {
      problems.push({ kind: 'no-alternative', title: block.title });
    }
    const table = block.kind === 'drawing' ? block.table : block;
    if (table.kind === 'table') problems.push(...tableProblems(table));
  }
  return problems;
}

function tableProblems(table: TableBlock): DocumentProblem[] {
  const row = table.rows.findIndex((cells) => cells.length !== table.columns.length);
  return [
    ...(table.caption.trim() === '' ? [{ kind: 'no-caption' } as const] : []),
    ...(row === -1 ? [] : [{ kind: 'cells-differ', caption: table.caption, row } as const])
  ];
}

/**
 * The lines of a text as a file of markup may hold them: the vertical tab, which word processors use for a new line, the form feed and
 * Unicode's line ends begin a line; controls, halves of characters and what is no character are left out.
 * @example linesOfText('One\u000btwo\u0007') // ['One', 'two']
 */
export function linesOfText(text: string): string[] {
  return text.split(/\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/).map((line) =>
    line
      .toWellFormed()
      .replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
      .replaceAll('\t', ' ')
  );
}
