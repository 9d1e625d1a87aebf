import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connect, inTransaction, type Database } from '../../src/platform/database.ts';
import { inOneTransaction } from '../../src/platform/one-transaction.ts';
import { testDatabase } from '../support/database.ts';

const { owner } = await testDatabase();
const now = new Date('2026-03-02T10:00:00Z');

async function note(database: Database, word: string, isGood = true): Promise<void> {
  await inTransaction({ database }, { now }, 'write', async (tx) => {
    await sql`insert into noted values (${word})`.execute(tx);
    if (!isGood) throw new Error(`not ${word}`);
  });
}

async function noted(): Promise<string[]> {
  const database = connect(owner);
  try {
    const { rows } = await sql<{ word: string }>`select word from noted order by word`.execute(
      database
    );
    return rows.map((row) => row.word);
  } finally {
    await database.destroy();
  }
}

test('keeps everything at its end, except parts that were undone', async () => {
  await inOneTransaction(owner, 'notes', async (database) => {
    await sql`create table noted (word text)`.execute(database);
    await note(database, 'first');
    await expect(note(database, 'second', false)).rejects.toThrow('not second');
    await note(database, 'third');
  });
  expect(await noted()).toEqual(['first', 'third']);
});

test('keeps nothing when it fails at its end', async () => {
  const work = inOneTransaction(owner, 'notes', async (database) => {
    await note(database, 'fourth');
    throw new Error('no more');
  });
  await expect(work).rejects.toThrow('no more');
  expect(await noted()).toEqual(['first', 'third']);
});

test('lets only one at a time do work of the same name', async () => {
  let inside = 0;
  const work = () =>
    inOneTransaction(owner, 'notes', async (database) => {
      inside += 1;
      await note(database, 'turn');
      expect(inside).toBe(1);
      inside -= 1;
    });
  await Promise.all([work(), work(), work()]);
  expect(await noted()).toEqual(['first', 'third', 'turn', 'turn', 'turn']);
});
