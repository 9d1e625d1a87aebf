#!/usr/bin/env bash
# Probabilities of counts with jStat 1.9.6. How likely exactly 143 referrals are where 143 are expected: 0.0333, which is right. For 144 it is
# "Infinity", from 171 on no number, and the chance of at most so many likewise; of shares of 1,200 children as well. Nothing is thrown. A
# council's month of referrals, visits or reviews is easily more than 144. The right figures are near 1 / sqrt(2 pi 144) = 0.0332 and 0.52.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund jstat@1.9.6
cat > look.mjs <<'JS'
import library from 'jstat';

const { poisson, binomial } = library.jStat;
const short = (value) => (Number.isFinite(value) ? value.toFixed(4) : String(value));
for (const count of [143, 144, 171]) {
  const [exactly, atMost] = [poisson.pdf(count, count), poisson.cdf(count, count)];
  console.log(`${count} where ${count} are expected: exactly ${short(exactly)}, at most ${short(atMost)}`);
}
console.log(`half of 1000: ${short(binomial.pdf(500, 1000, 0.5))}`);
console.log(`half of 1200: ${short(binomial.pdf(600, 1200, 0.5))}`);
JS
node look.mjs | tee seen.txt
diff seen.txt - <<'SEEN'
143 where 143 are expected: exactly 0.0333, at most 0.5222
144 where 144 are expected: exactly Infinity, at most Infinity
171 where 171 are expected: exactly NaN, at most NaN
half of 1000: 0.0252
half of 1200: Infinity
SEEN
echo 'Still so: jStat 1.9.6.'
