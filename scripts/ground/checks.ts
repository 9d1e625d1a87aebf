import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sumOf, type Tally } from '../../tests/support/closing-line.ts';
import { runTool } from './tools.ts';

/** Something that is run and counted. */
export type Check = {
  readonly title: string;
  run(): Promise<Tally>;
};

/** A tool that is either content or not, and counts as one. */
export function toolCheck(title: string, tool: string, args: readonly string[]): Check {
  return {
    title,
    async run() {
      const passed = (await runTool(tool, args)) === 0;
      return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
    }
  };
}

/** A run of the test runner, counted test by test. */
export function testCheck(
  title: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {}
): Check {
  return {
    title,
    async run() {
      const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-tally-')), 'tally.json');
      try {
        const code = await runTool('vitest', ['run', ...args], {
          ...environment,
          CAIRN_TEST_TALLY: file
        });
        return readTally(file, code);
      } finally {
        fs.rmSync(path.dirname(file), { recursive: true, force: true });
      }
    }
  };
}

/** What the runner counted; one failure when it ended badly without counting any. */
function readTally(file: string, code: number): Tally {
  const tally: Tally = fs.existsSync(file)
    ? // Written by the closing-line reporter.
      (JSON.parse(fs.readFileSync(file, 'utf8')) as Tally)
    : { passed: 0, failed: 0, skipped: 0 };
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** Writes the types and settings that follow from the routes, which everything that reads the sources needs and no clone has. */
export async function writeRouteTypes(): Promise<void> {
  if ((await runTool('svelte-kit', ['sync'])) !== 0) {
    throw new Error('The types of the routes could not be written.');
  }
}

/** Does all of them, even after one has failed, and answers with the sum. */
export async function runChecks(checks: readonly Check[]): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const { title, run } of checks) {
    const begun = performance.now();
    process.stdout.write(`\n── ${title}\n`);
    try {
      tallies.push(await run());
    } catch (fault) {
      process.stdout.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
      tallies.push({ passed: 0, failed: 1, skipped: 0 });
    }
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const failed = tallies.at(-1)?.failed ?? 0;
    process.stdout.write(`── ${title}: ${failed === 0 ? 'good' : 'NOT GOOD'} (${seconds} s)\n`);
  }
  return sumOf(tallies);
}

/** Formatting, rules of the language and types: what every change must satisfy. */
export const staticChecks: readonly Check[] = [
  toolCheck('formatting', 'prettier', ['--check', '--log-level=warn', '.']),
  toolCheck('lint', 'eslint', ['--max-warnings=0', '.']),
  toolCheck('types', 'svelte-check', ['--tsconfig', './tsconfig.json', '--output', 'human'])
];
