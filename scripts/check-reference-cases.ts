// node scripts/check-reference-cases.ts FILE [--pack FOLDER]
// Compares the charts with a whole file of reference cases and says how many agree. With --pack it also writes the
// synthetic cases to FOLDER, as they are committed in tests/fixtures/spc; cases with data of third parties are never written.
import fs from 'node:fs';
import path from 'node:path';
import {
  answerCase,
  countIdentical,
  firstDifference,
  isJsonObject,
  packRepeats,
  toleranceFor,
  type Json,
  type JsonObject
} from '#modules/charts/reference';

const [file, flag, folder] = process.argv.slice(2);
if (file === undefined || !fs.existsSync(file)) {
  process.stdout.write(
    'The whole file of reference cases is not here, so it was not compared. Name it: node scripts/check-reference-cases.ts FILE\n'
  );
} else {
  const cases = readCases(file);
  if (flag === '--pack' && folder !== undefined) pack(cases, folder);
  process.exitCode = compare(cases);
}

function readCases(name: string): JsonObject[] {
  // A case file is JSON; anything else in it shows up as a case that does not agree.
  const content = JSON.parse(fs.readFileSync(name, 'utf8')) as Json;
  const cases = isJsonObject(content) ? content['cases'] : content;
  return Array.isArray(cases) ? (cases as readonly Json[]).filter(isJsonObject) : [];
}

function compare(cases: readonly JsonObject[]): number {
  let agreeing = 0;
  let identical = 0;
  let figures = 0;
  for (const each of cases) {
    const input = each['input'];
    const expected = each['expected'];
    const answer = answerCase(each);
    const isRefusal = isJsonObject(expected) && expected['error'] !== undefined;
    const tolerance = toleranceFor(isJsonObject(input) ? input['chart'] : undefined);
    const difference = isRefusal
      ? isJsonObject(answer) && typeof answer['error'] === 'string'
        ? null
        : 'it should have been refused'
      : firstDifference(answer, expected, tolerance);
    if (difference === null) agreeing++;
    else process.stdout.write(`${String(each['id'])}: ${difference}\n`);
    const [same, compared] = countIdentical(answer, expected);
    identical += same;
    figures += compared;
  }
  process.stdout.write(
    `${agreeing} of ${cases.length} cases agree; ${identical} of ${figures} figures are the same to the last bit.\n`
  );
  return agreeing === cases.length ? 0 : 1;
}

function pack(cases: readonly JsonObject[], target: string): void {
  const names: Readonly<Record<string, string>> = {
    qicharts2: 'qicharts2.json',
    NHSRplotthedots: 'plot-the-dots.json',
    runcharter: 'runcharter.json'
  };
  for (const [engine, name] of Object.entries(names)) {
    const own = cases.filter(
      (each) =>
        each['engine'] === engine &&
        isJsonObject(each['origin']) &&
        each['origin']['kind'] === 'synthetic'
    );
    const lines = own.map((each) => JSON.stringify(packRepeats(each)));
    fs.writeFileSync(path.join(target, name), `{"cases":[\n${lines.join(',\n')}\n]}\n`);
    process.stdout.write(`${name}: ${own.length} synthetic cases\n`);
  }
}
