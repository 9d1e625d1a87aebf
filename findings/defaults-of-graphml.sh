#!/usr/bin/env bash
# GraphML with graphology-graphml 0.5.2. The format lets a file say once what a node or a line has where nothing else is written. What is
# written at a line is read by its type, what is said once is not: of two lines, one of strength 2 and one of the usual strength 1, the sum
# is "21" and not 3, and whoever is by default not represented has the word "false", which counts as yes. No error is raised. Programs for
# drawing networks of partners write such files, since most lines are alike.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund graphology@0.26.0 graphology-graphml@0.5.2
cat > look.mjs <<'JS'
import Graph from 'graphology';
import { parse } from 'graphology-graphml';

const network = parse(
  Graph,
  `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
    <key id="s" for="edge" attr.name="strength" attr.type="double"><default>1</default></key>
    <key id="r" for="node" attr.name="represented" attr.type="boolean"><default>false</default></key>
    <graph edgedefault="undirected">
      <node id="council"><data key="r">true</data></node>
      <node id="nursery"><data key="r">false</data></node>
      <node id="parents"/>
      <edge source="council" target="nursery"><data key="s">2</data></edge>
      <edge source="council" target="parents"/>
    </graph>
  </graphml>`
);
const strength = network.reduceEdges((sum, line, { strength }) => sum + strength, 0);
console.log(`strength of all lines: ${JSON.stringify(strength)}`);
for (const partner of network.nodes()) {
  const represented = network.getNodeAttribute(partner, 'represented');
  console.log(`${partner}: ${JSON.stringify(represented)}, which counts as ${represented ? 'yes' : 'no'}`);
}
JS
node look.mjs | tee seen.txt
diff seen.txt - <<'SEEN'
strength of all lines: "21"
council: true, which counts as yes
nursery: false, which counts as no
parents: "false", which counts as yes
SEEN
echo 'Still so: graphology-graphml 0.5.2.'
