import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/**
 * What whoever listens is told: `look`, that they hear of every change from now on and should ask how things stand; `changed` and `ended`,
 * of their own thing; `lost`, that the database is away, until the next `look`.
 */
export type LiveNews = 'look' | 'changed' | 'ended' | 'lost';

/** One thing that pages watch: a kind of thing, such as `rings`, and which of them. */
export type LiveTopic = `${string} ${string}`;

type Hear = (news: LiveNews) => void;

const channel = 'cairn_live'; // the triggers of tell_live() send on it
const firstWait = 200; // milliseconds before the lost connection is tried again; each further wait is twice as long
const longestWait = 5000; // milliseconds
const timeBetweenTries = 30_000; // milliseconds after which a connection that says nothing is asked whether it is there
const patience = 10_000; // milliseconds for its answer

/**
 * Hears what any server of Cairn has changed, by one connection of its own to PostgreSQL (`LISTEN`), and tells those in this process whom
 * it concerns. The connection is made when somebody first listens, and made again whenever it is lost. What changed while it was lost nobody
 * knows, so that everybody is told to look.
 *
 * Assumes: the connection leads to PostgreSQL itself; a pool between that gives a session to many does not pass on what it hears.
 */
export class LiveHub {
  readonly #config: pg.ClientConfig;
  readonly #onLoss: (fault: unknown) => void;
  readonly #ears = new Map<string, Set<Hear>>();
  readonly #closing = new AbortController();
  #work: Promise<void> | null = null;
  #isListening = false;

  /** `onLoss` is told of each connection that was lost or could not be made. */
  constructor(config: pg.ClientConfig, onLoss: (fault: unknown) => void = () => undefined) {
    this.#config = config;
    this.#onLoss = onLoss;
  }

  /** Listens to one thing until the answered function is called. The first news is `look`, at once or when there is a connection. */
  listen(topic: LiveTopic, hear: Hear): () => void {
    const ears = this.#ears.get(topic) ?? new Set();
    ears.add(hear);
    this.#ears.set(topic, ears);
    this.#work ??= this.#stayConnected();
    if (this.#isListening) hear('look');
    return () => {
      ears.delete(hear);
      if (ears.size === 0 && this.#ears.get(topic) === ears) this.#ears.delete(topic);
    };
  }

  /** Ends the connection. Nobody is told anything any more. */
  async close(): Promise<void> {
    this.#ears.clear();
    this.#closing.abort();
    await this.#work;
  }

  async #stayConnected(): Promise<void> {
    const { signal } = this.#closing;
    let wait = firstWait;
    while (!signal.aborted) {
      try {
        await this.#listenUntilLost(() => (wait = firstWait));
      } catch (fault) {
        if (signal.aborted) return;
        this.#onLoss(fault);
        this.#tellAll('lost');
      }
      // Servers that lost the same database do not all come back at one moment.
      await pause(wait * (0.5 + Math.random()), undefined, { signal }).catch(() => undefined);
      wait = Math.min(longestWait, 2 * wait);
    }
  }

  /** Listens on a new connection. Ends when the hub is closed; throws when the connection cannot be made, or is lost. */
  async #listenUntilLost(onListening: () => void): Promise<void> {
    const { signal } = this.#closing;
    const client = new pg.Client({
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      keepAlive: true,
      ...this.#config
    });
    const over = Promise.withResolvers<undefined>();
    // Whichever comes first; nobody may be waiting for it yet.
    over.promise.catch(() => undefined);
    client.on('error', over.reject);
    client.on('end', () => over.reject(new Error('The connection has ended.')));
    client.on('notification', ({ payload }) => this.#pass(payload ?? ''));
    const close = () => over.resolve(undefined);
    signal.addEventListener('abort', close);
    const asking = setInterval(() => client.query('select 1').catch(over.reject), timeBetweenTries);
    asking.unref();
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      this.#isListening = true;
      onListening();
      this.#tellAll('look');
      await over.promise;
    } finally {
      this.#isListening = false;
      clearInterval(asking);
      signal.removeEventListener('abort', close);
      await client.end().catch(() => undefined);
    }
  }

  #pass(payload: string): void {
    const [kind = '', id = '', end] = payload.split(' ');
    for (const hear of [...(this.#ears.get(`${kind} ${id}`) ?? [])]) {
      hear(end === undefined ? 'changed' : 'ended');
    }
  }

  #tellAll(news: LiveNews): void {
    for (const hear of [...this.#ears.values()].flatMap((ears) => [...ears])) hear(news);
  }
}
