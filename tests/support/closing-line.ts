import fs from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** How many tests (or checks) ended in which way. */
export type Tally = { passed: number; failed: number; skipped: number };

/** How long a file of tests took, reading it in included. */
export type TimedFile = { readonly file: string; readonly seconds: number };

/** What a run of the test runner leaves for the script that started it. */
export type RunReport = { readonly tally: Tally; readonly files: readonly TimedFile[] };

/** The files that took longest, longest first, a line each. */
export function slowestFiles(files: readonly TimedFile[], most = 10): string[] {
  return files
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, most)
    .map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}`);
}

/** The line that ends the output of every test command. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  const skippedToo = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${passed} passed, ${failed} failed${skippedToo}`;
}

/** The sum of several tallies. */
export function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped
    }),
    { passed: 0, failed: 0, skipped: 0 }
  );
}

/** What happened in these files. A file that could not be loaded, and an error outside any test, each count as failed. */
export function tallyOf(
  modules: readonly Pick<TestModule, 'children' | 'errors' | 'state'>[],
  errorsOutside: number
): Tally {
  const tally = { passed: 0, failed: errorsOutside, skipped: 0 };
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') tally.passed += 1;
      else if (state === 'failed') failedHere += 1;
      else tally.skipped += 1;
    }
    if (failedHere === 0 && (module.errors().length > 0 || module.state() === 'failed')) {
      failedHere = 1;
    }
    tally.failed += failedHere;
  }
  return tally;
}

function timesOf(modules: readonly TestModule[]): TimedFile[] {
  return modules.map((module) => {
    const { collectDuration, duration, setupDuration } = module.diagnostic();
    return {
      file: module.relativeModuleId,
      seconds: (collectDuration + duration + setupDuration) / 1000
    };
  });
}

/**
 * Prints the closing line when the run has ended and everything else has been said. When a script runs several runners, it names a
 * file in `CAIRN_TEST_REPORT` and prints the sum itself.
 */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tally = tallyOf(modules, errors.length);
    const file = process.env['CAIRN_TEST_REPORT'];
    const report: RunReport = { tally, files: timesOf(modules) };
    if (file !== undefined) fs.writeFileSync(file, JSON.stringify(report));
    else {
      process.once('exit', (code) => {
        // A run that ends badly without a failed test, such as one whose setting-up failed, still counts one failure.
        const unseen = code !== 0 && tally.failed === 0 ? 1 : 0;
        fs.writeSync(1, `${closingLine({ ...tally, failed: tally.failed + unseen })}\n`);
      });
    }
  }
}
