import { poolingProblemSentence, poolStudies, readStudies } from '#modules/pooling';
import { err, ok } from '#core/result';
import { answerCases } from './answer-cases.ts';
import type { Streams } from './index.ts';

const use = `Use: cairn pool < studies.json

Reads {"measure": "OR", "studies": [{"events1": 4, "total1": 20, "events2": 9, "total2": 21}]}, a list of these, or {"cases": [{"input": …}]},
and prints the effect of each study and what they come to under five models.
  OR, RR, RD   events1, total1 with the change, events2, total2 without
  MD, SMD      mean1, sd1, n1 with the change, mean2, sd2, n2 without
  GEN          yi, vi: an effect and its variance
What the figures mean is in docs/methods/pooling.md.
`;

/** `cairn pool`: results of several places on standard input, pooled. */
export async function run(args: readonly string[], io: Streams): Promise<number> {
  if (args.length > 0) {
    const isAsked = args.includes('--help') || args.includes('-h');
    (isAsked ? io.stdout : io.stderr).write(use);
    return isAsked ? 0 : 1;
  }
  return answerCases(io, (input) => {
    const read = readStudies(input);
    const pooled = read.ok ? poolStudies(read.value) : read;
    return pooled.ok ? ok(pooled.value) : err(poolingProblemSentence(pooled.error));
  });
}
