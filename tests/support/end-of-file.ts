/**
 * What a test file made that must not outlive it. A worker runs many files with the same modules, so that what a module keeps for one
 * file is given back here.
 */
const waiting: (() => unknown)[] = [];

/** Does `work` when the test file that runs now has ended; what was asked for last is done first. */
export function whenTheFileEnds(work: () => unknown): void {
  waiting.push(work);
}

/** Does what was asked for. Every part is tried; the first that fails is the answer. */
export async function endFile(): Promise<void> {
  const faults: unknown[] = [];
  for (const work of waiting.splice(0).reverse()) {
    try {
      await work();
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
}
