import { columnLetters, isErrorCell } from '#core/columns';
import { unguarded } from '#core/csv';
import {
  connectionFields,
  serviceFields,
  type ConnectionField,
  type FoundConnection,
  type FoundFile,
  type FoundService,
  type FoundText,
  type ServiceField
} from './found.ts';
import type { FileTable, TableMatching } from './file-tables.ts';
import { ownField } from './headings.ts';
import type { ImportNote } from './problems.ts';

/** What the tables of a file say, their columns being what somebody says, or what they were taken for. */
export function foundIn(
  tables: readonly FileTable[],
  matchings: readonly TableMatching[],
  notes: readonly ImportNote[]
): FoundFile {
  const services: FoundService[] = [];
  const connections: FoundConnection[] = [];
  const further: ImportNote[] = [];
  for (const [index, table] of tables.entries()) {
    const matching = matchings[index];
    if (matching === undefined || matching.kind === 'nothing') {
      const found = table.headings.filter((heading) => heading !== '').slice(0, 12);
      const where = { sheet: table.sheet, row: table.headingRow };
      further.push({ kind: 'section-left-out', where, found });
      continue;
    }
    further.push(...columnNotes(table, matching));
    const formulas = new Set(table.formulas);
    for (const { row, cells } of table.rows) {
      const where = { sheet: table.sheet, row };
      const textsOf = <Field extends string>(fields: readonly Field[]) =>
        matching.uses.flatMap((use, column) => {
          const field = fields.find((one) => one === use);
          if (field === undefined) return [];
          const at = `${columnLetters(column)}${row}`;
          const heading = table.headings[column] || `Column ${columnLetters(column)}`;
          return [{ field, heading, at, ...cellOf(cells[column] ?? '', table, formulas.has(at)) }];
        });
      if (matching.kind === 'connections') {
        const texts = textsOf<ConnectionField>(connectionFields);
        connections.push({ where, texts });
      } else {
        const texts = textsOf<ServiceField>(serviceFields).map(withOwnSigns);
        services.push({ where, texts });
      }
    }
  }
  return { services, connections, notes: [...notes, ...further] };
}

/** A text, or why there is none. Only in text files can a formula be told by its first sign alone. */
function cellOf(
  given: string,
  { sheet }: FileTable,
  isFormula: boolean
): Pick<FoundText, 'text' | 'broken'> {
  if (isFormula || (sheet === '' && given.startsWith('='))) return { text: '', broken: 'formula' };
  if (isErrorCell(given)) return { text: '', broken: 'error' };
  return { text: sheet === '' ? unguarded(given) : given };
}

/** In a column of somebody else's, semicolons and commas part keywords; in our own they are part of a tag. */
function withOwnSigns(one: FoundText): FoundText {
  if (one.field !== 'tags' || ownField(one.heading) === 'tags') return one;
  return { ...one, text: one.text.replace(/[;,\n]/g, '|') };
}

/** Columns of somebody's own are left out, and so are e-mail addresses: Cairn keeps none with a service. */
function columnNotes({ sheet, headings }: FileTable, { uses }: TableMatching): ImportNote[] {
  const columns = headings.filter(
    (heading, column) => heading !== '' && (uses[column] ?? null) === null
  );
  return [
    ...(uses.includes('email') ? [{ kind: 'email-not-kept', sheet } as const] : []),
    ...(columns.length > 0 ? [{ kind: 'columns-left-out', sheet, columns } as const] : [])
  ];
}
