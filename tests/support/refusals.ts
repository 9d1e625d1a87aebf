import { GroundRefusal, type GroundProblem } from '../../src/ground/problems.ts';

/** The problem that `work` is refused with. Fails when it isn't refused, or falls over instead. */
export async function refusalOf(work: () => unknown): Promise<GroundProblem> {
  try {
    await work();
  } catch (fault) {
    if (fault instanceof GroundRefusal) return fault.problem;
    throw fault;
  }
  throw new Error('This was expected to be refused, and was not.');
}
