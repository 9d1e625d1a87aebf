import { text } from 'node:stream/consumers';
import type { Streams } from './index.ts';
import {
  byRule,
  problemSentence,
  type ProtectedCount,
  type ProtectedTable,
  readRule,
  type TableOptions,
  whatLeaves
} from '#modules/disclosure';

const use = `Use: cairn protect [--all-or-none] < tables.json

Reads {"counts": [[…]], "rule": {"hideFrom": 1, "hideTo": 7, "roundTo": 5}}, or an array of such inputs, and prints the
table safe to show with its totals, null for what is hidden. The rule may be left out.
--all-or-none hides every total of a table as soon as one must be hidden.
`;

/** The answer in the form that other programs read: numbers, and null for what is hidden. */
function plain({ cells, rowTotals, columnTotals, total }: ProtectedTable) {
  const value = (count: ProtectedCount) => (count.kind === 'shown' ? count.value : null);
  return {
    cells: cells.map((row) => row.map(value)),
    rowTotals: rowTotals.map(value),
    columnTotals: columnTotals.map(value),
    total: value(total)
  };
}

/** Something in the input that its writer can put right. */
class InputProblem extends Error {}

function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

function protectInput(given: unknown, options: TableOptions): ReturnType<typeof plain> {
  if (!isObject(given)) throw new InputProblem('An input must be an object with "counts".');
  const { counts, rule = {} } = given;
  if (!Array.isArray(counts) || !counts.every((row): row is unknown[] => Array.isArray(row))) {
    throw new InputProblem('"counts" must be an array of rows, each an array of whole numbers.');
  }
  if (!isObject(rule)) {
    throw new InputProblem('"rule" must be an object with hideFrom, hideTo and roundTo.');
  }
  const read = readRule(rule);
  if (!read.ok) throw new InputProblem(problemSentence(read.error));
  // A table is refused by row and column for whatever is not a count, so NaN stands in for what is not even a number.
  const numbers = counts.map((row) =>
    row.map((count) => (typeof count === 'number' ? count : NaN))
  );
  const table = whatLeaves('table', { counts: numbers, ...options }, byRule(read.value));
  if (!table.ok) throw new InputProblem(problemSentence(table.error));
  return plain(table.value);
}

function protectAll(input: string, options: TableOptions): unknown {
  let given: unknown;
  try {
    given = JSON.parse(input);
  } catch {
    throw new InputProblem('The input is not JSON. Give {"counts": [[…]]} or an array of these.');
  }
  if (!Array.isArray(given)) return protectInput(given, options);
  return given.map((one: unknown, index) => {
    try {
      return protectInput(one, options);
    } catch (problem) {
      if (!(problem instanceof InputProblem)) throw problem;
      throw new InputProblem(`Input ${index + 1}: ${problem.message}`);
    }
  });
}

/** `cairn protect`: two-way tables from standard input, made safe to show. */
export async function run(args: readonly string[], io: Streams): Promise<number> {
  if (args.includes('--help')) {
    io.stdout.write(use);
    return 0;
  }
  const unknown = args.find((arg) => arg !== '--all-or-none');
  if (unknown !== undefined) {
    io.stderr.write(`cairn protect does not know "${unknown}".\n${use}`);
    return 1;
  }
  try {
    const totals = args.includes('--all-or-none') ? 'all-or-none' : 'fewest';
    io.stdout.write(`${JSON.stringify(protectAll(await text(io.stdin), { totals }))}\n`);
    return 0;
  } catch (problem) {
    if (!(problem instanceof InputProblem)) throw problem;
    io.stderr.write(`${problem.message}\n`);
    return 1;
  }
}
