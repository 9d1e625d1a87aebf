import { randomBytes } from 'node:crypto';
import { troubleIn } from './database-trouble.ts';
import { inTransaction, type Database } from './database.ts';

const fillerBytes = 8192; // a page of the database, so that it needs room on disk
const keptFor = 10_000; // milliseconds for which an answer stands: strangers may ask as often as they like

type Probed = { readonly at: number; readonly answer: Promise<boolean> };
const probed = new WeakMap<Database, Probed>();

/**
 * Whether something can be saved at this moment, found out by saving something.
 * `at` is in milliseconds; the answer of the last ten seconds is given again.
 */
export function canSave(database: Database, at: number): Promise<boolean> {
  const last = probed.get(database);
  if (last !== undefined && at - last.at < keptFor) return last.answer;
  const answer = saves(database, new Date(at));
  probed.set(database, { at, answer });
  return answer;
}

async function saves(database: Database, at: Date): Promise<boolean> {
  try {
    await inTransaction({ database }, { now: at }, 'write', async (tx) => {
      const row = { at, filler: randomBytes(fillerBytes) };
      await tx
        .insertInto('savingProbe')
        .values(row)
        .onConflict((conflict) => conflict.column('onlyOne').doUpdateSet(row))
        .execute();
    });
    return true;
  } catch (fault) {
    if (troubleIn(fault) === null) throw fault;
    return false;
  }
}
