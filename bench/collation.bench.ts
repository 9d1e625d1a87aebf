// How long the page of all tests takes with 5,000 tests in one place, on an embedded database of its own.
import fs from 'node:fs';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { viewTests } from '#modules/improvement/server';
import { addAccount, beginPartnership } from '#modules/partnerships/server';
import { systemClock } from '#platform/clock';
import type { World } from '#platform/command';
import { connect, inTransaction } from '#platform/database';
import { openDatabase } from '../src/platform/connection.ts';

const tests = 5000;
const rounds = 15;
const folder = fs.mkdtempSync('/tmp/cairn-bench-');
const opened = await openDatabase({ CAIRN_DATA: folder });
const world: World = { database: connect(opened.app), clock: systemClock, newId: randomUUID };
try {
  const person = await addAccount(world, {
    name: 'Bench',
    email: 'bench@example.org',
    password: 'three stones on a hill',
    siteAdministrator: false
  });
  if (!person.ok) throw new Error(person.error.kind);
  const actor = { personId: person.value.id };
  const begun = await beginPartnership(world, actor.personId, {
    name: 'Bench',
    slug: 'bench',
    kind: 'place',
    areaCode: '',
    nation: 'England',
    about: ''
  });
  if (!begun.ok) throw new Error(begun.error.kind);
  const place = begun.value.id;
  const settings = { partnershipId: place, personId: actor.personId, now: world.clock() };
  await inTransaction(world.database, settings, 'write', async (tx) => {
    await sql`insert into improvement_project (partnership_id, id, title, factor_ids, setting)
      select ${place}::uuid, gen_random_uuid(), 'Project ' || n, '{play-and-verbal-exchanges}', 'Nursery ' || n % 12
      from generate_series(1, 40) n`.execute(tx);
    await sql`insert into change_idea (partnership_id, id, project_id, text)
      select partnership_id, gen_random_uuid(), id, 'Idea ' || n || ' about books and songs'
      from improvement_project, generate_series(1, 5) n`.execute(tx);
    await sql`insert into test_of_change (partnership_id, id, project_id, change_idea_id, number, status, change_tried, planned_for,
        done_on, carried_out, observations, was_improvement, learnt, decision)
      select partnership_id, gen_random_uuid(), project_id, id,
        row_number() over (partition by project_id), 'acted',
        'Try ' || (array['a bag of books','a song at pick-up','a text in the evening','a walk with words'])[1 + (n % 4)] || ' ' || n,
        date '2024-01-01' + n, date '2024-01-01' + n, 'as-planned',
        repeat('Families came and said what they did at home with it. ', 4),
        (array['yes','no','cannot-tell'])[1 + (n % 3)],
        repeat('It works when a worker shows it first; reading alone is not enough. ', 2), 'adapt'
      from change_idea, generate_series(1, ${tests / 200}) n`.execute(tx);
  });
  const pages = [
    ['first page, latest first', {}],
    ['page 200', { page: '200' }],
    ['words, best match first', { words: 'reading books' }],
    ['a word of few tests', { words: 'song', result: 'no', from: '2024-01-20' }],
    ['counted by change idea', { by: 'idea' }],
    ['counted by setting', { by: 'setting' }]
  ] as const;
  for (const [name, asked] of pages) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      const answer = await viewTests.run(actor, place, asked, world);
      if (!answer.ok) throw new Error(answer.error.kind);
      times.push(performance.now() - began);
    }
    times.sort((one, other) => one - other);
    const middle = times[Math.floor(times.length / 2)] ?? 0;
    const slowest = times.at(-1) ?? 0;
    process.stdout.write(
      `${name.padEnd(28)}${middle.toFixed(1).padStart(8)} ms${slowest.toFixed(1).padStart(9)} ms slowest of ${rounds}\n`
    );
  }
} finally {
  await world.database.destroy();
  await opened.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
