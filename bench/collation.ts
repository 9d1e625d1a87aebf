import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { sql } from 'kysely';
import { viewTests } from '#modules/improvement/server';
import { systemClock } from '#platform/clock';
import type { World } from '#platform/command';
import { openDatabase } from '#ground/connection';
import { connect, inTransaction } from '#platform/database';
import { Throttle } from '#platform/throttle';
import { loadContent } from '../src/cli/load-content.ts';
import { makeTemporaryFolder } from '../tests/support/temporary-folder.ts';
import { makePlace, type Place } from './place.ts';

const testCount = 5000;
const projectCount = 40;
const ideasPerProject = 5;
const rounds = 15;

/**
 * Milliseconds on the clock that the list of all tests takes to be put together, row-level security and all, with 5,000 tests in one
 * partnership: the middle and the slowest of 15 rounds once it is warm.
 */
export async function run(args: readonly string[]): Promise<void> {
  const folder = makeTemporaryFolder('bench');
  const opened = await openDatabase({ CAIRN_DATA: folder });
  const world: World = {
    database: connect(opened.app),
    clock: systemClock,
    newId: randomUUID,
    throttle: new Throttle()
  };
  try {
    await loadContent(opened.owner);
    const place = await makePlace(world);
    await fill(world, place);
    const pages = [
      ['first page, latest first', {}],
      ['page 200', { page: '200' }],
      ['words, best match first', { words: 'reading books' }],
      ['a word of few tests', { words: 'song', result: 'no', from: '2024-01-20' }],
      ['counted by change idea', { by: 'idea' }],
      ['counted by setting', { by: 'setting' }]
    ] as const;
    const found: Record<string, { middleMs: number; slowestMs: number }> = {};
    for (const [name, asked] of pages) {
      await timeOf(world, place, asked);
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) times.push(await timeOf(world, place, asked));
      times.sort((one, other) => one - other);
      found[name] = {
        middleMs: times[Math.floor(rounds / 2)] ?? 0,
        slowestMs: times.at(-1) ?? 0
      };
    }
    say(args, found);
  } finally {
    await world.database.destroy();
    await opened.stop();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function timeOf(world: World, { id, actor }: Place, asked: object): Promise<number> {
  const began = performance.now();
  const answer = await viewTests.run(actor, id, asked, world);
  if (!answer.ok) throw new Error(answer.error.kind);
  return performance.now() - began;
}

/** Made-up tests of projects in twelve settings, straight into the tables: the commands would take minutes. */
async function fill(world: World, { id, actor }: Place): Promise<void> {
  const settings = { partnershipId: id, personId: actor.personId, now: world.clock() };
  await inTransaction(world, settings, 'write', async (tx) => {
    await sql`insert into improvement_project (partnership_id, id, title, factor_ids, setting)
      select ${id}::uuid, gen_random_uuid(), 'Project ' || n, '{play-and-verbal-exchanges}', 'Nursery ' || n % 12
      from generate_series(1, ${projectCount}::int) n`.execute(tx);
    await sql`insert into change_idea (partnership_id, id, project_id, text)
      select partnership_id, gen_random_uuid(), id, 'Idea ' || n || ' about books and songs'
      from improvement_project, generate_series(1, ${ideasPerProject}::int) n`.execute(tx);
    await sql`insert into test_of_change (partnership_id, id, project_id, change_idea_id, number, status, change_tried, planned_for,
        done_on, carried_out, observations, was_improvement, learnt, decision)
      select partnership_id, gen_random_uuid(), project_id, id,
        row_number() over (partition by project_id), 'acted',
        'Try ' || (array['a bag of books','a song at pick-up','a text in the evening','a walk with words'])[1 + (n % 4)] || ' ' || n,
        date '2024-01-01' + n, date '2024-01-01' + n, 'as-planned',
        repeat('Families came and said what they did at home with it. ', 4),
        (array['yes','no','cannot-tell'])[1 + (n % 3)],
        repeat('It works when a worker shows it first; reading alone is not enough. ', 2), 'adapt'
      from change_idea, generate_series(1, ${testCount / projectCount / ideasPerProject}::int) n`.execute(
      tx
    );
  });
}

function say(
  args: readonly string[],
  pages: Record<string, { middleMs: number; slowestMs: number }>
): void {
  if (args.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ tests: testCount, pages })}\n`);
    return;
  }
  for (const [name, { middleMs, slowestMs }] of Object.entries(pages)) {
    process.stdout.write(
      `${name.padEnd(26)} ${middleMs.toFixed(1).padStart(6)} ms, slowest of ${rounds} ${slowestMs.toFixed(1)} ms\n`
    );
  }
}
