import { chanceOf } from './mutations.ts';
import type { FuzzedReader } from './readers.ts';

export type Fuzzed = {
  /** Files that ended in values, and those that were refused with a sentence. */
  readonly read: number;
  readonly refused: number;
  /** Files on which the reader threw, or said nothing; by the seed that makes each again. */
  readonly broken: readonly { readonly seed: number; readonly fault: string }[];
  /** Milliseconds for the slowest file, and its seed. */
  readonly slowest: { readonly seed: number; readonly milliseconds: number };
};

/** Hands a reader so many spoilt files, and says how each ended. The same seed gives the same files. */
export async function fuzz(
  reader: FuzzedReader,
  files: number,
  firstSeed: number
): Promise<Fuzzed> {
  let read = 0;
  let refused = 0;
  let slowest = { seed: firstSeed, milliseconds: 0 };
  const broken: { seed: number; fault: string }[] = [];
  for (let seed = firstSeed; seed < firstSeed + files; seed += 1) {
    const file = await reader.spoil(chanceOf(seed));
    const begun = performance.now();
    try {
      const answer = await reader.read(file);
      if (answer === '') broken.push({ seed, fault: 'refused without a sentence' });
      else if (typeof answer === 'number') read += 1;
      else refused += 1;
    } catch (fault) {
      broken.push({
        seed,
        fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
      });
    }
    const milliseconds = performance.now() - begun;
    if (milliseconds > slowest.milliseconds) slowest = { seed, milliseconds };
  }
  return { read, refused, broken, slowest };
}
