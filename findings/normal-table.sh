#!/usr/bin/env bash
# The normal distribution in simple-statistics 7.12.1: cumulativeStdNormalProbability looks its answer up in a table of two decimals that ends
# at 3.09. Six standard deviations give 0.999 (it is 0.999999999), so that nothing is ever rarer than 1 in 1,000; 1.955 and 1.964 give the same
# probability. probit(0.975), the 1.96 of every 95% interval, is 1.957. Whoever draws limits or intervals with it draws them too narrow.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund simple-statistics@7.12.1
cat > look.mjs <<'JS'
import { cumulativeStdNormalProbability as below, probit } from 'simple-statistics';

console.log(`below 6 standard deviations: ${below(6)}`);
console.log(`below 1.955 and below 1.964: ${below(1.955)} ${below(1.964)}`);
console.log(`the 97.5th percentile: ${probit(0.975).toFixed(4)}`);
JS
node look.mjs | tee seen.txt
diff seen.txt - <<'SEEN'
below 6 standard deviations: 0.999
below 1.955 and below 1.964: 0.975 0.975
the 97.5th percentile: 1.9572
SEEN
echo 'Still so: simple-statistics 7.12.1.'
