// npm test: everything. With CAIRN_TEST_POSTGRES=1 the database tests run a second time, on PostgreSQL 15.
// What is given after "npm test --" goes to the test runner, and then only the tests run.
import { closingLine } from '../tests/support/closing-line.ts';
import {
  runChecks,
  staticChecks,
  testCheck,
  writeRouteTypes,
  type Check
} from './ground/checks.ts';
import { withPostgres15 } from './ground/postgres-15.ts';

const told = process.argv.slice(2);
const checks: Check[] = told.length > 0 ? [] : [...staticChecks];
checks.push(testCheck('tests, on the embedded PostgreSQL', told, { CAIRN_TEST_DATABASE_URL: '' }));
if (process.env['CAIRN_TEST_POSTGRES'] === '1') {
  checks.push({
    title: 'database tests, on PostgreSQL 15',
    run: () =>
      withPostgres15(process.env['CAIRN_TEST_DATABASE_URL'], (address) =>
        // What is only about the embedded one has nothing to do with this server.
        testCheck('', ['--project', 'database', '--exclude', 'tests/platform/embedded-*'], {
          CAIRN_TEST_DATABASE_URL: address
        }).run()
      )
  });
}

await writeRouteTypes();
const tally = await runChecks(checks);
process.stdout.write(`${closingLine(tally)}\n`);
process.exitCode = tally.failed > 0 ? 1 : 0;
