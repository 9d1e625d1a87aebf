// npm test: everything. With CAIRN_TEST_POSTGRES=1 the database tests run a second time, on PostgreSQL 15.
// What is given after "npm test --" goes to the test runner, and then only the tests run. docs/testing.md says what costs how much.
import { closingLine, slowestFiles } from '../tests/support/closing-line.ts';
import { watchBrowsers } from './ground/browser-time.ts';
import {
  processorSeconds,
  runChecks,
  staticChecks,
  testCheck,
  writeRouteTypes,
  type Check
} from './ground/checks.ts';
import { withPostgres15 } from './ground/postgres-15.ts';

const told = process.argv.slice(2);
const tests = testCheck('tests, on the embedded PostgreSQL', told, { CAIRN_TEST_DATABASE_URL: '' });
/** Database tests that no other version of the server could answer otherwise, and that would take a minute of the run. */
const sameOnEveryServer = [
  // What is only about the embedded one.
  'tests/platform/embedded-*',
  'tests/platform/full-disk*',
  // What is about the tests themselves, and about feeds once they have been read from the tables.
  'tests/platform/browser-time*',
  'tests/platform/closing-line*',
  'tests/platform/schema-types*',
  'tests/platform/test-database*',
  'src/modules/maps/feed*',
  // Ways in that give the commands of the modules, whose own tests ask this server the same; archive.test.ts takes everything out and in.
  'src/cli/**',
  'src/routes/**',
  // Single steps of upgrading: upgrade.test.ts takes every table with its rows from the oldest to the newest.
  'tests/platform/upgrade-*',
  // Commands, forms and files that are decided before the database is asked for anything but who somebody is; row-security.test.ts asks it.
  'tests/access/access*',
  'tests/access/every-way-out*',
  'tests/access/forms*',
  'tests/access/free-text*',
  'tests/access/who-may*'
];
const onPostgres15: Check = {
  title: 'database tests, on PostgreSQL 15',
  run: (listener) =>
    withPostgres15(process.env['CAIRN_TEST_DATABASE_URL'], (address) =>
      testCheck(
        '',
        ['--project', 'database', ...sameOnEveryServer.flatMap((files) => ['--exclude', files])],
        { CAIRN_TEST_DATABASE_URL: address }
      ).run(listener)
    )
};

const browsers = watchBrowsers();
await writeRouteTypes();
// Beside the tests, so that no processor waits while another works.
const { tally, files } = await runChecks(
  [tests],
  [
    ...(told.length > 0 ? [] : staticChecks),
    ...(process.env['CAIRN_TEST_POSTGRES'] === '1' ? [onPostgres15] : [])
  ]
);
if (files.length > 10) {
  process.stdout.write(`\nThe slowest files:\n${slowestFiles(files).join('\n')}\n`);
  const seconds = processorSeconds();
  const inBrowsers = browsers.seconds();
  if (seconds !== null && inBrowsers !== null) {
    const [all, theirs] = [seconds + inBrowsers, inBrowsers].map(Math.round);
    process.stdout.write(`${all} processor seconds in all, ${theirs} of them in browsers.\n`);
  }
}
process.stdout.write(`${closingLine(tally)}\n`);
process.exitCode = tally.failed > 0 ? 1 : 0;
