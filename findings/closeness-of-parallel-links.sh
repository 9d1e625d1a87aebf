#!/usr/bin/env bash
# Closeness in a network where two links join the same two nodes: graphology-metrics 2.4.2 gives the node that was added last a closeness
# that it does not have. Four nodes in a row, a-b-c-d, with two links between a and b: a and d are ends of the row and equally far from the
# rest (3 / (1 + 2 + 3) = 0.5). The one that was added last is said to have 0.75, whichever it is. With one link between a and b both have
# 0.5. Maps of services and partners often hold two links between the same two.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund graphology@0.26.0 graphology-metrics@2.4.2
cat > look.mjs <<'JS'
import Graph from 'graphology';
import closeness from 'graphology-metrics/centrality/closeness.js';

const ends = (order, links) => {
  const graph = new Graph({ multi: true, type: 'undirected' });
  for (const node of order) graph.addNode(node);
  for (const [from, to] of links) graph.addEdge(from, to);
  const { a, d } = closeness(graph);
  return `a ${a}, d ${d}`;
};
const row = [['a', 'b'], ['b', 'c'], ['c', 'd']];
const doubled = [['a', 'b'], ...row];
console.log(`one link, d added last: ${ends(['a', 'b', 'c', 'd'], row)}`);
console.log(`two links, d added last: ${ends(['a', 'b', 'c', 'd'], doubled)}`);
console.log(`two links, a added last: ${ends(['d', 'c', 'b', 'a'], doubled)}`);
JS
node look.mjs | tee seen.txt
diff seen.txt - <<'SEEN'
one link, d added last: a 0.5, d 0.5
two links, d added last: a 0.5, d 0.75
two links, a added last: a 0.75, d 0.5
SEEN
echo 'Still so: graphology 0.26.0, graphology-metrics 2.4.2.'
