import { BuildFailure } from './build.ts';
import { GroundRefusal } from '../../src/ground/problems.ts';

/** Runs a script's work and ends as it says: 1 with a sentence for what was to be expected, 70 for a fault. */
export async function endWith(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (fault) {
    if (fault instanceof GroundRefusal || fault instanceof BuildFailure) {
      process.stderr.write(`${fault.message}\n`);
      process.exitCode = 1;
    } else {
      process.stderr.write(
        `${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`
      );
      process.exitCode = 70;
    }
  }
}
