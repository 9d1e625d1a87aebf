import fs from 'node:fs';
import path from 'node:path';
import {
  sumOf,
  type RunReport,
  type Tally,
  type TimedFile
} from '../../tests/support/closing-line.ts';
import { makeTemporaryFolder } from '../../tests/support/temporary-folder.ts';
import { hashOf, project } from './build.ts';
import { runTool } from './tools.ts';

/** Where what a check says goes: on, as it is said, or kept until the check has ended. */
export type Listener = ((text: string) => void) | null;

/** Something that is run and counted. */
export type Check = {
  readonly title: string;
  run(listener: Listener): Promise<RunReport>;
};

/** A tool that is either content or not, and counts as one. */
export function toolCheck(title: string, tool: string, args: () => readonly string[]): Check {
  return {
    title,
    async run(listener) {
      const passed = (await runTool(tool, args(), {}, listener)) === 0;
      return { tally: { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }, files: [] };
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
    async run(listener) {
      const folder = makeTemporaryFolder('report');
      const file = path.join(folder, 'report.json');
      try {
        const named = { ...environment, CAIRN_TEST_REPORT: file };
        const code = await runTool('vitest', ['run', ...args], named, listener);
        return readReport(file, code);
      } finally {
        fs.rmSync(folder, { recursive: true, force: true });
      }
    }
  };
}

/** What the runner counted; one failure when it ended badly without counting any. */
function readReport(file: string, code: number): RunReport {
  const { tally, files }: RunReport = fs.existsSync(file)
    ? // Written by the closing-line reporter.
      (JSON.parse(fs.readFileSync(file, 'utf8')) as RunReport)
    : { tally: { passed: 0, failed: 0, skipped: 0 }, files: [] };
  return { tally: code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally, files };
}

/** Writes the types and settings that follow from the routes, which everything that reads the sources needs and no clone has. */
export async function writeRouteTypes(): Promise<void> {
  if ((await runTool('svelte-kit', ['sync'])) !== 0) {
    throw new Error('The types of the routes could not be written.');
  }
}

/**
 * Does all of them, even after one has failed, and answers with the sum. The lanes run side by side, and the checks of a lane one
 * after the other. What the first lane says is said at once; what the others say, check by check, when a check has ended.
 */
export async function runChecks(
  ...lanes: readonly (readonly Check[])[]
): Promise<{ tally: Tally; files: readonly TimedFile[] }> {
  const reports = await Promise.all(
    lanes.map(async (lane, place) => {
      const done: RunReport[] = [];
      for (const check of lane) done.push(await runCheck(check, place === 0));
      return done;
    })
  );
  return {
    tally: sumOf(reports.flat().map((report) => report.tally)),
    files: reports.flat().flatMap((report) => report.files)
  };
}

async function runCheck({ title, run }: Check, isLive: boolean): Promise<RunReport> {
  const begun = performance.now();
  let said = '';
  const say = (text: string) => {
    if (isLive) process.stdout.write(text);
    else said += text;
  };
  say(`\n── ${title}\n`);
  let report: RunReport;
  try {
    report = await run(isLive ? null : say);
  } catch (fault) {
    say(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    report = { tally: { passed: 0, failed: 1, skipped: 0 }, files: [] };
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  say(`── ${title}: ${report.tally.failed === 0 ? 'good' : 'NOT GOOD'} (${seconds} s)\n`);
  if (!isLive) process.stdout.write(said);
  return report;
}

/**
 * Processor time of this process and of every process that it started and that has ended, in seconds. A busy machine changes it less than
 * the time of the clock. `null` where the system does not say.
 */
export function processorSeconds(): number | null {
  if (!fs.existsSync('/proc/self/stat')) return null;
  const text = fs.readFileSync('/proc/self/stat', 'utf8');
  // proc(5): utime, stime, cutime and cstime are fields 14 to 17, in hundredths of a second; the second field may hold spaces.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field) / 100, 0);
}

const kept = path.join(project, '.cairn', 'checked');
const byContent = (name: string) => [
  '--cache',
  '--cache-strategy=content',
  `--cache-location=${path.join(kept, name)}`
];

/** What is linted, and what decides about it. */
const linted = ['src', 'tests', 'bench', 'scripts', 'package-lock.json'];
const settings = fs.readdirSync(project).filter((name) => /config\.(json|js|ts)$/.test(name));

/**
 * The linter's options for its cache. Some rules ask for types, which other files decide, so that what is known of a file holds only
 * while no file has changed: then the linter begins afresh.
 */
function lintCache(): readonly string[] {
  const note = path.join(kept, 'linted');
  const hash = hashOf([...linted, ...settings], (file) => /\.(ts|js|svelte|json)$/.test(file));
  const isKnown = fs.existsSync(note) && fs.readFileSync(note, 'utf8') === hash;
  if (!isKnown) fs.rmSync(path.join(kept, 'lint'), { force: true });
  fs.mkdirSync(kept, { recursive: true });
  fs.writeFileSync(note, hash);
  return byContent('lint');
}

/** Formatting, rules of the language and types: what every change must satisfy. What was found good is known by its content. */
export const staticChecks: readonly Check[] = [
  toolCheck('lint', 'eslint', () => ['--max-warnings=0', '.', ...lintCache()]),
  toolCheck('types', 'svelte-check', () => ['--tsconfig', './tsconfig.json', '--output', 'human']),
  toolCheck('formatting', 'prettier', () => [
    ...['--check', '--log-level=warn', '.'],
    ...byContent('formatting')
  ])
];
