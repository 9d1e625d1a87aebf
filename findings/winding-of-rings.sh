#!/usr/bin/env bash
# The right-hand rule in d3-geo 3.1.1: RFC 7946 asks that outer rings run anticlockwise, and d3-geo takes such a ring for everything on earth
# but what lies within it. A square degree that is right by the standard has an area of almost the whole sphere (4π), and is drawn as a map
# filled all around. Turned clockwise, which the standard forbids, it has the area it should. No error is raised either way.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund d3-geo@3.1.1
cat > look.mjs <<'JS'
import { geoArea, geoContains } from 'd3-geo';

const rightHanded = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]];
const polygon = (ring) => ({ type: 'Polygon', coordinates: [ring] });
for (const [name, ring] of [['as RFC 7946 asks', rightHanded], ['turned round', rightHanded.toReversed()]]) {
  const share = (geoArea(polygon(ring)) / (4 * Math.PI)).toFixed(5);
  console.log(`${name}: ${share} of the sphere, its middle within: ${geoContains(polygon(ring), [0.5, 0.5])}`);
}
JS
node look.mjs | tee seen.txt
diff seen.txt - <<'SEEN'
as RFC 7946 asks: 0.99998 of the sphere, its middle within: false
turned round: 0.00002 of the sphere, its middle within: true
SEEN
echo 'Still so: d3-geo 3.1.1.'
