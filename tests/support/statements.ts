import pg from 'pg';
import { expect } from 'vitest';

/**
 * Every statement that this process sends to PostgreSQL while `work` goes on, in order, as its text. Exact: it stands between the
 * driver and the connection, where nothing is missed and nothing is counted twice.
 */
export async function statementsSent(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown }; // its overloads are of no interest here
  const { query } = prototype;
  prototype.query = function (this: unknown, ...given: unknown[]) {
    const [first] = given;
    sent.push(typeof first === 'string' ? first : String((first as { text?: unknown }).text));
    return query.apply(this, given);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return sent;
}

/** The pools of this process that have lent a connection. */
const pools = new Set<pg.Pool>();
const lending = pg.Pool.prototype as unknown as { connect: (...given: unknown[]) => unknown }; // its overloads are of no interest here
const { connect } = lending;
lending.connect = function (this: pg.Pool, ...given: unknown[]) {
  pools.add(this);
  return connect.apply(this, given);
};

/**
 * Waits until every connection that a pool of this process has lent is back, and nobody waits for one: work that nobody waits for has
 * asked for its connection before the answer leaves, and is over when it gives it back.
 */
export async function untilConnectionsAreBack(): Promise<void> {
  const lent = () => [...pools].map((pool) => pool.totalCount - pool.idleCount + pool.waitingCount);
  await expect.poll(lent, { interval: 5 }).toEqual([...pools].map(() => 0));
}
