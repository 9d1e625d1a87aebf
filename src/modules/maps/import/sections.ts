import { err, ok, type Result } from '#core/result';
import { isBlank, type Cell, type Sheet } from './cells.ts';
import { columnOf, connectionColumnOf } from './headings.ts';
import { importLimits } from './limits.ts';
import type { FileProblem, ImportNote } from './problems.ts';

/** Rows under one line of headings. */
export type Section = {
  readonly sheet: string;
  readonly kind: 'services' | 'connections';
  readonly headings: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
};

type Block = { first: number; rows: { row: number; cells: readonly Cell[] }[] };

/**
 * The sections of a file: what follows two blank rows of a workbook's sheet begins anew, with headings of its own. A sheet whose name
 * says `(ignore)` is passed over.
 * A section is one of services when it has a column Label, of connections when it has From and To; its kind is told by nothing else.
 * Refuses: a file without such a section, a column that comes twice (tags may), and more rows than one file may hold.
 * Source: Kumu's documented form of a spreadsheet (docs/how-to/import-services.md).
 */
export function readSections(
  sheets: readonly Sheet[]
): Result<{ sections: Section[]; notes: ImportNote[] }, FileProblem> {
  const sections: Section[] = [];
  const notes: ImportNote[] = [];
  let wrong: FileProblem | null = null;
  let rows = 0;
  for (const sheet of sheets) {
    if (/\(ignore\)/i.test(sheet.name)) {
      notes.push({ kind: 'sheet-ignored', sheet: sheet.name });
      continue;
    }
    for (const block of blocksOf(sheet)) {
      const [top, ...rest] = block.rows;
      if (top === undefined) continue;
      const headings = top.cells.map((cell) => (typeof cell === 'string' ? cell : ''));
      const kind = kindOf(headings);
      if (kind === null) {
        const found = headings.filter((heading) => heading !== '').slice(0, 12);
        wrong ??= { kind: 'wrong-headings', sheet: sheet.name, row: top.row, found };
        const where = { sheet: sheet.name, row: top.row };
        notes.push({ kind: 'section-left-out', where, found });
        continue;
      }
      const twice = headingTwice(headings, kind);
      if (twice !== null) {
        return err({ kind: 'heading-twice', sheet: sheet.name, heading: twice });
      }
      rows += rest.length;
      if (rows > importLimits.rows) return err({ kind: 'too-many-rows', most: importLimits.rows });
      sections.push({ sheet: sheet.name, kind, headings, rows: rest });
    }
  }
  if (sections.length === 0) return err(wrong ?? { kind: 'empty-file' });
  return ok({ sections, notes });
}

/** Rows that stand together. Single blank rows are passed over; two or more part blocks where the sheet has sections. */
function blocksOf(sheet: Sheet): Block[] {
  const blocks: Block[] = [];
  let blanks = 2;
  for (const [index, cells] of sheet.rows.entries()) {
    if (isBlank(cells)) {
      blanks += 1;
      continue;
    }
    const current = blocks.at(-1);
    if (current === undefined || (sheet.hasSections && blanks >= 2)) {
      blocks.push({ first: index, rows: [{ row: index + 1, cells }] });
    } else {
      current.rows.push({ row: index + 1, cells });
    }
    blanks = 0;
  }
  return blocks;
}

function kindOf(headings: readonly string[]): Section['kind'] | null {
  const links = headings.map(connectionColumnOf);
  if (links.includes('from') && links.includes('to')) return 'connections';
  return headings.some((heading) => columnOf(heading) === 'label') ? 'services' : null;
}

function headingTwice(headings: readonly string[], kind: Section['kind']): string | null {
  const seen = new Set<string>();
  for (const heading of headings) {
    const column = kind === 'services' ? columnOf(heading) : connectionColumnOf(heading);
    if (column === undefined || column === 'tags') continue;
    if (seen.has(column)) return heading;
    seen.add(column);
  }
  return null;
}
