// npm run check: the quick set, all you need before asking for a review.
import { closingLine } from '../tests/support/closing-line.ts';
import { runChecks, staticChecks, testCheck, writeRouteTypes } from './ground/checks.ts';

await writeRouteTypes();
const { tally } = await runChecks(
  [testCheck('tests without a database', ['--project', 'unit'])],
  staticChecks
);
process.stdout.write(`${closingLine(tally)}\n`);
process.exitCode = tally.failed > 0 ? 1 : 0;
