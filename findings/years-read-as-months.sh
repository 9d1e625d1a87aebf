#!/usr/bin/env bash
# School and financial years with d3-dsv 3.0.1, whose autoType reads a table's cells as what they look like. 2009-10, 2010-11 and 2011-12
# become the months of October 2009, November 2010 and December 2011; 2008-09 is September 2008. From 2012-13 on there is no such month, and
# the cell becomes a date that is none. Nothing is thrown, and the years' own names are gone. Publishers of education and of council finance
# write their years so: the first years of a series fall into autumn, the rest off the axis.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund d3-dsv@3.0.1
cat > look.mjs <<'JS'
import { autoType, csvParse } from 'd3-dsv';

const said = (year) => (year instanceof Date ? (isNaN(year) ? 'a date that is none' : `the day ${year.toISOString().slice(0, 10)}`) : `the words ${year}`);
const years = ['2008-09', '2011-12', '2012-13', '2023-24', '2011/12'];
const rows = csvParse(`year,percent\n${years.map((year) => `${year},60`).join('\n')}\n`, autoType);
rows.forEach((row, at) => console.log(`${years[at]} is read as ${said(row.year)}`));
JS
node look.mjs | tee seen.txt
diff seen.txt - <<'SEEN'
2008-09 is read as the day 2008-09-01
2011-12 is read as the day 2011-12-01
2012-13 is read as a date that is none
2023-24 is read as a date that is none
2011/12 is read as the words 2011/12
SEEN
echo 'Still so: d3-dsv 3.0.1.'
