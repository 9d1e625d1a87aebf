import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { excused, statementsWithoutPartnership } from './names-the-partnership.ts';
import { breachesOf, fences, importsOf } from './rules.ts';

const root = path.resolve(import.meta.dirname, '../..');

function sourceFiles(): { path: string; text: string }[] {
  return ['src', 'tests']
    .flatMap((folder) =>
      fs
        .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    )
    .filter((name) => /\.(ts|svelte)$/.test(name) && !name.endsWith('.d.ts'))
    .filter((name) => !name.startsWith('tests/fences/'))
    .map((name) => ({ path: name, text: fs.readFileSync(path.join(root, name), 'utf8') }));
}

test('no file of the project climbs a fence', () => {
  const files = sourceFiles();
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap(breachesOf)).toEqual([]);
});

// A fence nobody has tried to climb is only a hope: each is broken here on purpose, in each way it knows.
const climbs = [
  [
    'kept formatters',
    'src/modules/delivery/sentences.ts',
    "export function words(days: number) {\n  return new Intl.NumberFormat('en-GB').format(days);\n}"
  ],
  [
    'kept formatters',
    'src/modules/reports/letter.ts',
    "const say = (count: number) => new Intl.NumberFormat('en-GB').format(count);"
  ],
  ['kept formatters', 'src/design/Table.svelte', "const numbers = new Intl.NumberFormat('en-GB');"],
  [
    'days of the kingdom',
    'src/modules/charter/files.ts',
    'const on = scoredAt.toISOString().slice(0, 10);'
  ],
  [
    'days of the kingdom',
    'src/core/written-dates.ts',
    'return new Date(then)\n    .toISOString()\n    .slice(0, 10);'
  ],
  ['days of the kingdom', 'src/cli/backup.ts', "const [day] = at?.toISOString().split('T');"],
  ['days of the kingdom', 'src/routes/+page.svelte', 'const year = now.getFullYear();'],
  ['days of the kingdom', 'src/routes/+page.svelte', "{at.toLocaleDateString('en-GB')}"],
  [
    'days of the kingdom',
    'src/design/moments.ts',
    "new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(at)"
  ],
  [
    'names the partnership',
    'src/modules/delivery/store.server.ts',
    "tx.selectFrom('aim').selectAll().where('id', '=', id);"
  ],
  [
    'names the partnership',
    'src/modules/delivery/store.server.ts',
    "tx.selectFrom('aim as a').where('partnershipId', '!=', scope.partnershipId);"
  ],
  [
    'names the partnership',
    'src/modules/delivery/store.server.ts',
    "tx.updateTable('planPriority').set({ title }).where('id', '=', id);"
  ],
  [
    'names the partnership',
    'src/modules/delivery/store.server.ts',
    "tx.deleteFrom('aim').where('id', '=', id).execute();"
  ],
  [
    'names the partnership',
    'src/modules/delivery/store.server.ts',
    "tx.deleteFrom(table as 'aim').where('id', '=', id);"
  ],
  [
    'names the partnership',
    'src/modules/delivery/store.server.ts',
    "tx.selectFrom('aim').innerJoin('action', 'action.aimId', 'aim.id').where('aim.partnershipId', '=', here);"
  ],
  [
    'names the partnership',
    'src/modules/delivery/store.server.ts',
    "tx.selectFrom('partnership').where('id', 'in', (eb) => eb.selectFrom('aim').select('partnershipId'));"
  ],
  [
    'names the partnership',
    'src/modules/delivery/store.server.ts',
    "function a() { const rows = tx.selectFrom('aim'); return other.where('partnershipId', '=', here); }"
  ],
  [
    'names the partnership',
    'src/modules/delivery/store.server.ts',
    "tx.selectFrom('aim').innerJoin('action', (join) => join.onRef('action.partnershipId', '=', 'aim.partnershipId'));"
  ],
  [
    'names the partnership',
    'src/modules/delivery/store.server.ts',
    'sql`delete from plan_priority where id = ${id}`.execute(tx);'
  ],
  ['says how it leaves', 'src/routes/p/[partnership]/new.csv/+server.ts', 'export const GET = 1;'],
  [
    'says how it leaves',
    'src/routes/p/[partnership]/new.csv/+server.ts',
    "// export const _leaving: Leaving = { kind: 'no-counts', because: 'x' };\nexport const GET = 1;"
  ],
  [
    'says how it leaves',
    'src/routes/p/[partnership]/new.csv/+server.ts',
    "export const _leaving: Leaving = { kind: 'rule', output: 'export' };\nexport const GET = () => ask(event, viewMeasure);"
  ],
  [
    'says how it leaves',
    'src/routes/p/[partnership]/new.csv/+server.ts',
    "export const _leaving: Leaving = { kind: 'as-entered', because: 'x' };\nexport const GET = () => ask(event, viewProgramme);"
  ],
  [
    'leaves by one door',
    'src/modules/improvement/new.ts',
    "import { defaultRule, protectCount } from '#modules/disclosure';"
  ],
  [
    'leaves by one door',
    'src/modules/surveys/new.ts',
    "import { protectAnswers } from '#modules/disclosure';"
  ],
  [
    'only what is published',
    'src/routes/public/[place]/+page.server.ts',
    "import { viewNeed } from '#modules/indicators/server';"
  ],
  [
    'only what is published',
    'src/routes/public/[place]/+page.server.ts',
    "import { ask } from '#web/page.server';"
  ],
  ['by the door', 'src/modules/thread/rows.ts', "import { x } from '#modules/evidence/rules';"],
  ['by the door', 'src/modules/thread/rows.ts', "import { x } from '../evidence/index.ts';"],
  [
    'by the door',
    'src/routes/+page.server.ts',
    "import { x } from '../modules/evidence/store.server.ts';"
  ],
  ['by the door', 'src/modules/thread/rows.ts', "export { x } from '../evidence/index.ts';"],
  [
    'up the ladder',
    'src/modules/evidence/rules.ts',
    "import { type X } from '#modules/improvement';"
  ],
  [
    'up the ladder',
    'src/modules/evidence/rules.ts',
    "import type { X } from '#modules/indicators';"
  ],
  ['up the ladder', 'src/platform/command.ts', "import { x } from '#modules/partnerships/server';"],
  ['up the ladder', 'src/platform/command.ts', "import type { X } from '#modules/partnerships';"],
  ['up the ladder', 'src/platform/schema.ts', "import { x } from '#modules/partnerships';"],
  ['on a rung', 'src/modules/weather/rules.ts', ''],
  ['low ground', 'src/core/dates.ts', "import { x } from '#platform/clock';"],
  ['low ground', 'src/ground/archive.ts', "import { x } from '#platform/database';"],
  ['low ground', 'src/platform/command.ts', "import { x } from '#ground/mode';"],
  ['low ground', 'src/platform/command.ts', "import { x } from '#web/page.server';"],
  ['by the door', 'src/web/serving.ts', "import { x } from '../ground/mode.ts';"],
  ['low ground', 'src/design/forms/Form.svelte', "<script>import { x } from '#modules/evidence';"],
  ['pure rules', 'src/modules/evidence/rules.ts', "import fs from 'node:fs';"],
  ['pure rules', 'src/modules/evidence/rules.ts', 'const now = new Date();'],
  ['pure rules', 'src/modules/evidence/rules.ts', 'const when = Date.now();'],
  ['pure rules', 'src/modules/evidence/rules.ts', 'const dice = Math.random();'],
  ['pure rules', 'src/core/dates.ts', 'const zone = process.env.TZ;'],
  ['pure rules', 'src/modules/evidence/rules.ts', "import { sql } from 'kysely';"],
  [
    'browser side',
    'src/routes/+page.svelte',
    "<script>\nimport { x } from '#modules/evidence/server';"
  ],
  ['browser side', 'src/routes/+page.svelte', "<script>\nimport { x } from './helper.server.ts';"],
  [
    'only stores',
    'src/modules/evidence/queries.server.ts',
    "await tx.selectFrom('rating').execute();"
  ],
  ['only stores', 'src/routes/+page.server.ts', "import { sql } from 'kysely';"],
  ['only the gate', 'src/modules/evidence/store.server.ts', 'const scope = mintWriteScope(facts);']
] as const;

describe('a file that climbs on purpose is caught', () => {
  test.each(climbs)('%s: %s with %s', (fence, name, text) => {
    const caught = breachesOf({ path: name, text }).map((breach) => breach.fence);
    expect(caught).toContain(fence);
  });

  test('every fence is tried', () => {
    const tried = new Set<string>(climbs.map(([fence]) => fence));
    expect(fences.map((fence) => fence.name).filter((name) => !tried.has(name))).toEqual([]);
  });
});

test('imports are found in every form', () => {
  const text = [
    "import a from 'one';",
    "import type { B } from 'two';",
    'import {\n  c,\n  type D\n} from "three";',
    "export * from 'four';",
    "const e = await import('five');",
    "import 'six';"
  ].join('\n');
  expect(importsOf(text).map((one) => one.from)).toEqual([
    'one',
    'two',
    'three',
    'four',
    'five',
    'six'
  ]);
  expect(importsOf(text)[1]?.typeOnly).toBe(true);
});

describe('a statement that names the partnership', () => {
  test.each([
    "tx.selectFrom('aim').where('partnershipId', '=', scope.partnershipId);",
    "tx.selectFrom('aim as a').where('a.partnershipId', '=', scope.partnershipId);",
    "tx.selectFrom('aim').innerJoin('action', (join) => join.onRef('action.partnershipId', '=', 'aim.partnershipId')).where('aim.partnershipId', '=', here);",
    "tx.selectFrom('aim').innerJoin('action', (join) => join.onRef('action.partnershipId', '=', 'aim.partnershipId')).where('action.partnershipId', '=', here);",
    "function a() { let rows = tx.selectFrom('aim'); rows = rows.where('partnershipId', '=', here); }",
    "tx.selectFrom('person').where('id', '=', id);",
    'sql`delete from plan_priority where partnership_id = ${here}`.execute(tx);',
    'const all = Array.from(list);'
  ])('may pass: %s', (text) => {
    expect(statementsWithoutPartnership('src/modules/delivery/store.server.ts', text)).toEqual([]);
  });

  test('is excused of it only where it still needs to be', () => {
    const needed = Object.keys(excused).map((name) => {
      const text = fs.readFileSync(path.join(root, name), 'utf8');
      // Under another name nothing is excused.
      const found = statementsWithoutPartnership(`other/${name}`, text);
      return [name, found.map((one) => one.replace(/, line \d+$/, ''))] as const;
    });
    const listed = Object.entries(excused).map(([name, all]) => [name, Object.keys(all)]);
    expect(needed).toEqual(listed);
  });
});
