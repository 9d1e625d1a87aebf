#!/usr/bin/env bash
# The British National Grid (EPSG:27700) with proj4 and the definition that epsg-index holds of it: every point comes out as "not a number",
# and nothing is thrown. The definition names a grid file of corrections that proj4 has not, and says nothing of how to do without; proj4
# writes a line to the console and goes on. Eastings and northings of nurseries and services in the United Kingdom are kept in this grid.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund proj4@2.22.0 epsg-index@2.0.0
cat > look.mjs <<'JS'
import { createRequire } from 'node:module';
import proj4 from 'proj4';

const { proj4: definition } = createRequire(import.meta.url)('epsg-index/s/27700.json');
console.log(definition);
proj4.defs('EPSG:27700', definition);
let answer;
try {
  // The worked example of the Ordnance Survey's guide to coordinate systems, near Caister water tower in Norfolk.
  answer = proj4('EPSG:27700', 'WGS84', [651409.903, 313177.27]).join(' ');
} catch (fault) {
  answer = `refused: ${fault.message}`;
}
console.log(answer);
JS
node look.mjs 2>/dev/null | tee seen.txt
grep --quiet 'nadgrids=OSTN15' seen.txt
test "$(tail -1 seen.txt)" = 'NaN NaN'
echo 'Still so: proj4 2.22.0, epsg-index 2.0.0.'
