import { AsyncLocalStorage } from 'node:async_hooks';
import type { ControlledTransaction } from 'kysely';
import type { Clock } from './clock.ts';
import { applySettings, type Database, type Settings, type Tx } from './database.ts';
import type { DB } from './schema.ts';

/**
 * What one request reads: one transaction, read only, that sees the database as it was at one moment, however much is asked of it.
 * It is opened by the first work and ended by `letGo` or `close`; in between it holds one connection.
 *
 * Assumes: whoever made it calls `close`, whatever happens.
 */
export class Reading {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #inside = new AsyncLocalStorage<true>();
  #transaction: ControlledTransaction<DB> | null = null;
  #settings = '';
  #now: Date | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** The moment at which everything is read that is read together. It moves on after `letGo`. */
  get now(): Date {
    return (this.#now ??= this.#clock());
  }

  /**
   * Does `work` in the shared transaction, under settings of its own. Works that come at the same time take turns: there is one
   * connection, and row-level security reads one set of settings.
   * A fault ends the transaction, which PostgreSQL has given up by then; what is read afterwards is read in a new one.
   *
   * Refuses: throws when called within a work, which would wait for itself, or after `close`.
   */
  run<Value>(settings: Settings, work: (tx: Tx) => Promise<Value>): Promise<Value> {
    return this.#inTurn(async () => {
      if (this.#isClosed) throw new Error('The request has been answered; nothing more is read.');
      try {
        return await work(await this.#under(settings));
      } catch (fault) {
        await this.#end('rollback');
        throw fault;
      }
    });
  }

  /** Ends the transaction and gives its connection back. What is asked later is read anew, as it is by then. */
  letGo(): Promise<void> {
    return this.#inTurn(() => this.#end('commit'));
  }

  /** Ends the transaction for good, once the works under way are done. Never fails: everything has been read by then. */
  async close(): Promise<void> {
    await this.#inTurn(() => {
      this.#isClosed = true;
      return this.#end('commit');
    });
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#inside.getStore() === true) {
      return Promise.reject(new Error('A work that reads has asked for another, and would wait.'));
    }
    const mine = this.#turn.then(() => this.#inside.run(true, work));
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #under(settings: Settings): Promise<Tx> {
    this.#transaction ??= await this.#database
      .startTransaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute();
    const wanted = JSON.stringify(settings);
    if (wanted !== this.#settings) await applySettings(this.#transaction, settings);
    this.#settings = wanted;
    return this.#transaction;
  }

  async #end(how: 'commit' | 'rollback'): Promise<void> {
    const transaction = this.#transaction;
    this.#transaction = null;
    this.#settings = '';
    this.#now = null;
    if (transaction === null) return;
    try {
      await transaction[how]().execute();
    } catch {
      // The connection was lost, or a work kept a fault to itself. Rolling back gives the connection back in either case.
      await transaction
        .rollback()
        .execute()
        .catch(() => undefined);
    }
  }
}
