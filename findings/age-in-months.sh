#!/usr/bin/env bash
# A child's age in whole months with date-fns 4.4.0, Luxon 3.7.2 and Day.js 1.11.23. A child born on 31 January 2024 is 26 months old on
# 30 April 2026 by date-fns, and 27 by the two others. date-fns does not follow one rule either: born on 31 August, a child has come to a
# whole month on the last day of February, but born on a 31st not on the last day of April, June, September or November. A review at 27 to
# 30 months counts a child in or out by it, and two programs over the same list give two figures.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund date-fns@4.4.0 luxon@3.7.2 dayjs@1.11.23
cat > look.mjs <<'JS'
import { differenceInMonths, parseISO } from 'date-fns';
import dayjs from 'dayjs';
import { DateTime } from 'luxon';

for (const [born, day] of [
  ['2024-01-31', '2026-04-30'],
  ['2023-12-31', '2026-06-30'],
  ['2023-08-31', '2026-02-28'],
  ['2024-01-15', '2026-04-15']
]) {
  const luxon = Math.floor(DateTime.fromISO(day).diff(DateTime.fromISO(born), 'months').months);
  const months = [differenceInMonths(parseISO(day), parseISO(born)), luxon, dayjs(day).diff(born, 'month')];
  console.log(`born ${born}, on ${day}: date-fns ${months[0]}, Luxon ${months[1]}, Day.js ${months[2]}`);
}
JS
node look.mjs | tee seen.txt
diff seen.txt - <<'SEEN'
born 2024-01-31, on 2026-04-30: date-fns 26, Luxon 27, Day.js 27
born 2023-12-31, on 2026-06-30: date-fns 29, Luxon 30, Day.js 30
born 2023-08-31, on 2026-02-28: date-fns 30, Luxon 30, Day.js 30
born 2024-01-15, on 2026-04-15: date-fns 27, Luxon 27, Day.js 27
SEEN
echo 'Still so: date-fns 4.4.0, Luxon 3.7.2, Day.js 1.11.23.'
