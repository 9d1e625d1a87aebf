/** Which column of a spreadsheet holds what: by its name and by what stands in it, never by its place. */
import { err, ok, type Result } from '#core/result';
import type { ChartType } from './types.ts';

/** What a column can be for. */
export type CsvRole = 'x' | 'value' | 'denominator' | 'excluded' | 'phase';

/** Columns that the caller names; the others are found. */
export type NamedColumns = Partial<Readonly<Record<CsvRole, string>>>;

export type CsvColumnProblem =
  | {
      readonly kind: 'no-such-column';
      readonly role: CsvRole | 'only';
      readonly name: string;
      readonly headers: readonly string[];
    }
  | { readonly kind: 'no-value-column'; readonly headers: readonly string[] }
  | { readonly kind: 'no-x-column'; readonly headers: readonly string[] }
  | {
      readonly kind: 'unclear-column';
      readonly role: CsvRole;
      readonly columns: readonly string[];
    }
  | { readonly kind: 'column-twice'; readonly name: string; readonly roles: readonly CsvRole[] }
  | { readonly kind: 'already-divided'; readonly column: string; readonly denominator: string };

/** Positions of the columns; −1 for a column that the file has not. */
export type CsvColumns = Readonly<Record<CsvRole, number>>;

/** Names a column may have, in any case. Of x, the first list that a header is in decides. */
const names = {
  time: [
    ...['date', 'day', 'week', 'month', 'quarter', 'year', 'period', 'time period'],
    ...['financial year', 'school year', 'academic year', 'term']
  ],
  order: ['x', 'index', 'subgroup'],
  group: [
    ...['name', 'place', 'setting', 'area name', 'ward', 'site', 'group', 'team'],
    ...[
      'la',
      'local authority',
      'council',
      'region',
      'district',
      'locality',
      'neighbourhood',
      'nursery',
      'school',
      'provider'
    ],
    ...[
      'sex',
      'gender',
      'ethnicity',
      'ethnic group',
      'age',
      'age group',
      'deprivation',
      'quintile',
      'decile',
      'characteristic'
    ],
    ...['breakdown', 'category', 'indicator', 'measure']
  ],
  value: [
    ...['value', 'y', 'numerator', 'count', 'events'],
    ...[
      'rate',
      'percentage',
      'percent',
      'per cent',
      '%',
      'proportion',
      'mean',
      'average',
      'median',
      'score'
    ]
  ],
  denominator: ['denominator', 'n', 'of', 'area', 'cases'],
  excluded: ['excluded', 'exclude', 'left out', 'state'],
  phase: ['phase']
} as const;

const ratios: readonly ChartType[] = ['p', 'pp', 'u', 'up'];

/** Names of a value that somebody has divided already: divided by the denominator once more it would be nothing at all. */
const divided: readonly string[] = [
  ...['rate', 'percentage', 'percent', 'per cent', '%', 'proportion', 'mean', 'average', 'median']
];

/**
 * Finds the columns of a chart. Beside a value that is divided already a column of denominators is left alone, unless it is named.
 *
 * `isDates` says whether a column holds dates and nothing else; it finds a column of dates with a name of its own. `isDivided` says
 * whether the cells of a column are written as percentages or are parts of one.
 * Refuses: a name that no header has; two columns that could both be meant; no column for the value, or for what stands along
 * the axis where there are other columns; a chart of counts and denominators of a value that is divided already.
 */
export function findColumns(
  type: ChartType,
  headers: readonly string[],
  named: NamedColumns,
  isDates: (column: number) => boolean,
  isDivided: (column: number) => boolean
): Result<CsvColumns, CsvColumnProblem> {
  const plain = headers.map(plainHeader);
  const chosen = new Map<CsvRole, number>();
  for (const role of ['x', 'value', 'denominator', 'excluded', 'phase'] as const) {
    const name = named[role];
    if (name === undefined) continue;
    const at = columnNamed(headers, name);
    if (at === null) return err({ kind: 'no-such-column', role, name, headers });
    chosen.set(role, at);
  }
  for (const [role, at] of chosen) {
    const roles = [...chosen].filter(([, other]) => other === at).map(([one]) => one);
    if (roles.length > 1) return err({ kind: 'column-twice', name: named[role] ?? '', roles });
  }
  const taken = () => new Set(chosen.values());
  const among = (list: readonly string[]) =>
    plain.flatMap((header, column) =>
      list.includes(header) && !taken().has(column) ? [column] : []
    );
  const only = (role: CsvRole, columns: readonly number[]) =>
    columns.length > 1
      ? err({
          kind: 'unclear-column' as const,
          role,
          columns: columns.map((column) => headers[column] ?? '')
        })
      : ok(columns[0] ?? -1);

  for (const role of ['denominator', 'value', 'excluded', 'phase'] as const) {
    if (chosen.has(role)) continue;
    let columns = among(names[role]);
    // A chart of shares or rates is of a numerator: a column called so is meant, and a value beside it is their quotient.
    const numerator = plain.indexOf('numerator');
    if (role === 'value' && ratios.includes(type) && columns.includes(numerator)) {
      columns = [numerator];
    }
    const found = only(role, columns);
    if (!found.ok) return found;
    if (found.value >= 0) chosen.set(role, found.value);
  }
  const value = chosen.get('value');
  if (value === undefined) return err({ kind: 'no-value-column', headers });
  const denominator = chosen.get('denominator');
  const isQuotient = divided.includes(plain[value] ?? '') || isDivided(value);
  if (denominator !== undefined && isQuotient) {
    if (ratios.includes(type)) {
      return err({
        kind: 'already-divided',
        column: headers[value] ?? '',
        denominator: headers[denominator] ?? ''
      });
    }
    if (named.denominator === undefined) chosen.delete('denominator');
  }

  if (!chosen.has('x')) {
    const x = findX(headers, among, taken(), isDates);
    const found = x.length === 0 ? ok(-1) : only('x', x);
    if (!found.ok) return found;
    const hasOthers = headers.length > taken().size;
    if (found.value < 0 && hasOthers) return err({ kind: 'no-x-column', headers });
    chosen.set('x', found.value);
  }
  const at = (role: CsvRole) => chosen.get(role) ?? -1;
  return ok({
    x: at('x'),
    value,
    denominator: at('denominator'),
    excluded: at('excluded'),
    phase: at('phase')
  });
}

/** Times before numbers, numbers before names; a column of dates is found whatever it is called. */
function findX(
  headers: readonly string[],
  among: (list: readonly string[]) => readonly number[],
  taken: ReadonlySet<number>,
  isDates: (column: number) => boolean
): readonly number[] {
  const times = among(names.time);
  if (times.length > 0) return times;
  const dates = headers.flatMap((_, column) =>
    !taken.has(column) && isDates(column) ? [column] : []
  );
  if (dates.length > 0) return dates;
  const order = among(names.order);
  return order.length > 0 ? order : among(names.group);
}

/** The column with exactly this name, in any case; null where none or several have it. */
export function columnNamed(headers: readonly string[], name: string): number | null {
  const wanted = name.trim().toLowerCase();
  const found = headers.flatMap((header, column) =>
    header.trim().toLowerCase() === wanted ? [column] : []
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * Columns that say whose value a row is, beside a column of times: those with a known name, and those whose words come again and
 * again (`isOfGroups`).
 */
export function groupColumns(
  headers: readonly string[],
  columns: CsvColumns,
  isOfGroups: (column: number) => boolean
): readonly number[] {
  const used = new Set(Object.values(columns));
  const known: readonly string[] = names.group;
  return headers.flatMap((header, column) =>
    !used.has(column) && (known.includes(plainHeader(header)) || isOfGroups(column)) ? [column] : []
  );
}

/** Whether a header is one of a column of times. */
export function isTimeHeader(header: string): boolean {
  const times: readonly string[] = names.time;
  return times.includes(plainHeader(header));
}

function plainHeader(header: string): string {
  return header.trim().toLowerCase().replaceAll('_', ' ');
}

const options: Readonly<Record<CsvRole | 'only', string>> = {
  x: '--date',
  value: '--value',
  denominator: '--denominator',
  excluded: '--excluded',
  phase: '--phase',
  only: '--only'
};

export function columnProblemSentence(problem: CsvColumnProblem): string {
  switch (problem.kind) {
    case 'column-twice':
      return `${problem.roles.map((role) => options[role]).join(' and ')} name one column, ${problem.name}. Name a column for each.`;
    case 'no-such-column':
      return `No single column is called ${problem.name}, which ${options[problem.role]} names. The headers are: ${problem.headers.join(', ')}.`;
    case 'no-value-column':
      return `No column is called value, y or numerator. The headers are: ${problem.headers.join(', ')}. Say which with --value NAME.`;
    case 'no-x-column':
      return `No column is called date or x, and none holds dates. The headers are: ${problem.headers.join(', ')}. Say which with --date NAME.`;
    case 'already-divided':
      return `The column ${problem.column} holds percentages or rates, which are divided already. This chart divides a count by ${problem.denominator}: give it a column of counts with --value NAME, or draw a run or I chart.`;
    case 'unclear-column':
      return `The columns ${problem.columns.join(' and ')} could both be meant. Say which with ${options[problem.role]} NAME.`;
  }
}
