// How much a protected table hides beside the least possible, and how long protecting takes.
import { byRule, defaultRule, type ProtectedTable, whatLeaves } from '#modules/disclosure';
import { hideOnlySmall, leastToHide } from '../tests/attack/least-possible.ts';
import { chanceFrom, densities, type Density, randomTable } from '../tests/attack/random-tables.ts';

const kinds = Object.keys(densities) as Density[]; // the keys of a constant object

function protectedOf(counts: number[][]): ProtectedTable {
  const table = whatLeaves('table', { counts }, byRule(defaultRule));
  if (!table.ok) throw new Error(`A made-up table was refused: ${table.error.kind}`);
  return table.value;
}

const figuresOf = (table: ProtectedTable) => [
  ...table.cells.flat(),
  ...table.rowTotals,
  ...table.columnTotals,
  table.total
];
const line = (...columns: (string | number)[]) =>
  process.stdout.write(`${columns.map((column) => String(column).padStart(14)).join('')}\n`);

process.stdout.write('Small tables: figures hidden in 400 tables, and the least possible\n');
line('size', 'counts', 'small', 'hidden', 'least*', 'least**');
for (const [height, width] of [
  [2, 2],
  [2, 3],
  [3, 3],
  [3, 4]
] as const) {
  for (const kind of kinds) {
    const chance = chanceFrom(1);
    let [small, hidden, least, leastOfAll] = [0, 0, 0, 0];
    for (let n = 0; n < 400; n += 1) {
      const counts = randomTable(height, width, kind, chance);
      const open = hideOnlySmall(counts, defaultRule);
      const smallHere = [
        ...open.shown.cells.flat(),
        ...open.shown.rowTotals,
        ...open.shown.columnTotals,
        open.shown.total
      ].filter((figure) => figure === null).length;
      small += smallHere;
      hidden += figuresOf(protectedOf(counts)).filter((figure) => figure.kind === 'hidden').length;
      least += smallHere + leastToHide(open, defaultRule, 'totals');
      leastOfAll += smallHere + leastToHide(open, defaultRule, 'totals and cells');
    }
    line(`${height} × ${width}`, kind, small, hidden, least, leastOfAll);
  }
}
process.stdout.write(
  '*  every choice of totals tried   ** every choice of totals and cells tried\n\n'
);

process.stdout.write('Time and totals hidden, a table (400 tables)\n');
line('size', 'counts', 'totals', 'small', 'withheld', 'ms');
for (const [height, width] of [
  [2, 2],
  [4, 5],
  [8, 12],
  [20, 20]
] as const) {
  for (const kind of kinds) {
    const chance = chanceFrom(2);
    const tables = Array.from({ length: 400 }, () => randomTable(height, width, kind, chance));
    const startedAt = performance.now();
    const answers = tables.map(protectedOf);
    const spent = (performance.now() - startedAt) / tables.length;
    let [small, withheld] = [0, 0];
    tables.forEach((counts, n) => {
      const { rowTotals = [], columnTotals = [], total } = answers[n] ?? {};
      const totals = [...rowTotals, ...columnTotals, ...(total === undefined ? [] : [total])];
      const hidden = totals.filter((figure) => figure.kind === 'hidden').length;
      const here = hideOnlySmall(counts, defaultRule).smallTotals.size;
      small += here;
      withheld += hidden - here;
    });
    line(
      `${height} × ${width}`,
      kind,
      height + width + 1,
      (small / 400).toFixed(2),
      (withheld / 400).toFixed(2),
      spent.toFixed(3)
    );
  }
}
