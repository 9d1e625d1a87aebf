/** Networks of bodies and the links between them, measured: who is between others, who is near, what holds together. */
export { measureNetwork } from './measures.ts';
export { networkProblemSentence, readNetwork } from './read-network.ts';
export type { ByNode, Link, Network, NetworkMeasures, NetworkProblem } from './types.ts';
