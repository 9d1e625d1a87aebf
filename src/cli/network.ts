import { measureNetwork, networkProblemSentence, readNetwork } from '#modules/networks';
import { err, ok } from '#core/result';
import { answerCases } from './answer-cases.ts';
import type { Streams } from './index.ts';

const use = `Use: cairn network < network.json

Reads {"nodes": ["A", "B"], "edges": [{"source": "A", "target": "B"}]}, a list of these, or {"cases": [{"input": …}]}, and prints
every measure of each. Settings beside nodes and edges, all optional:
  "directed": true       a link leads from source to target alone
  "weighted": true       every edge has a "weight", its strength
  "weightedPaths": true  distances by strength too: a link is 1 / weight long
  "partition": {"A": 1}  the group of every node, for modularity
What each measure means is in docs/methods/network-measures.md.
`;

/** `cairn network`: the measures of networks on standard input. */
export async function run(args: readonly string[], io: Streams): Promise<number> {
  if (args.length > 0) {
    const isAsked = args.includes('--help') || args.includes('-h');
    (isAsked ? io.stdout : io.stderr).write(use);
    return isAsked ? 0 : 1;
  }
  return answerCases(io, (input) => {
    const read = readNetwork(input);
    return read.ok ? ok(measureNetwork(read.value)) : err(networkProblemSentence(read.error));
  });
}
