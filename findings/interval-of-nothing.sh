#!/usr/bin/env bash
# Intervals of shares with wilson-score-interval 2.1.0. Of ten children none: the share is said to lie between 0 and 28%, which is right. Of
# no children none: between 0 and 0, the narrowest interval of all, where nothing is known and the formula ends at 0 and 100%. A setting
# that saw nobody this month is so drawn as the one we know most about.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund wilson-score-interval@2.1.0
cat > look.mjs <<'JS'
import interval from 'wilson-score-interval';

for (const [part, whole] of [[0, 1000], [0, 10], [0, 1], [0, 0]]) {
  const { left, right } = interval(part, whole);
  console.log(`${part} of ${whole}: from ${(left * 100).toFixed(1)} to ${(right * 100).toFixed(1)}%`);
}
JS
node look.mjs | tee seen.txt
diff seen.txt - <<'SEEN'
0 of 1000: from 0.0 to 0.4%
0 of 10: from 0.0 to 27.8%
0 of 1: from 0.0 to 79.3%
0 of 0: from 0.0 to 0.0%
SEEN
echo 'Still so: wilson-score-interval 2.1.0.'
