#!/usr/bin/env bash
# Agreement between raters with krippendorff 0.1.0. Three people rate four elements, and one of them left the last two out. In the order in
# which somebody who answered all comes first, agreement is 0.38. With the one who left two out named first it is 1: all agree. Only as
# many elements are looked at as the first one answered, and nothing says so. A missing answer at the end is given as the library's own
# example gives it, by a shorter row; written out as undefined, the figure is 0.38 in each order.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund krippendorff@0.1.0
cat > look.mjs <<'JS'
import library from 'krippendorff';

const council = [1, 2, 2, 3];
const health = [1, 2, 1, 2];
const parents = [1, 2];
const say = (order, ratings) => console.log(`${order}: ${library.alpha(ratings).toFixed(2)}`);
say('parents last', [council, health, parents]);
say('parents first', [parents, council, health]);
say('parents first, what is missing written out', [[...parents, undefined, undefined], council, health]);
JS
node look.mjs | tee seen.txt
diff seen.txt - <<'SEEN'
parents last: 0.38
parents first: 1.00
parents first, what is missing written out: 0.38
SEEN
echo 'Still so: krippendorff 0.1.0.'
